import type { Kysely } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { EntryCounts, EntryEvidence, FaqStore, ReviewIssue } from "../core/faq-store.ts";
import type { Promotion } from "../core/promotion.ts";
import { inChunks } from "./in-chunks.ts";
import type { Database } from "./open-database.ts";
import { readOpinions } from "./opinions.ts";
import { parseEvidence, parsePromotion, parseReview } from "./stored-json.ts";
import type { Tables } from "./tables.ts";

/** The records of the FAQ loop in the data folder's database. */
export class SqliteFaqStore implements FaqStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
  }

  async keepPromotion({ id }: RepositoryRef, promotion: Promotion): Promise<void> {
    const { number, state, branch } = promotion;
    const now = { state, branch, promotion: JSON.stringify(promotion) };
    await this.#db
      .insertInto("promotions")
      .values({ repository: id, number, ...now })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
      .execute();
  }

  async findPromotion({ id }: RepositoryRef, number: number): Promise<Promotion | undefined> {
    const row = await this.#db
      .selectFrom("promotions")
      .select("promotion")
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row && parsePromotion(row.promotion);
  }

  async promotions(
    { id }: RepositoryRef,
    { state, branch }: Parameters<FaqStore["promotions"]>[1],
  ): Promise<readonly Promotion[]> {
    let query = this.#db.selectFrom("promotions").select("promotion").where("repository", "=", id).orderBy("number");
    if (state !== undefined) query = query.where("state", "=", state);
    if (branch !== undefined) query = query.where("branch", "=", branch);
    return (await query.execute()).map(({ promotion }) => parsePromotion(promotion));
  }

  async keepEvidence({ id }: RepositoryRef, evidence: readonly EntryEvidence[]): Promise<void> {
    const rows = evidence.map((it) => ({ repository: id, item: it.item, evidence: JSON.stringify(it) }));
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("faq_evidence").where("repository", "=", id).execute();
      for await (const some of inChunks(rows)) await transaction.insertInto("faq_evidence").values(some).execute();
    });
  }

  async evidence({ id }: RepositoryRef): Promise<readonly EntryEvidence[]> {
    const rows = await this.#db
      .selectFrom("faq_evidence")
      .select("evidence")
      .where("repository", "=", id)
      .orderBy("item")
      .execute();
    return rows.map(({ evidence }) => parseEvidence(evidence));
  }

  async entryCounts({ id }: RepositoryRef): Promise<ReadonlyMap<string, EntryCounts>> {
    const [rows, opinions] = await Promise.all([
      this.#db
        .selectFrom("suggestions")
        .select((eb) => ["item", eb.fn.countAll().as("hits")])
        .where("repository", "=", id)
        .groupBy("item")
        .orderBy("item")
        .execute(),
      readOpinions(this.#db, id),
    ]);
    return new Map(
      rows.map(({ item, hits }) => {
        const { helpful, unhelpful } = opinions.get(item) ?? { helpful: 0, unhelpful: 0 };
        return [item, { hits: Number(hits), helpful, unhelpful }];
      }),
    );
  }

  async findReview({ id }: RepositoryRef): Promise<ReviewIssue | undefined> {
    const row = await this.#db
      .selectFrom("faq_reviews")
      .select("review")
      .where("repository", "=", id)
      .executeTakeFirst();
    return row && parseReview(row.review);
  }

  async keepReview({ id }: RepositoryRef, review: ReviewIssue): Promise<void> {
    const now = { review: JSON.stringify(review) };
    await this.#db
      .insertInto("faq_reviews")
      .values({ repository: id, ...now })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet(now))
      .execute();
  }
}
