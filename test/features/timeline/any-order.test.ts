import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Timeline } from "../../../src/core/timeline.ts";
import type { ChangeFact, SaidFact, ThreadFacts } from "../../../src/features/timeline/facts.ts";
import type { Sense } from "../../../src/reply-sense/sense-of.ts";
import { TimelineStore } from "../../../src/features/timeline/store/timeline-store.ts";
import { openDatabase, type Database } from "../../../src/storage/open-database.ts";
import { repository } from "../../helpers/builders.ts";
import { newTestPlace, onPostgres } from "../../helpers/test-database.ts";
import { aReading, facts, second } from "../../helpers/thread-facts.ts";

/** A thread as GitHub has it, that things happen to. */
interface Thread {
  readonly comments: Map<string, { readonly at: number; by: string; sense: Sense; textAt: number }>;
  closed: { readonly at: number } | undefined;
  answer: { readonly comment: string; readonly at: number } | undefined;
  updatedAt: number;
}

type Act =
  | { readonly does: "say"; readonly by: string; readonly sense: Sense }
  | { readonly does: "edit"; readonly which: number; readonly sense: Sense }
  | { readonly does: "delete" | "mark"; readonly which: number }
  | { readonly does: "unmark" | "close" | "reopen" };

const sense = fc.constantFrom<Sense>("words", "thanks", "remark", "commands");
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("say" as const), by: fc.constantFrom("ann", "sam", "hana"), sense }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("edit" as const), which: fc.nat(9), sense }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("delete" as const, "mark" as const), which: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom("unmark" as const, "close" as const, "reopen" as const) }),
  },
);

/** Things that happen, each so many seconds after the one before. */
const historyFrom = (min: number) =>
  fc.array(fc.record({ act, after: fc.integer({ min, max: 30 }) }), { minLength: 1, maxLength: 14 });
const history = historyFrom(1);

const roleOf = (by: string) => (by === "hana" ? "helper" : "none");

/** Lets something happen to a thread; what its webhook tells, if it changes anything. */
function happen(thread: Thread, it: Act, at: number, id: string): Partial<ThreadFacts> | undefined {
  const said = (of: string, more: Partial<SaidFact>): Partial<ThreadFacts> => {
    const { by, at } = thread.comments.get(of) ?? { by: "", at: 0 };
    return { said: [{ id: of, at: second(at), by, role: roleOf(by), ...more }] };
  };
  const changed = (fact: ChangeFact): Partial<ThreadFacts> => {
    thread.updatedAt = at;
    return { changes: [fact] };
  };
  const ids = [...thread.comments.keys()];
  const of = "which" in it ? ids[it.which % Math.max(1, ids.length)] : undefined;
  switch (it.does) {
    case "say":
      thread.comments.set(id, { at, by: it.by, sense: it.sense, textAt: at });
      thread.updatedAt = at;
      return said(id, { text: { sense: it.sense, at: second(at) } });
    case "edit": {
      const comment = of === undefined ? undefined : thread.comments.get(of);
      if (of === undefined || !comment) return undefined;
      Object.assign(comment, { sense: it.sense, textAt: at });
      return said(of, { text: { sense: it.sense, at: second(at) } });
    }
    case "delete": {
      if (of === undefined || thread.answer?.comment === of) return undefined;
      const told = said(of, { isDeleted: true });
      thread.comments.delete(of);
      return told;
    }
    case "mark": {
      if (of === undefined || thread.answer?.comment === of) return undefined;
      thread.answer = { comment: of, at };
      const by = thread.comments.get(of)?.by ?? "";
      return changed({ kind: "answered", comment: of, at: second(at), by, role: roleOf(by) });
    }
    case "unmark":
      if (!thread.answer) return undefined;
      thread.answer = undefined;
      return changed({ kind: "unanswered", at: second(at) });
    case "close":
      if (thread.closed) return undefined;
      thread.closed = { at };
      return changed({ kind: "closed", at: second(at), reason: "resolved" });
    case "reopen":
      if (!thread.closed) return undefined;
      thread.closed = undefined;
      return changed({ kind: "reopened", at: second(at) });
  }
}

/** A reading of the thread as it is, with all its comments or without. */
function read({ comments, closed, answer, updatedAt }: Thread, readAt: number, isFull: boolean): Partial<ThreadFacts> {
  const by = answer && (comments.get(answer.comment)?.by ?? "");
  return {
    reading: aReading(readAt, {
      isFull,
      updatedAt,
      observed: {
        ...(closed && { closed: { reason: "resolved", at: second(closed.at) } }),
        ...(answer &&
          by !== undefined && { answer: { comment: answer.comment, at: second(answer.at), by, role: roleOf(by) } }),
      },
    }),
    said: isFull
      ? [...comments].map(([id, it]) => ({
          id,
          at: second(it.at),
          by: it.by,
          role: roleOf(it.by),
          text: { sense: it.sense, at: second(it.textAt) },
          isHidden: false,
        }))
      : [],
  };
}

