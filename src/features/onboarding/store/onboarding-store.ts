import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import { mayUseDefaults, type OnboardingRecord } from "../onboarding-record.ts";
import type { OnboardingRecords } from "./onboarding-records.ts";

type Repository = Pick<RepositoryRef, "id">;

/** The feature's own table. What its texts hold is taken on trust: only this store and its migration write them. */
type OnboardingTables = {
  /** `record`: `OnboardingRecord` */
  onboarding: { repository: number; record: string };
};

/** Onboarding in the database: one row a repository. */
export class OnboardingStore implements OnboardingRecords {
  readonly #db: Kysely<Tables & OnboardingTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<OnboardingTables>();
  }

  async findOnboarding({ id }: Repository): Promise<OnboardingRecord | undefined> {
    const row = await this.#db
      .selectFrom("onboarding")
      .select("record")
      .where("repository", "=", id)
      .executeTakeFirst();
    return row && (JSON.parse(row.record) as OnboardingRecord);
  }

  async mayUseDefaults(repository: Repository, isOnboarding: boolean): Promise<boolean> {
    return mayUseDefaults(await this.findOnboarding(repository), isOnboarding);
  }

  async keepOnboarding({ id }: Repository, known: OnboardingRecord): Promise<void> {
    const record = JSON.stringify(known);
    await this.#db
      .insertInto("onboarding")
      .values({ repository: id, record })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet({ record }))
      .execute();
  }

  async forgetRepository({ id }: Repository): Promise<void> {
    await this.#db.deleteFrom("onboarding").where("repository", "=", id).execute();
  }
}
