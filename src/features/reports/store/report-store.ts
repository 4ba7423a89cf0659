import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { ReportRecord } from "../report-record.ts";
import type { ReportRecords } from "./report-records.ts";

type Repository = Pick<RepositoryRef, "id">;

/** The feature's own table. What its texts hold is taken on trust: only this store writes them. */
type ReportTables = {
  /** `record`: `ReportRecord` */
  reports: { repository: number; record: string };
};

/** Reports in the database: one row a repository. */
export class ReportStore implements ReportRecords {
  readonly #db: Kysely<Tables & ReportTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<ReportTables>();
  }

  async findReports({ id }: Repository): Promise<ReportRecord | undefined> {
    const row = await this.#db.selectFrom("reports").select("record").where("repository", "=", id).executeTakeFirst();
    return row && (JSON.parse(row.record) as ReportRecord);
  }

  async keepReports({ id }: Repository, known: ReportRecord): Promise<void> {
    const record = JSON.stringify(known);
    await this.#db
      .insertInto("reports")
      .values({ repository: id, record })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet({ record }))
      .execute();
  }

  async forgetRepository({ id }: Repository): Promise<void> {
    await this.#db.deleteFrom("reports").where("repository", "=", id).execute();
  }
}