/** All webhooks of a history, the readings that were made in between, and a full one long after the end. */
function tell(steps: readonly { readonly act: Act; readonly after: number }[]) {
  const thread: Thread = { comments: new Map(), closed: undefined, answer: undefined, updatedAt: 0 };
  const webhooks: Partial<ThreadFacts>[] = [];
  const readings: Partial<ThreadFacts>[] = [];
  let at = 0;
  for (const [index, { act, after }] of steps.entries()) {
    at += after;
    const told = happen(thread, act, at, `DC_${index}`);
    if (told) webhooks.push(told);
    if (after % 3 === 0) readings.push(read(thread, at + (after % 2), after % 5 === 0));
  }
  return { webhooks, readings, last: read(thread, at + 3_600, true), state: thread };
}

let databases: Database[];
let store: TimelineStore;
/** Of another process, where two can write at the same time. */
let other: TimelineStore;
let remove: () => Promise<void>;
beforeAll(async () => {
  const { place, remove: removePlace } = await newTestPlace();
  databases = await Promise.all([place, ...(onPostgres ? [place] : [])].map(openDatabase));
  const stores = databases.map((it) => new TimelineStore(it));
  const [first, second = first] = stores;
  if (!first || !second) throw new Error("there is no store");
  [store, other, remove] = [first, second, removePlace];
});
afterAll(async () => {
  for (const it of databases) await it.close();
  await remove();
});

/** Each statement is a round trip to a server. */
const runs = (onSqlite: number) => (onPostgres ? onSqlite / 8 : onSqlite);

async function timelineOf(told: readonly Partial<ThreadFacts>[]): Promise<Timeline | undefined> {
  await store.forgetRepository(repository);
  for (const it of told) await store.takeIn(repository, facts(it));
  return store.findTimeline(repository, 12);
}

describe("a timeline", () => {
  it("is the same when its deliveries come at the same time, to two processes", async () => {
    await fc.assert(
      fc.asyncProperty(historyFrom(0), async (steps) => {
        const { webhooks, readings, last } = tell(steps);
        const inOrder = await timelineOf([...webhooks, last]);
        await store.forgetRepository(repository);
        const all = [...webhooks, ...readings, last, ...webhooks].map((it) => facts(it));
        await Promise.all(all.map((it, index) => (index % 2 === 0 ? store : other).takeIn(repository, it)));
        expect(await store.findTimeline(repository, 12)).toEqual(inOrder);
      }),
      { numRuns: runs(40) },
    );
  });

  it("is the same in whatever order and however often its deliveries come", async () => {
    await fc.assert(
      fc.asyncProperty(historyFrom(0), fc.infiniteStream(fc.nat()), async (steps, dice) => {
        const { webhooks, readings, last } = tell(steps);
        const inOrder = await timelineOf([...webhooks, last]);
        const any = [...webhooks, ...readings, last, ...webhooks.filter(() => (dice.next().value ?? 0) % 3 === 0)];
        const shuffled = any.map((it) => [dice.next().value ?? 0, it] as const).sort(([a], [b]) => a - b);
        expect(await timelineOf(shuffled.map(([, it]) => it))).toEqual(inOrder);
      }),
      { numRuns: runs(80) },
    );
  });

  it("tells what GitHub still tells, whichever webhooks were lost", async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.infiniteStream(fc.nat()), async (steps, dice) => {
        const { webhooks, last, state } = tell(steps);
        const heard = webhooks.filter(() => (dice.next().value ?? 0) % 2 === 0);
        const all = await timelineOf([...webhooks, last]);
        const some = await timelineOf([...heard, last]);
        // Comments, how the thread stands and since when: exactly. That it was reopened or an answer was taken back, by
        // when it was read at the latest; what began and ended unheard is not known.
        const comments = (it: Timeline | undefined) => it?.entries.filter(({ kind }) => kind === "comment");
        expect(comments(some)).toEqual(comments(all));
        expect(some?.observed).toEqual(all?.observed);
        expect(some?.observed.closed?.at).toEqual(state.closed && new Date(second(state.closed.at)));
        const ends = (kinds: readonly string[]) => some?.entries.filter(({ kind }) => kinds.includes(kind)).at(-1);
        expect(ends(["closed", "reopened"])?.kind ?? "reopened").toBe(state.closed ? "closed" : "reopened");
        const answer = ends(["answered", "unanswered"]);
        expect(answer?.kind === "answered" ? answer.comment : undefined).toBe(state.answer?.comment);
      }),
      { numRuns: runs(80) },
    );
  });

  it("stays where it is when the same is read again", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { webhooks, last, state } = tell(steps);
        const heard = webhooks.filter((_, index) => index % 2 === 0);
        const before = await timelineOf([...heard, last]);
        const again = await timelineOf([...heard, last, last, read(state, 999_999, false)]);
        expect(again?.entries).toEqual(before?.entries);
      }),
      { numRuns: runs(40) },
    );
  });
});
