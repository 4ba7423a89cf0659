import type { AnswerFact, Reading, SaidFact, StoredThread, ThreadFacts } from "../../src/features/timeline/facts.ts";
import { aQuestion } from "./timelines.ts";

/** Facts of thread #12, which ann opened at nine; a test names only what matters to it. */

/** A time of that morning, in seconds after nine. */
export function second(after: number): string {
  return new Date(Date.parse("2026-03-02T09:00:00Z") + after * 1000).toISOString();
}

/** Thread as it was read so many seconds after nine; its last change is as old unless stated. */
export function aReading(
  readAt: number,
  given: Partial<Omit<Reading, "observed">> & {
    readonly updatedAt?: number;
    readonly observed?: Partial<StoredThread>;
    readonly isAskerGone?: true;
  } = {},
): Reading {
  const { updatedAt = readAt, observed, isAskerGone, ...reading } = given;
  return {
    openedAt: second(0),
    ...(!isAskerGone && { asker: "ann" }),
    openerRole: "none",
    topLevelComments: 0,
    isFull: false,
    ...reading,
    observed: {
      ...aQuestion,
      updatedAt: second(updatedAt),
      readAt: second(readAt),
      ...observed,
    },
  };
}

export function saidAt(at: number, given: Partial<SaidFact> = {}): SaidFact {
  return { id: `DC_${at}`, at: second(at), by: "hana", role: "helper", ...given };
}

export function markedAt(at: number, comment = "DC_10", given: Partial<AnswerFact> = {}): AnswerFact {
  return { comment, at: second(at), by: "hana", role: "helper", ...given };
}

export function facts(given: Partial<ThreadFacts>): ThreadFacts {
  return { number: 12, said: [], changes: [], ...given };
}
