import fc from "fast-check";
import type { InboxState } from "../../src/core/delivery.ts";
import type { Inbox } from "../../src/core/inbox.ts";
import { inLine } from "../helpers/in-line.ts";

/** Two processes work on the inbox. */
export type Holder = "a" | "b";
export type Inboxes = Readonly<Record<Holder, Inbox>>;

type Ending = "renew" | "finish" | "fail" | "wait" | "bury";

/** What can happen to an inbox. `pick` chooses among the deliveries a process has in hand. */
export type Step =
  | { readonly do: "accept"; readonly id: number; readonly key: number }
  | { readonly do: "claim"; readonly by: Holder }
  | { readonly do: Ending; readonly by: Holder; readonly pick: number }
  | { readonly do: "retry"; readonly id: number }
  | { readonly do: "crash"; readonly by: Holder }
  | { readonly do: "pass"; readonly ms: number };

const holder = fc.constantFrom<Holder>("a", "b");
const id = fc.nat({ max: 11 });

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("accept" as const), id, key: fc.nat({ max: 2 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("claim" as const), by: holder }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom<Ending>("renew", "finish", "fail", "wait", "bury"),
      by: holder,
      pick: fc.nat(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("retry" as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), by: holder }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.integer({ min: 1, max: 60 }) }) },
);

/** A step as it is done to a real inbox, and what that must answer. */
export interface Expectation {
  readonly act: (inboxes: Inboxes) => Promise<unknown>;
  readonly answer: unknown;
}

interface Row {
  readonly id: string;
  readonly key: string;
  state: InboxState;
  attempts: number;
  /** When it can be claimed: due, or its lease ends. */
  at: number;
  holder: Holder | undefined;
}

const leaseMs = 50;
const nothingToDo: Expectation = { act: () => Promise.resolve(undefined), answer: undefined };

/** An inbox in few lines, to compare real ones with. */
export class InboxModel {
  readonly #rows: Row[] = [];
  #now = 1_000;

  /** What the inbox's list must say, oldest first. */
  entries(): readonly Pick<Row, "id" | "key" | "state" | "attempts">[] {
    return this.#rows.map(({ id, key, state, attempts }) => ({ id, key, state, attempts }));
  }

  hasUnfinished(): boolean {
    return this.#unfinished().length > 0;
  }

  apply(step: Step): Expectation {
    switch (step.do) {
      case "accept":
        return this.#accept(String(step.id), `key ${step.key}`);
      case "claim":
        return this.#claim(step.by);
      case "retry":
        return this.#retry(String(step.id));
      case "pass":
        this.#now += step.ms;
        return nothingToDo;
      case "crash":
        // A dead process does nothing any more: what it had in hand is nobody's until the leases run out.
        for (const row of this.#rows) if (row.holder === step.by) row.holder = undefined;
        return nothingToDo;
      default:
        return this.#end(step.do, step.by, step.pick);
    }
  }

  #unfinished(): readonly Row[] {
    return this.#rows.filter((row) => row.state === "waiting" || row.state === "running");
  }

  /** Of each key: the one in progress, or else the oldest. */
  #firsts(): readonly Row[] {
    const unfinished = this.#unfinished();
    return unfinished.filter((row) => {
      const ofKey = unfinished.filter((it) => it.key === row.key);
      return (ofKey.find((it) => it.state === "running") ?? ofKey[0]) === row;
    });
  }

  #accept(id: string, key: string): Expectation {
    const now = this.#now;
    const isNew = !this.#rows.some((row) => row.id === id);
    if (isNew) this.#rows.push({ id, key, state: "waiting", attempts: 0, at: now, holder: undefined });
    return { act: ({ a }) => a.accept({ id, name: "n", payload: id }, inLine(key), new Date(now)), answer: isNew };
  }

  #claim(by: Holder): Expectation {
    const now = this.#now;
    const row = this.#firsts().find((it) => it.at <= now);
    const act = async (inboxes: Inboxes): Promise<unknown> => {
      const claimed = await inboxes[by].claim(new Date(now), leaseMs);
      return claimed === undefined ? undefined : [claimed.id, claimed.payload, claimed.attempts];
    };
    if (row === undefined) return { act, answer: undefined };
    Object.assign(row, { state: "running", at: now + leaseMs, holder: by });
    return { act, answer: [row.id, row.id, row.attempts] };
  }

  #end(how: Ending, by: Holder, pick: number): Expectation {
    const held = this.#rows.filter((row) => row.state === "running" && row.holder === by);
    const row = held[pick % Math.max(1, held.length)];
    if (row === undefined) return nothingToDo;
    const now = new Date(this.#now);
    const later = new Date(this.#now + 20);
    if (how === "renew") {
      row.at = this.#now + leaseMs;
      return { act: (inboxes) => inboxes[by].renew(row.id, now, leaseMs), answer: undefined };
    }
    row.attempts += how === "fail" || how === "bury" ? 1 : 0;
    row.at = later.getTime();
    row.holder = undefined;
    if (how === "finish") {
      row.state = "done";
      return { act: (inboxes) => inboxes[by].finish(row.id, "done", now), answer: undefined };
    }
    row.state = how === "bury" ? "dead" : "waiting";
    const retryAt = how === "bury" ? undefined : later;
    return {
      act: (inboxes) => inboxes[by].fail(row.id, how, now, retryAt, how === "wait" ? "wait" : "failure"),
      answer: undefined,
    };
  }

  #retry(id: string): Expectation {
    const now = new Date(this.#now);
    const row = this.#rows.find((it) => it.id === id && it.state === "dead");
    if (row !== undefined) Object.assign(row, { state: "waiting", attempts: 0, at: this.#now });
    return { act: ({ b }) => b.retry(id, now), answer: row !== undefined };
  }
}
