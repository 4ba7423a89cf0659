import { sql, type Kysely } from "kysely";
import type { Delivery, InboxCounts, InboxEntry, InboxState, Shortfall } from "../core/delivery.ts";
import type { NamingDeliveries } from "../core/forgotten-people.ts";
import type { Plan } from "../core/plan.ts";
import type { ClaimedDelivery, Forgotten, InFlight, Inbox, Setback, QueuePosition } from "../core/inbox.ts";
import type { Database } from "../storage/open-database.ts";
import type { Notices } from "../storage/notices.ts";
import type { Tables } from "../storage/tables.ts";
import { Arrivals } from "./arrivals.ts";
import { Claimer } from "./claim-next.ts";
import { nextClaimableAt } from "./claimable.ts";
import { entryColumns, toInboxEntry } from "./delivery-rows.ts";
import { forgetDeliveries, forgetDone, forgetEnded, forgetStray, pruneDeliveries } from "./forget-deliveries.ts";
import { forgetPersonDeliveries } from "./forget-person-deliveries.ts";
import { correctTimes, endLeases, giveBack } from "./recover.ts";
import { LeaseHolder, noLease } from "./lease.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { PlanStore, readPlans, type StoredPlans } from "./stored-plans.ts";

/** What processes tell each other of: something came that can be claimed. */
const inboxNotice = "inbox";

/** A worker with nothing in progress that takes whatever there is. */
const nothingInFlight: InFlight = { deliveries: [], maxOf: () => Number.POSITIVE_INFINITY, lastTurnOf: () => 0 };

/**
 * The inbox in the database. Any number of processes may work on it; each is one holder of leases.
 *
 * Unfinished is what has no `finished_at`: the indexes that claiming uses hold nothing else.
 */
export class InboxStore implements Inbox {
  readonly #db: Kysely<Tables>;
  readonly #lease: LeaseHolder;
  readonly #plans: PlanStore;
  readonly #reclaim: () => Promise<void>;
  readonly #notices: Notices;
  readonly #arrivals: Arrivals;
  readonly #claimer: Claimer;

  /** `holder` names this process among those that work on the inbox; a new one each start. */
  constructor(database: Database, holder: string) {
    this.#db = database.db;
    this.#reclaim = () => database.reclaim();
    this.#notices = database.notices;
    this.#lease = new LeaseHolder(this.#db, holder);
    this.#plans = new PlanStore(this.#db, this.#lease);
    this.#arrivals = new Arrivals(this.#db);
    this.#claimer = new Claimer(this.#db, holder);
  }

  async accept(delivery: Delivery, position: QueuePosition, at: Date, outcome?: string): Promise<boolean> {
    const isNew = await this.#arrivals.accept({ delivery, position, at, outcome });
    if (isNew && outcome === undefined) this.#notices.tell(inboxNotice);
    return isNew;
  }

