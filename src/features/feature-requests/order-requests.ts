import { allVotes, requestQuestions, type StoredRequest } from "./feature-request.ts";
import { stateDescriptions } from "./states/describe-states.ts";

export const orders = ["votes", "age", "urgency", "completeness"] as const;
export type RequestOrder = (typeof orders)[number];

/** A request as a line of `frontdesk requests`. */
export interface RequestLine {
  readonly votes: number;
  readonly urgency: UrgencyLevel;
  /** Of the three questions, how many are answered. */
  readonly answered: number;
  /** Whom or what it waits on; undefined: nothing more is to come. */
  readonly waitsOn: string | undefined;
}

export function toRequestLine(stored: StoredRequest): RequestLine {
  const { request } = stored;
  return {
    votes: allVotes(stored),
    urgency: urgencyLevel(request.answers.urgency),
    answered: requestQuestions.filter((it) => request.answers[it] !== undefined).length,
    waitsOn: waitsOn(stored),
  };
}

/** Most votes, oldest, most urgent or most answers first; ties are broken by votes, then by age. */
export function orderRequests<Stored extends StoredRequest>(requests: readonly Stored[], by: RequestOrder): Stored[] {
  const weigh = weights[by];
  const weighed = requests.map((stored) => ({
    stored,
    weight: weigh(stored),
    votes: allVotes(stored),
    age: age(stored),
  }));
  return weighed
    .toSorted((a, b) => b.weight - a.weight || b.votes - a.votes || b.age - a.age)
    .map(({ stored }) => stored);
}

const levels: readonly UrgencyLevel[] = ["unknown", "low", "medium", "high"];

const weights: Readonly<Record<RequestOrder, (stored: StoredRequest) => number>> = {
  votes: allVotes,
  age,
  urgency: ({ request }) => levels.indexOf(urgencyLevel(request.answers.urgency)),
  completeness: (stored) => toRequestLine(stored).answered,
};

/** Grows with age; only for comparing. */
function age({ request }: StoredRequest): number {
  return -Date.parse(request.askedAt);
}

/** A declined request with many new votes waits for another decision. */
function waitsOn({ request }: StoredRequest): string | undefined {
  const { state, isReady, meeting } = request;
  if (state === "declined" && isReady) return "a decision anew: many have voted for it since";
  if (state === "meeting" && meeting?.outcome !== undefined) return "a decision";
  if (state === "asked" && isReady) return "whoever asked, with votes enough for a decision";
  return stateDescriptions[state].waitsOn;
}

export type UrgencyLevel = "high" | "medium" | "low" | "unknown";

/** Read in this order: "not urgent" must not be taken for "urgent". */
const patterns: readonly (readonly [UrgencyLevel, RegExp])[] = [
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
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? "unknown";
}
