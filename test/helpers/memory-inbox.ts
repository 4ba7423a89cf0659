import type { Delivery, InboxCounts, InboxEntry, InboxState, Shortfall } from "../../src/core/delivery.ts";
import { LeaseLostError } from "../../src/core/errors.ts";
import type { ClaimedDelivery, Forgotten, InFlight, Inbox, Setback, QueuePosition } from "../../src/core/inbox.ts";
import type { Plan } from "../../src/core/plan.ts";

interface StoredPlan {
  readonly plan: string;
  readonly done: Set<number>;
}

/** One delivery. Payload and plans are kept as JSON, as a database would keep them. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly action: string | undefined;
  readonly position: QueuePosition;
  /** Missing where it was done as soon as it was written: that is not what others tell again. */
  readonly cause: string | undefined;
  readonly priority: number;
  readonly receivedAt: Date;
  payload: string | undefined;
  readonly plans: Map<string, StoredPlan>;
  state: InboxState;
  attempts: number;
  runAt: Date;
  finishedAt: Date | undefined;
  outcome: string | undefined;
  shortfall: Shortfall | undefined;
  lease: { readonly holder: string; readonly until: Date } | undefined;
  /** Processes in a row that ended with it in progress, and how many steps were done when it was last claimed. */
  crashes: number;
  stepsBefore: number;
  ranAlone: boolean;
  isForgottenAtEnd: boolean;
}

/** A worker with nothing in progress that takes whatever there is. */
const nothingInFlight: InFlight = { deliveries: [], maxOf: () => Number.POSITIVE_INFINITY, lastTurnOf: () => 0 };
const suspectAfter = 2;
const manyInLine = 5;
const behindAll = 9;

/** The inbox in memory: for tests that need no database, and held to the same contract as the one in a database. */
function isMeant({ position: { repository, installation, orderKey }, payload }: Row, what: Forgotten): boolean {
  if ("repository" in what) return repository === what.repository;
  if ("installation" in what) return repository === undefined && installation === what.installation;
  if (orderKey !== what.orderKey) return false;
  return what.about === undefined || JSON.stringify(payload ?? null).includes(JSON.stringify(what.about));
}

export class MemoryInbox implements Inbox {
  readonly #holder: string;
  /** In the order in which they came. */
  readonly #rows: Row[];

  constructor(holder = "a", rows: Row[] = []) {
    this.#holder = holder;
    this.#rows = rows;
  }

  /** The same inbox as another process sees it. */
  as(holder: string): MemoryInbox {
    return new MemoryInbox(holder, this.#rows);
  }

  async accept({ id, name, payload }: Delivery, position: QueuePosition, at: Date, outcome?: string): Promise<boolean> {
    if (this.#find(id)) return false;
    const { cause } = position;
    const before = cause === undefined ? undefined : this.#rows.find((it) => it.cause === cause);
    const ended = outcome ?? (before && `nothing: delivery ${before.id} has told this before`);
    this.#rows.push({
      id,
      name,
      action: actionOf(payload),
      position,
      cause: ended === undefined ? cause : undefined,
      priority: this.#priorityOf(position),
      receivedAt: at,
      payload: JSON.stringify(payload) ?? "null",
      plans: new Map(),
      state: ended === undefined ? "waiting" : "done",
      attempts: 0,
      runAt: at,
      finishedAt: ended === undefined ? undefined : at,
      outcome: ended,
      shortfall: undefined,
      lease: undefined,
      crashes: 0,
      stepsBefore: 0,
      ranAlone: false,
      isForgottenAtEnd: false,
    });
    return true;
  }

