import type { Promotion } from "../promotion/promotion.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";

interface PromotionNews {
  readonly promotion: Promotion;
  /** Of the pull request. */
  readonly pull: { readonly number: number; readonly url: string } | undefined;
  /** Where the entry is read, once it is in the file. */
  readonly entry: string | undefined;
  /** Why the pull request cannot be kept up to date. */
  readonly trouble?: string | undefined;
}

/**
 * The section of our one comment in a thread that says where its answer is on its way into the FAQ; edited as that
 * changes.
 */
export function promotionNews({ promotion, pull, entry, trouble }: PromotionNews): string {
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

/** The section in a thread whose answer many others link to, where the config wants it offered there. */
export function worthAnEntry(): string {
  return "**Worth an entry in the FAQ?** Other answers lean on this one. Somebody with triage rights can comment `/promote-faq` to propose it.";
}
