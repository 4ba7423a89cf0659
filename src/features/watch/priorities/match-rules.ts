import { isSameName } from "../../../text/is-same-name.ts";
import type { PriorityName, WatchConfig } from "../config.ts";
import { isAnswered } from "./form-answers.ts";

type Rule = WatchConfig["rules"][number];

/** What rules look at. */
export interface RuledThread {
  readonly title: string;
  /** Slug. */
  readonly category: string;
  readonly labels: readonly string[];
  /** Markdown; needed where a rule asks for answers of a form. */
  readonly body?: string | undefined;
}

/** The priority that the rules give a thread; undefined where none fits. */
export function matchRules(rules: readonly Rule[], thread: RuledThread): PriorityName | undefined {
  return rules.find((it) => fits(it, thread))?.priority;
}

/** Whether any rule asks for what only the text of the discussion tells. */
export function needsBody(rules: readonly Rule[]): boolean {
  return rules.some(({ form }) => form !== undefined);
}

function fits({ category, label, form, title }: Rule, thread: RuledThread): boolean {
  if (category !== undefined && category !== thread.category) return false;
  if (label !== undefined && !thread.labels.some((it) => isSameName(it, label))) return false;
  if (title !== undefined && !title.some((it) => hasWords(thread.title, it))) return false;
  return Object.entries(form ?? {}).every(([question, answer]) => isAnswered(thread.body ?? "", question, answer));
}

/** Whether a text has these words, as words: `down` is not in `download`. */
function hasWords(text: string, words: string): boolean {
  return ` ${plain(text)} `.includes(` ${plain(words)} `);
}

/** Letters and digits alone, in lower case, with a space between words. */
function plain(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(" ");
}
