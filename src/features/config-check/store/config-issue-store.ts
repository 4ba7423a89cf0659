import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { ConfigIssue, ConfigIssueRecords } from "./config-issue-records.ts";

type Repository = Pick<RepositoryRef, "id">;

/** The feature's own table. */
type ConfigIssueTables = {
  config_issues: { repository: number; number: number; digest: string };
};

/** Issues about broken configs in the database: one row for each repository whose config is broken. */
export class ConfigIssueStore implements ConfigIssueRecords {
  readonly #db: Kysely<Tables & ConfigIssueTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<ConfigIssueTables>();
  }

  async findConfigIssue({ id }: Repository): Promise<ConfigIssue | undefined> {
    return this.#db
      .selectFrom("config_issues")
      .select(["number", "digest"])
      .where("repository", "=", id)
      .executeTakeFirst();
  }

  async keepConfigIssue(repository: Repository, issue: ConfigIssue | undefined): Promise<void> {
    if (!issue) return this.forgetRepository(repository);
    const { number, digest } = issue;
    await this.#db
      .insertInto("config_issues")
      .values({ repository: repository.id, number, digest })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet({ number, digest }))
      .execute();
  }

  async forgetRepository({ id }: Repository): Promise<void> {
    await this.#db.deleteFrom("config_issues").where("repository", "=", id).execute();
  }
}
