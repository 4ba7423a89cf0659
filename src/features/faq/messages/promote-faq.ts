import type { Promotion } from "../promotion/promotion.ts";
import { inlineText } from "../../../text/neutralise.ts";

/** Why an answer is not promoted. */
export const notPromotable = {
  labelled: (label: string): string =>
    `This discussion has the label \`${label}\`, so its answer stays out of the FAQ. Whoever may label discussions can take it off.`,
  unmarked(isAnswerable: boolean): string {
    const how = isAnswerable
      ? "Whoever asked, or somebody with triage rights, can mark a comment as the answer; then comment `/promote-faq` again. Or name the comment"
      : "In this category none can be marked. Name the comment";
    return `No comment is marked as the answer here. ${how}: \`/promote-faq answer: <address of the comment>\`.`;
  },
  gone: "The comment that was named as the answer is not in this discussion any more. Name another by `answer:` and its address.",
  byBot:
    "The answer was written by a bot, and only what people answered goes into the FAQ. Mark a person's comment as the answer, or name one by `answer:` and its address.",
  hidden: "The answer is hidden as if it should not be read. Unhide it, or mark another comment as the answer.",
  empty: "The answer is empty. Mark another comment as the answer.",
  optedOut:
    "Whoever answered does not want their answers in the FAQ (`faq.opt-out` in the config). Somebody can write the entry in words of their own.",
} as const;

/** What is wrong with the options behind the command. */
export const wrongOption = {
  unknown(word: string, keys: readonly string[]): string {
    const valid = keys.map((it) => `\`${it}: …\``).join(", ");
    return `I do not know what to do with "${inlineText(word, 60)}". \`/promote-faq\` knows ${valid} and \`force\`; put quotes around what has spaces.`;
  },
  tooLong: (key: string, max: number): string => `The value of \`${key}:\` is longer than ${max} characters.`,
  answer:
    "`answer:` must be the address of a comment in this discussion: “Copy link” in the comment's menu gives it, and it ends in `#discussioncomment-` and a number.",
  file: (why: string): string => `\`file:\` ${why}.`,
  fileKind: (why: string): string => `I leave that file as it is: ${why}.`,
} as const;

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

/** The answer to `/promote-faq` with a question, a section or another entry for an entry that is there. */
export function entryStays(question: string, file: string): string {
  return `This discussion has its entry already, “${inlineText(question, 120)}”, and I change nothing of it but the answer. Its question and its place are changed in \`${file}\`, by hand or in the pull request.`;
}

/** The answer to `/promote-faq` with another file than the one that has, or is to get, the entry. */
export function entryElsewhere({ file, state }: Pick<Promotion, "file" | "state">): string {
  const where = state === "published" ? "has its entry in" : "is on its way into";
  return `This discussion ${where} \`${file}\` already. Leave \`file:\` out to bring that up to date, or take the entry out there first.`;
}
