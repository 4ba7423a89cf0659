import { sql, type Expression, type Kysely, type SqlBool } from "kysely";
import type { Plan } from "../core/plan.ts";
import type { Tables } from "../storage/tables.ts";
import { unsynced } from "../storage/unsynced.ts";
import type { LeaseHolder } from "./lease.ts";

/** By stage: the stored plan and the steps of it that are done, in rising order. */
export type StoredPlans = Readonly<Record<string, { readonly plan: Plan; readonly done: readonly number[] }>>;

/** Plans of the deliveries in one holder's hands. Each call is one statement that checks the lease itself. */
export class PlanStore {
  readonly #db: Kysely<Tables>;
  readonly #lease: LeaseHolder;

  constructor(db: Kysely<Tables>, lease: LeaseHolder) {
    this.#db = db;
    this.#lease = lease;
  }

  /** Rejects when this stage has a plan already: a plan of which parts may be done is not overwritten. */
  async keep(id: string, stage: string, plan: Plan): Promise<void> {
    const text = JSON.stringify(plan);
    const { numInsertedOrUpdatedRows: kept } = await this.#db
      .insertInto("delivery_plans")
      .columns(["delivery", "stage", "plan"])
      .expression(this.#lease.held(id).select((eb) => ["seq", eb.val(stage).as("stage"), eb.val(text).as("plan")]))
      .onConflict((conflict) => conflict.columns(["delivery", "stage"]).doNothing())
      .executeTakeFirstOrThrow();
    if (kept) return;
    await this.#lease.mustHold(id);
    throw new Error(`Delivery ${id} has a plan for ${stage} already.`);
  }

  async drop(id: string, stage: string): Promise<void> {
    const { numDeletedRows: dropped } = await this.#db
      .deleteFrom("delivery_plans")
      .where("delivery", "=", this.#lease.held(id).select("seq"))
      .where("stage", "=", stage)
      .executeTakeFirstOrThrow();
    if (!dropped) await this.#lease.mustHold(id);
  }

  /**
   * The mark of a step behind which others come is on disk before they are: a crash leaves one step performed and unmarked
   * at most, which is safe to repeat. So the mark of the last one may be lost, until the next plan is kept.
   */
  async markDone(id: string, stage: string, step: number, isLast: boolean): Promise<void> {
    const marked = isLast
      ? await unsynced(this.#db, (db, later) => this.#mark(db, id, stage, step, later))
      : await this.#mark(this.#db, id, stage, step, sql<SqlBool>`1 = 1`);
    // Nothing was written: it was marked before, or it is not ours to mark.
    if (!marked) await this.#lease.mustHold(id);
  }

  async #mark(db: Kysely<Tables>, id: string, stage: string, step: number, when: Expression<SqlBool>) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("delivery_steps")
      .columns(["delivery", "stage", "step"])
      .expression(
        this.#lease
          .held(id)
          .select((eb) => ["seq", eb.val(stage).as("stage"), eb.val(step).as("step")])
          .where(when),
      )
      .onConflict((conflict) => conflict.columns(["delivery", "stage", "step"]).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows;
  }
}

/** The plans of one delivery, whoever has it. */
export async function readPlans(db: Kysely<Tables>, delivery: number): Promise<StoredPlans> {
  const plans = await db
    .selectFrom("delivery_plans")
    .select(["stage", "plan"])
    .where("delivery", "=", delivery)
    .execute();
  if (plans.length === 0) return {};
  const steps = await db
    .selectFrom("delivery_steps")
    .select(["stage", "step"])
    .where("delivery", "=", delivery)
    .orderBy("step")
    .execute();
  return Object.fromEntries(
    plans.map(({ stage, plan }) => [
      stage,
      { plan: parsePlan(plan), done: steps.filter((it) => it.stage === stage).map((it) => it.step) },
    ]),
  );
}

/** Taken on trust: only `keep` writes these texts. */
function parsePlan(text: string): Plan {
  return JSON.parse(text);
}
