import { allVotes, requestQuestions, type StoredRequest } from "../feature-request.ts";
import { urgencyLevel, type UrgencyLevel } from "../answers/urgency-level.ts";
import { stateFacts } from "../states/state-facts.ts";

export const orders = ["votes", "age", "urgency", "completeness"] as const;
export type RequestOrder = (typeof orders)[number];

/** A request as whoever decides wants to see it. */
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

/** First what weighs most: most votes, oldest, most urgent, most answers; the same goes by votes, then by age. */
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

/** Many new votes put what was declined back on the list. */
function waitsOn({ request }: StoredRequest): string | undefined {
  const { state, isReady, meeting } = request;
  if (state === "declined" && isReady) return "a decision anew: many have voted for it since";
  if (state === "meeting" && meeting?.outcome !== undefined) return "a decision";
  if (state === "asked" && isReady) return "whoever asked, with votes enough for a decision";
  return stateFacts[state].waitsOn;
}
