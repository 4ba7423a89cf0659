import type { Promotion } from "../promotion/promotion.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";

interface News {
  readonly promotion: Promotion;
  /** Of the pull request. */
  readonly pull: { readonly number: number; readonly url: string } | undefined;
  /** Where the entry is read, once it is in the file. */
  readonly entry: string | undefined;
  /** Why the pull request cannot be kept up to date. */
  readonly trouble?: string | undefined;
}

/** What a thread is told of its answer's way into the FAQ: the part of our one comment that is edited as it goes on. */
export function faqNews({ promotion, pull, entry, trouble }: News): string {
  const { question, file, state, change, edited } = promotion;
  const title = inlineText(question, 120);
  const proposal = pull === undefined ? "a pull request" : `[pull request ${pull.number}](<${viaRedirect(pull.url)}>)`;
  const stuck = trouble === undefined ? "" : ` I cannot bring it up to date: ${inlineText(trouble, 300)}.`;
  const isEdited = edited?.isIn === false;
  const sentence = {
    proposed: {
      add: `**On its way into the FAQ:** “${title}”, in ${proposal}. Once it is merged, this answers the next one who asks.`,
      update: `**The FAQ is to say this, too:** “${title}” is changed in ${proposal}.`,
      withdraw: `**On its way out of the FAQ:** “${title}”, in ${proposal}, because its answer is not marked, or not there, any more.`,
    }[change],
    published: `**In the FAQ:** [${title}](<${entry ?? ""}>). It answers whoever asks this next.`,
    declined: isEdited
      ? `**Not in the FAQ:** the answer was edited after “${title}” was asked for, and what was asked for could not be kept. \`/promote-faq\` proposes it as it is now.`
      : `**Not in the FAQ:** ${proposal} for “${title}” was closed without being merged. \`/promote-faq\` proposes it again.`,
    withdrawn: `**No longer in the FAQ:** “${title}” was taken out of \`${file}\`.`,
  }[state];
  const since = isEdited && (state === "published" || state === "proposed") ? ` ${editedNews(state)}` : "";
  return `${sentence}${since}${stuck}`;
}

function editedNews(state: "published" | "proposed"): string {
  const where = state === "published" ? "the FAQ" : "the pull request";
  return `The answer was edited since, and ${where} has it as it was: somebody with triage rights can comment \`/promote-faq\` to propose it as it is now.`;
}

/** The answer to `/promote-faq` where there is nothing to do. */
export function alreadyThere(question: string, entry: string): string {
  return `The FAQ says this already: [${inlineText(question, 120)}](<${entry}>).`;
}

interface Other {
  readonly title: string;
  readonly url: string;
  readonly path: string;
  readonly anchor: string;
}

/** The answer to `/promote-faq` where other entries, of `file` or another one, answer the same question. */
export function sameQuestion(question: string, file: string, others: readonly Other[]): string {
  const update = ({ path, anchor }: Other) =>
    `\`/promote-faq ${`${path === file ? "" : `file: "${path}" `}update: ${anchor}`.replaceAll("`", "-")}\``;
  const list = others.map((it) => `- [${inlineText(it.title, 120)}](<${it.url}>): ${update(it)}`);
  return [
    `The FAQ seems to answer “${inlineText(question, 120)}” already:`,
    "",
    ...list,
    "",
    `The command behind an entry gives it this answer; this question becomes another name of it. To add an entry of its own, comment \`/promote-faq force\`.`,
  ].join("\n");
}

/** Said in a thread whose answer many lean on, where the config wants it said there. */
export function worthAnEntry(): string {
  return "**Worth an entry in the FAQ?** Other answers lean on this one. Somebody with triage rights can comment `/promote-faq` to propose it.";
}

/** The answer to `/promote-faq` with a question, a section or another entry for an entry that is there. */
export function entryStays(question: string, file: string): string {
  return `This discussion has its entry already, “${inlineText(question, 120)}”, and I change nothing of it but the answer. Its question and its place are changed in \`${file}\`, by hand or in the pull request.`;
}

/** The answer to `/promote-faq` with another file than the one that has, or is to get, the entry. */
export function entryElsewhere({ file, state }: Pick<Promotion, "file" | "state">): string {
  const where = state === "published" ? "has its entry in" : "is on its way into";
  return `This discussion ${where} \`${file}\` already. Leave \`file:\` out to bring that up to date, or take the entry out there first.`;
}
