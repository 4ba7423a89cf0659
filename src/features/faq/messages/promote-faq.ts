import type { Text } from "../../../core/language.ts";
import type { Promotion } from "../promotion/promotion.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated, joined, md } from "../../../words/compose-text.ts";
import { say } from "./words.ts";

/** Why an answer is not promoted. */
export const notPromotable = {
  labelled: (label: string): Text => say("refused.labelled", { label }),
  unmarked: (isAnswerable: boolean): Text => say(isAnswerable ? "refused.unmarked" : "refused.unmarkable"),
  gone: say("refused.gone"),
  byBot: say("refused.by-bot"),
  hidden: say("refused.hidden"),
  empty: say("refused.empty"),
  optedOut: say("refused.opted-out"),
} as const;

/** What is wrong with the options behind the command. */
export const wrongOption = {
  unknown(word: string, keys: readonly string[]): Text {
    const options = enumerated(keys.map((it) => `\`${it}: …\``));
    return say("refused.unknown-word", { word: inlineText(word, 60), options });
  },
  tooLong: (key: string, max: number): Text => say("refused.too-long", { option: key, max }),
  answer: say("refused.not-an-answer"),
  file: (why: string): Text => say("refused.file", { why }),
  fileKind: (why: string): Text => say("refused.file-kind", { why }),
} as const;

/** The answer to `/promote-faq` where there is nothing to do. */
export function alreadyThere(question: string, entry: string): Text {
  return say("already-there", { entry: `[${inlineText(question, 120)}](<${entry}>)` });
}

interface Other {
  readonly title: string;
  readonly url: string;
  readonly path: string;
  readonly anchor: string;
}

/** The answer to `/promote-faq` where other entries, of `file` or another one, answer the same question. */
export function sameQuestion(question: string, file: string, others: readonly Other[]): Text {
  const update = ({ path, anchor }: Other) =>
    `\`/promote-faq ${`${path === file ? "" : `file: "${path}" `}update: ${anchor}`.replaceAll("`", "-")}\``;
  const list = others.map((it) => `- [${inlineText(it.title, 120)}](<${it.url}>): ${update(it)}`);
  const head = say("same-question", { question: inlineText(question, 120) });
  return md`${head}\n\n${joined(list, "\n")}\n\n${say("same-question-how")}`;
}

/** The answer to `/promote-faq` with a question, a section or another entry for an entry that is there. */
export function entryStays(question: string, file: string): Text {
  return say("entry-stays", { question: inlineText(question, 120), file });
}

/** The answer to `/promote-faq` with another file than the one that has, or is to get, the entry. */
export function entryElsewhere({ file, state }: Pick<Promotion, "file" | "state">): Text {
  return say(state === "published" ? "entry-elsewhere.published" : "entry-elsewhere.proposed", { file });
}
