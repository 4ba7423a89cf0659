export type UrgencyLevel = "high" | "medium" | "low" | "unknown";

/** Read in this order: "not urgent" must not be taken for "urgent". */
const signs: readonly (readonly [UrgencyLevel, RegExp])[] = [
  [
    "low",
    /\b(?:not (?:very |that |so |too )?(?:urgent|important|critical)|no (?:rush|hurry)|low|minor|nice to have|some ?day|whenever|would be nice|p[34])\b/u,
  ],
  [
    "high",
    /\b(?:urgent(?:ly)?|critical|block(?:er|s|ed|ing)|asap|immediately|high(?:est)?|severe|cannot|can't|must have|now|today|every ?day|daily|this week|p[01])\b/u,
  ],
  [
    "medium",
    /\b(?:medium|moderate|normal|important|soon|every week|weekly|this month|next month|saves|should have|p2)\b/u,
  ],
];

/** How urgent an answer sounds, to sort by. */
export function urgencyLevel(answer: string | undefined): UrgencyLevel {
  const words = (answer ?? "").toLowerCase().replaceAll("’", "'");
  return signs.find(([, pattern]) => pattern.test(words))?.[0] ?? "unknown";
}
