import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { LivingIssueRecord } from "../living-issue-record.ts";
import type { LivingIssueRecords } from "./living-issue-records.ts";

/** The feature's own table. What its texts hold is taken on trust: only this store writes them. */
type LivingIssueTables = {
  /** `record`: `LivingIssueRecord`; `listed_in` is in it as well. */
  living_issues: { repository: number; record: string; listed_in: number | null };
};

/** Living issues in the database: one row a repository. */
export class LivingIssueStore implements LivingIssueRecords {
  readonly #db: Kysely<Tables & LivingIssueTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<LivingIssueTables>();
  }

  async findLivingIssue({ id }: RepositoryRef): Promise<LivingIssueRecord | undefined> {
    const row = await this.#db
      .selectFrom("living_issues")
      .select("record")
      .where("repository", "=", id)
      .executeTakeFirst();
    return row && (JSON.parse(row.record) as LivingIssueRecord);
  }

  async listedIn({ id }: Pick<RepositoryRef, "id">) {
    const rows = await this.#db
      .selectFrom("living_issues")
      .select(["repository", "record"])
      .where("listed_in", "=", id)
      .orderBy("repository")
      .execute();
    return rows.map(({ repository, record }) => ({ repository, record: JSON.parse(record) as LivingIssueRecord }));
  }

  async keepLivingIssue({ id }: RepositoryRef, record: LivingIssueRecord): Promise<void> {
    const now = { record: JSON.stringify(record), listed_in: record.listedIn ?? null };
    await this.#db
      .insertInto("living_issues")
      .values({ repository: id, ...now })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet(now))
      .execute();
  }

  /** It is listed in no issue of the former owner's any more. An issue of its own goes with it. */
  async forgetFormerTeam({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db
      .deleteFrom("living_issues")
      .where("repository", "=", id)
      .where("listed_in", "is not", null)
      .execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("living_issues").where("repository", "=", id).execute();
  }
}
