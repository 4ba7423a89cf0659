import type { Kysely } from "kysely";
import type { Database } from "../../../storage/open-database.ts";
import { inChunks } from "../../../storage/in-chunks.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { LostWebhook, WebhookSweep } from "../lost-webhooks.ts";
import type { SweepRecords } from "./sweep-records.ts";

/** The feature's own tables: one row for the app, and one for each webhook that is lost so far. */
type SweepTables = {
  webhook_sweeps: { id: number; seen_to: number };
  lost_webhooks: { guid: string; attempt: string; sent_at: number; asked: number; asked_at: number };
};

const theOne = 1;

/** What is known of lost webhooks, in the database. */
export class SweepStore implements SweepRecords {
  readonly #db: Kysely<Tables & SweepTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<SweepTables>();
  }

  async findSweep(): Promise<WebhookSweep> {
    const sweep = await this.#db.selectFrom("webhook_sweeps").select("seen_to").executeTakeFirst();
    const rows = await this.#db.selectFrom("lost_webhooks").selectAll().orderBy("sent_at").orderBy("guid").execute();
    const lost = rows.map(({ sent_at: at, asked_at: askedAt, ...it }): LostWebhook => ({ ...it, at, askedAt }));
    return { ...(sweep && { seenTo: sweep.seen_to }), lost };
  }

  async keepSweep({ seenTo, lost }: WebhookSweep): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("lost_webhooks").execute();
      for await (const some of inChunks(lost)) {
        await transaction
          .insertInto("lost_webhooks")
          .values(some.map(({ at: sent_at, askedAt: asked_at, ...it }) => ({ ...it, sent_at, asked_at })))
          .execute();
      }
      if (seenTo === undefined) return;
      await transaction
        .insertInto("webhook_sweeps")
        .values({ id: theOne, seen_to: seenTo })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_to: seenTo }))
        .execute();
    });
  }

  /** No row is of a repository. */
  async forgetRepository(): Promise<void> {}
}
