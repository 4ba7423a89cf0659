import type { RequestQuestion } from "../feature-request.ts";

/**
 * How people head their answers, over lower-case words; the first that fits counts, so what is surest comes first.
 * Generous: a heading that is taken for a question by mistake costs nothing but a question less.
 */
const patterns: readonly (readonly [RequestQuestion, RegExp])[] = [
  [
    "urgency",
    /\b(?:urgen(?:t|cy)|priority|severity|importance|impact|deadlines?|by when|time ?line|time ?frame|how (?:soon|much|important|badly|often|critical)|when do you need)\b/u,
  ],
  ["outcome", /\b(?:outcomes?|solutions?|propos(?:al|als|ed|e)|expect(?:ed|ations?)?|desired|acceptance criteria)\b/u],
  [
    "why",
    /\b(?:why|problems?|pain|motivations?|reasons?|rationale|use ?cases?|user stor(?:y|ies)|background|what is (?:wrong|missing))\b/u,
  ],
  [
    "outcome",
    /\b(?:what (?:should|would|do you want|you want)|how (?:should|would) (?:it|this)|want(?:ed)?|features?|behaviou?r|goals?|results?|suggest(?:ions?|ed)|idea|wish|request)\b/u,
  ],
  ["why", /\b(?:needs?|needed|context|benefits?|value|currently|today)\b/u],
];

/** Longer than any heading that asks one thing, in UTF-16 units. */
const longest = 120;

/** Which of the three questions a heading or label stands for, if any. */
export function questionOf(label: string): RequestQuestion | undefined {
  if (label.length > longest) return undefined;
  const words = label.toLowerCase().replaceAll(/[-_]/gu, " ");
  return patterns.find(([, pattern]) => pattern.test(words))?.[0];
}