  async claim(now: Date, leaseMs: number, inFlight: InFlight = nothingInFlight): Promise<ClaimedDelivery | undefined> {
    const claim = await this.#claimer.claim(now, leaseMs, inFlight);
    if (claim === undefined) return undefined;
    const { seq, id, name, attempts, installation, runsAlone, diedAlone } = claim;
    const payload: unknown = claim.payload === null ? undefined : JSON.parse(claim.payload);
    // Most have none, and need not be asked for any.
    const plans = claim.plan === null ? {} : await readPlans(this.#db, seq);
    const receivedAt = new Date(claim.received_at);
    return { id, name, attempts, installation, payload, receivedAt, plans, runsAlone, diedAlone };
  }

  /** Calls `act` when another process has put something in line: at once on PostgreSQL, never on SQLite. */
  hearArrivals(act: () => void): void {
    this.#notices.hear(inboxNotice, act);
  }

  /** At a start: see `endLeases`. */
  async endLeases(isGone: (holder: string) => boolean, now: Date): Promise<void> {
    await endLeases(this.#db, isGone, now);
  }

  /** At a start: see `correctTimes`. */
  async correctTimes(now: Date): Promise<void> {
    await correctTimes(this.#db, now);
  }

  async renew(id: string, now: Date, leaseMs: number): Promise<void> {
    // Lost, it is a renewal that came a few seconds too late; the next one follows before the lease ends.
    await this.#lease.updateUnsynced(id, { lease_until: now.getTime() + leaseMs });
  }

  async keepPlan(id: string, stage: string, plan: Plan): Promise<void> {
    await this.#plans.keep(id, stage, plan);
  }

  async dropPlan(id: string, stage: string): Promise<void> {
    await this.#plans.drop(id, stage);
  }

  async markDone(id: string, stage: string, step: number, isLast = false): Promise<void> {
    await this.#plans.markDone(id, stage, step, isLast);
  }

  async finish(id: string, outcome: string, at: Date, shortfall?: Shortfall): Promise<void> {
    const ending = { outcome, shortfall: shortfall ?? null, finished_at: at.getTime(), actor: null };
    // Lost, it is as if the process had ended just before: the delivery comes again, and finds its work done.
    const { isForgotten } = await this.#lease.updateUnsynced(id, { state: "done", ...ending, ...noLease });
    if (isForgotten) await this.#forgetEnded(id);
    // It came when its repository was forgotten already, such as by the tick that told of that.
    else if (shortfall === "gone") await forgetStray(this.#db, id);
  }

  async fail(id: string, error: string, at: Date, retryAt: Date | undefined, setback: Setback): Promise<void> {
    const { isForgotten } = await this.#lease.update(id, {
      outcome: error,
      ...(setback === "wait" ? {} : { attempts: sql<number>`attempts + 1` }),
      // A try that came to an end of its own says that the delivery leaves its process alive.
      ...(setback === "crash" ? {} : { crashes: 0 }),
      ...(retryAt === undefined
        ? { state: "dead" as const, finished_at: at.getTime(), actor: null }
        : { state: "waiting" as const, run_at: retryAt.getTime(), put_back_at: at.getTime() }),
      ...noLease,
    });
    if (retryAt === undefined && isForgotten) await this.#forgetEnded(id);
  }

  async forget(what: Forgotten, by: string, at: Date): Promise<void> {
    await forgetDeliveries(this.#db, what, by, at);
  }

  /** Forgets what deliveries said that were done before a time; answers how many. That they were there stays. */
  async forgetDone(before: Date): Promise<number> {
    return forgetDone(this.#db, before);
  }

  /** See `forgetPersonDeliveries`. */
  async forgetPerson(
    login: string,
    options: { readonly isDry: boolean; readonly at: Date },
  ): Promise<NamingDeliveries> {
    return forgetPersonDeliveries(this.#db, login, options);
  }

  async recordShutdown(): Promise<void> {
    await this.#db
      .updateTable("deliveries")
      // Fewer than none: whoever takes it up finds that steps were done since.
      .set({ steps_before: -1 })
      .where("state", "=", "running")
      .where("leased_by", "=", this.#lease.name)
      .execute();
  }

  async giveBack(at: Date, but: readonly string[]): Promise<void> {
    await giveBack(this.#db, this.#lease.name, at, but);
    this.#notices.tell(inboxNotice);
  }

  async list(filter: Parameters<Inbox["list"]>[0]): Promise<readonly InboxEntry[]> {
    return (await listDeliveries(this.#db, filter)).map(toInboxEntry);
  }

  async show(
    id: string,
  ): Promise<(InboxEntry & { readonly payload: unknown; readonly plans: StoredPlans }) | undefined> {
    const row = await this.#db
      .selectFrom("deliveries")
      .select([...entryColumns, "seq"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { ...toInboxEntry(row), payload: await this.#payload(row.seq), plans: await readPlans(this.#db, row.seq) };
  }

  async retry(id: string, now: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("deliveries")
      .set({ state: "waiting", attempts: 0, crashes: 0, run_at: now.getTime(), finished_at: null })
      .where("id", "=", id)
      .where("state", "=", "dead")
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) this.#notices.tell(inboxNotice);
    return numUpdatedRows > 0n;
  }

  async counts(): Promise<InboxCounts> {
    const counts: Record<InboxState | Shortfall, number> = {
      waiting: 0,
      running: 0,
      done: 0,
      dead: 0,
      refused: 0,
      gone: 0,
    };
    for (const { of, count } of await this.#countBy("state")) if (of !== null) counts[of] = count;
    for (const { of, count } of await this.#countBy("shortfall")) if (of !== null) counts[of] = count;
    return counts;
  }

  async nextRunAt(): Promise<Date | undefined> {
    const at = await nextClaimableAt(this.#db);
    return at === undefined ? undefined : new Date(at);
  }

  async prune(before: Date): Promise<number> {
    return pruneDeliveries(this.#db, before);
  }

  async #countBy<Column extends "state" | "shortfall">(column: Column) {
    return this.#db
      .selectFrom("deliveries")
      .select((eb) => [eb.ref(column).as("of"), eb.fn.countAll<number>().as("count")])
      .where(column, "is not", null)
      .groupBy(column)
      .execute();
  }

  /** Undefined when it was forgotten. */
  async #payload(delivery: number): Promise<unknown> {
    const row = await this.#db
      .selectFrom("delivery_payloads")
      .select("payload")
      .where("delivery", "=", delivery)
      .executeTakeFirst();
    return row && JSON.parse(row.payload);
  }

  /** What had to be kept until a delivery ended; and then nothing of all that was forgotten is left in the files. */
  async #forgetEnded(id: string): Promise<void> {
    if (await forgetEnded(this.#db, id)) await this.#reclaim();
  }
}