  async claim(now: Date, leaseMs: number, inFlight: InFlight = nothingInFlight): Promise<ClaimedDelivery | undefined> {
    const countOf = (of: number) =>
      this.#unfinished().filter(({ state, position }) => state === "running" && position.installation === of).length;
    const installations = [...new Set(this.#unfinished().map(({ position }) => position.installation))].toSorted(
      (a, b) => countOf(a) - countOf(b) || inFlight.lastTurnOf(a) - inFlight.lastTurnOf(b) || a - b,
    );
    for (const installation of installations) {
      const isFull = countOf(installation) >= inFlight.maxOf(installation);
      const row = this.#claimable(installation, now, inFlight, isFull);
      if (!row) continue;
      const crashes = crashesOf(row);
      if (crashes >= suspectAfter && inFlight.deliveries.length > 0) return undefined;
      return this.#take(row, crashes, new Date(now.getTime() + leaseMs));
    }
    return undefined;
  }

  async renew(id: string, now: Date, leaseMs: number): Promise<void> {
    this.#held(id).lease = { holder: this.#holder, until: new Date(now.getTime() + leaseMs) };
  }

  async keepPlan(id: string, stage: string, plan: Plan): Promise<void> {
    const { plans } = this.#held(id);
    if (plans.has(stage)) throw new Error(`Delivery ${id} has a plan for ${stage} already.`);
    plans.set(stage, { plan: JSON.stringify(plan), done: new Set() });
  }

  async dropPlan(id: string, stage: string): Promise<void> {
    this.#held(id).plans.delete(stage);
  }

  async markDone(id: string, stage: string, step: number): Promise<void> {
    const stored = this.#held(id).plans.get(stage);
    if (!stored) throw new Error(`Delivery ${id} has no plan for ${stage}.`);
    stored.done.add(step);
  }

  async finish(id: string, outcome: string, at: Date, shortfall?: Shortfall): Promise<void> {
    end(this.#held(id), { state: "done", outcome, finishedAt: at, shortfall });
  }

  async fail(id: string, error: string, at: Date, retryAt: Date | undefined, setback: Setback): Promise<void> {
    const row = this.#held(id);
    if (setback !== "wait") row.attempts++;
    if (setback !== "crash") row.crashes = 0;
    if (retryAt === undefined) return end(row, { state: "dead", outcome: error, finishedAt: at, shortfall: undefined });
    Object.assign(row, { state: "waiting", outcome: error, runAt: retryAt, lease: undefined });
  }

  async recordShutdown(): Promise<void> {
    // Fewer than none: whoever takes it up finds that steps were done since.
    for (const row of this.#rows) if (row.lease?.holder === this.#holder) row.stepsBefore = -1;
  }

  async giveBack(at: Date, but: readonly string[]): Promise<void> {
    for (const row of this.#rows) {
      const { id, lease } = row;
      if (lease?.holder === this.#holder && !but.includes(id)) row.lease = { ...lease, until: at };
    }
  }

  async list({ state, shortfall, orderKey, limit }: Parameters<Inbox["list"]>[0]): Promise<readonly InboxEntry[]> {
    return this.#rows
      .filter((it) => state === undefined || it.state === state)
      .filter((it) => shortfall === undefined || it.shortfall === shortfall)
      .filter((it) => orderKey === undefined || it.position.orderKey === orderKey)
      .toReversed()
      .slice(0, limit)
      .map(toEntry);
  }

  async show(id: string): ReturnType<Inbox["show"]> {
    const row = this.#find(id);
    return row && { ...toEntry(row), payload: payloadOf(row), plans: plansOf(row) };
  }

  async retry(id: string, now: Date): Promise<boolean> {
    const row = this.#find(id);
    if (row?.state !== "dead") return false;
    Object.assign(row, { state: "waiting", attempts: 0, crashes: 0, runAt: now, finishedAt: undefined });
    return true;
  }

  async counts(): Promise<InboxCounts> {
    const counts = { waiting: 0, running: 0, done: 0, dead: 0, refused: 0, gone: 0 };
    for (const { state, shortfall } of this.#rows) {
      counts[state]++;
      if (shortfall) counts[shortfall]++;
    }
    return counts;
  }

  async nextRunAt(): Promise<Date | undefined> {
    const times = this.#firstOfKeys().map((it) => claimableAt(it).getTime());
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  }

  async forget(what: Forgotten, by: string, at: Date): Promise<void> {
    const last = this.#rows.findIndex(({ id }) => id === by);
    for (const row of this.#rows.slice(0, last + 1)) {
      if (!isMeant(row, what)) continue;
      if (row.state === "running") row.isForgottenAtEnd = true;
      else forgetNow(row, at);
    }
  }

  async prune(before: Date): Promise<number> {
    const old = this.#rows.filter(({ state, finishedAt }) => state === "done" && finishedAt && finishedAt < before);
    for (const row of old) this.#rows.splice(this.#rows.indexOf(row), 1);
    return old.length;
  }

  #find(id: string): Row | undefined {
    return this.#rows.find((it) => it.id === id);
  }

  #held(id: string): Row {
    const row = this.#find(id);
    if (row?.state === "running" && row.lease?.holder === this.#holder) return row;
    throw new LeaseLostError(`Delivery ${id} is not in our hands.`);
  }

  #unfinished(): readonly Row[] {
    return this.#rows.filter(({ state }) => state === "waiting" || state === "running");
  }

  #firstOfKeys(): readonly Row[] {
    const firsts = new Map<string, Row>();
    for (const row of this.#unfinished()) {
      const { orderKey } = row.position;
      // What is in progress comes before an older one that was a dead letter and is retried.
      if (row.state === "running" || !firsts.has(orderKey)) firsts.set(orderKey, row);
    }
    return this.#unfinished().filter((row) => firsts.get(row.position.orderKey) === row);
  }

  /** `leftBehind`: only what another process had in progress. */
  #claimable(installation: number, now: Date, { deliveries }: InFlight, leftBehind: boolean): Row | undefined {
    const isInHand = ({ state, id }: Row) => state === "running" && deliveries.some((it) => it.id === id);
    return this.#firstOfKeys()
      .filter((it) => it.position.installation === installation && claimableAt(it) <= now && !isInHand(it))
      .filter(({ state }) => state === "running" || !leftBehind)
      .toSorted((a, b) => a.priority - b.priority)[0];
  }

