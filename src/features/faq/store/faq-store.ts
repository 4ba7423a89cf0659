import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { EntryCounts, EntryEvidence, FaqReads, FaqRecords, ReviewIssue } from "./faq-records.ts";
import type { Promotion, PromotionState } from "../promotion/promotion.ts";
import { inChunks } from "../../../storage/in-chunks.ts";
import type { Database } from "../../../storage/open-database.ts";
import { readOpinions } from "../../../storage/opinions.ts";
import type { Tables } from "../../../storage/tables.ts";
import { inTurn } from "../../../storage/in-turn.ts";

/** The FAQ's own tables. Their JSON is not validated when it is read: only this store writes it. */
type FaqTables = {
  promotions: PromotionsTable;
  faq_evidence: { repository: number; item: string; evidence: string };
  faq_reviews: { repository: number; review: string };
};

/** Answers on their way into the FAQ: one row a discussion. */
interface PromotionsTable {
  repository: number;
  number: number;
  state: PromotionState;
  branch: string;
  /** `Promotion` */
  promotion: string;
}

/** The records of the FAQ in the database. */
export class FaqStore implements FaqRecords {
  readonly #db: Kysely<Tables & FaqTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<FaqTables>();
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
    return row && (JSON.parse(row.promotion) as Promotion);
  }

  async promotions(
    { id }: RepositoryRef,
    { state, branch }: Parameters<FaqReads["promotions"]>[1],
  ): Promise<readonly Promotion[]> {
    let query = this.#db.selectFrom("promotions").select("promotion").where("repository", "=", id).orderBy("number");
    if (state !== undefined) query = query.where("state", "=", state);
    if (branch !== undefined) query = query.where("branch", "=", branch);
    return (await query.execute()).map(({ promotion }) => JSON.parse(promotion) as Promotion);
  }

  async keepEvidence({ id }: RepositoryRef, evidence: readonly EntryEvidence[]): Promise<void> {
    const rows = evidence.map((it) => ({ repository: id, item: it.item, evidence: JSON.stringify(it) }));
    await inTurn(this.#db, id, async (transaction) => {
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
    return rows.map(({ evidence }) => JSON.parse(evidence) as EntryEvidence);
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
    return row && (JSON.parse(row.review) as ReviewIssue);
  }

  async keepReview({ id }: RepositoryRef, review: ReviewIssue): Promise<void> {
    const now = { review: JSON.stringify(review) };
    await this.#db
      .insertInto("faq_reviews")
      .values({ repository: id, ...now })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet(now))
      .execute();
  }

  /** Paths of the files that answers of this repository were promoted to. */
  async promotedFiles(repository: RepositoryRef): Promise<readonly string[]> {
    return [...new Set((await this.promotions(repository, {})).map(({ file }) => file))];
  }

  /** Ids of the items that are stale entries. */
  async staleEntries(repository: RepositoryRef): Promise<ReadonlySet<string>> {
    const stale = (await this.evidence(repository)).filter((it) => it.stale.length > 0);
    return new Set(stale.map(({ item }) => item));
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      for (const table of ["promotions", "faq_evidence", "faq_reviews"] as const) {
        await transaction.deleteFrom(table).where("repository", "=", id).execute();
      }
    });
  }
}
