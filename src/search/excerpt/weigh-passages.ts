import type { Language } from "../words/function-words.ts";
import { tokenize } from "../words/tokenize.ts";
import { isLead, maxLabel, type Passage } from "./passages.ts";

/** What a question asks of an item. */
export interface Asked {
  /** What each term of the question counts: how rare it is, by the place it stands in. */
  readonly weights: ReadonlyMap<string, number>;
  readonly language: Language | undefined;
  /** The item's own title. */
  readonly title: string;
}

/** What a term counts that the item's title has, too. */
const titleShare = 0.5;

/** What the terms count that only the following passage has. */
const nextShare = 0.3;

/** How much more a passage counts that names a setting or a command. */
const settingFactor = 1.6;

/** What a line of code counts by itself, for it is all names; and one of a program. */
const codeFactors = { code: 0.7, program: 0.35 };

/** What a question counts: in an answer, too, people ask. */
const questionFactor = 0.5;

/** What a label counts that stands for something else than a command. */
const labelFactor = 0.5;

/** How much more the first passage counts, which mostly says what the item is about. */
const firstFactor = 1.1;

/** How much long passages lose: their weight is divided by this power of their terms' number and some more. */
const lengthPower = 0.3;
const usualLength = 8;

/** Inline code, an option, `NAME_IN_CAPITALS`, `key=value`, a name in camel case. */
const setting = /^["'(]?(?:`|--?[a-z]|[A-Z][A-Z0-9]*_[A-Z0-9]|[A-Za-z_][\w.-]*=|[a-z][a-z.]*[A-Z])/u;

/**
 * How well each passage answers: the weights of the question's terms in it, each counted once, and less where the item's
 * title has it already, for it says little of one passage. The passage that follows adds a share, since the excerpt goes
 * on with it. Long passages hold many terms by chance. One that names a setting or a command, or leads to code, counts
 * more: it says what to do, and others about what.
 */
export function weighPassages(passages: readonly Passage[], { weights, language, title }: Asked): number[] {
  const terms = passages.map(({ text }) => new Set(tokenize(text, language)));
  const titleTerms = new Set(tokenize(title, language));
  const weightOf = (term: string): number => (weights.get(term) ?? 0) * (titleTerms.has(term) ? titleShare : 1);
  return passages.map((passage, i) => {
    const own = terms[i] ?? new Set();
    let weight = 0;
    for (const term of own) weight += weightOf(term);
    if (weight === 0) return 0;
    for (const term of terms[i + 1] ?? []) if (!own.has(term)) weight += nextShare * weightOf(term);
    weight *= passage.kind === "prose" ? proseFactor(passage, passages[i + 1]) : codeFactors[passage.kind];
    if (/[?？]$/u.test(passage.text)) weight *= questionFactor;
    if (i === 0) weight *= firstFactor;
    return weight / (own.size + usualLength) ** lengthPower;
  });
}

function proseFactor(passage: Passage, next: Passage | undefined): number {
  if (isLead(passage) && next?.kind === "code") return settingFactor;
  if (isLead(passage) && passage.text.length <= maxLabel) return labelFactor;
  return namesSetting(passage.text) ? settingFactor : 1;
}

function namesSetting(text: string): boolean {
  return text.split(" ").some((word) => setting.test(word));
}