  #take(row: Row, crashes: number, until: Date): ClaimedDelivery {
    const runsAlone = crashes >= suspectAfter;
    const diedAlone = row.state === "running" && row.ranAlone && crashes > 0;
    const lease = { holder: this.#holder, until };
    Object.assign(row, { state: "running", lease, crashes, stepsBefore: stepsOf(row), ranAlone: runsAlone });
    const { id, name, attempts, receivedAt, position } = row;
    const { installation } = position;
    const plans = plansOf(row);
    return { id, name, payload: payloadOf(row), attempts, installation, receivedAt, plans, runsAlone, diedAlone };
  }

  /** Whoever has many in line already waits behind everybody else. */
  #priorityOf({ installation, priority, actor }: QueuePosition): number {
    if (actor === undefined) return priority;
    const inLine = this.#unfinished().filter(
      ({ position }) => position.installation === installation && position.actor === actor,
    );
    return inLine.length < manyInLine ? priority : behindAll;
  }
}

/** What the end of its last process says, where it was in progress then: nothing, if a step had been done since. */
function crashesOf(row: Row): number {
  if (row.state !== "running") return row.crashes;
  return stepsOf(row) > row.stepsBefore ? 0 : row.crashes + 1;
}

function stepsOf({ plans }: Row): number {
  return [...plans.values()].reduce((sum, { done }) => sum + done.size, 0);
}

function claimableAt({ state, lease, runAt }: Row): Date {
  return state === "running" && lease ? lease.until : runAt;
}

function end(row: Row, how: Pick<Row, "state" | "outcome" | "finishedAt" | "shortfall">): void {
  Object.assign(row, { ...how, lease: undefined });
  if (row.isForgottenAtEnd) forgetNow(row, undefined);
}

/** Keeps of what was said the names of features and commands alone. `at`: when it ends, if it has not. */
function forgetNow(row: Row, at: Date | undefined): void {
  const parts = (row.outcome ?? "").split("; ").flatMap((part) => /^[\w:/ -]{1,60}(?=: )/u.exec(part)?.[0] ?? []);
  row.outcome = `${[...new Set(parts)].join(", ") || "done"}; the rest was forgotten`;
  row.payload = undefined;
  row.plans.clear();
  if (row.state !== "done" && at) Object.assign(row, { state: "done", finishedAt: at, lease: undefined });
}

function payloadOf({ payload }: Row): unknown {
  return payload === undefined ? undefined : JSON.parse(payload);
}

function plansOf({ plans }: Row): ClaimedDelivery["plans"] {
  return Object.fromEntries(
    [...plans].map(([stage, { plan, done }]) => [
      stage,
      { plan: JSON.parse(plan) as Plan, done: [...done].toSorted((a, b) => a - b) },
    ]),
  );
}

function toEntry({ id, name, action, position, state, attempts, receivedAt, runAt, ...row }: Row): InboxEntry {
  const { finishedAt, outcome, shortfall } = row;
  return {
    id,
    name,
    action,
    orderKey: position.orderKey,
    state,
    attempts,
    receivedAt,
    runAt,
    ...(finishedAt && { finishedAt }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(shortfall && { shortfall }),
  };
}

function actionOf(payload: unknown): string | undefined {
  const { action, kind } = Object(payload) as { readonly action?: unknown; readonly kind?: unknown };
  return [action, kind].find((it) => typeof it === "string");
}
