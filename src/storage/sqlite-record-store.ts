import type { Kysely } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { RecordStore } from "../core/ports.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables.ts";

/** Tables whose rows go with their repository. */
const tablesByRepository = ["configs", "our_comments", "suggestions", "feedback"] as const;

/** Our records in the data folder's database. Writing the same twice is writing it once. */
export class SqliteRecordStore implements RecordStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
  }

  async findConfig({ id }: RepositoryRef): Promise<{ readonly source: string; readonly text: string } | undefined> {
    return this.#db.selectFrom("configs").select(["source", "text"]).where("repository", "=", id).executeTakeFirst();
  }

  async keepConfig({ id }: RepositoryRef, source: string, text: string): Promise<void> {
    await this.#db
      .insertInto("configs")
      .values({ repository: id, source, text })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet({ source, text }))
      .execute();
  }

  async repositories(): Promise<readonly RepositoryRef[]> {
    return this.#db
      .selectFrom("repositories")
      .select(["id", "owner", "name", "installation"])
      .orderBy("owner")
      .orderBy("name")
      .orderBy("id")
      .execute();
  }

  async rememberRepository({ id, owner, name, installation }: RepositoryRef): Promise<void> {
    await this.#db
      .insertInto("repositories")
      .values({ id, owner, name, installation })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ owner, name, installation }))
      .execute();
  }

  async forgetRepository({ id }: RepositoryRef): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const table of tablesByRepository) {
        await transaction.deleteFrom(table).where("repository", "=", id).execute();
      }
      await transaction.deleteFrom("repositories").where("id", "=", id).execute();
    });
  }

  async findOurComment({ id }: RepositoryRef, number: number): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom("our_comments")
      .select("comment")
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row?.comment;
  }

  async keepOurComment({ id }: RepositoryRef, number: number, comment: string): Promise<void> {
    await this.#db
      .insertInto("our_comments")
      .values({ repository: id, number, comment })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet({ comment }))
      .execute();
  }

  /** What is suggested in a thread from now on; it takes the place of what was suggested there before. */
  async recordSuggestion(
    { id }: RepositoryRef,
    number: number,
    items: readonly { readonly id: string; readonly confidence: number }[],
    at: Date,
  ): Promise<void> {
    const confidences = new Map(items.map((item) => [item.id, item.confidence]));
    const rows = [...confidences].map(([item, confidence]) => ({
      repository: id,
      number,
      item,
      confidence,
      suggested_at: at.getTime(),
    }));
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("suggestions").where("repository", "=", id).where("number", "=", number).execute();
      if (rows.length > 0) await transaction.insertInto("suggestions").values(rows).execute();
    });
  }

  /** What a person thinks of a thread's suggestions; a second opinion of the same person replaces the first. */
  async recordFeedback({ id }: RepositoryRef, number: number, by: string, helpful: boolean, at: Date): Promise<void> {
    const opinion = { helpful: helpful ? 1 : 0, given_at: at.getTime() };
    await this.#db
      .insertInto("feedback")
      .values({ repository: id, number, given_by: by, ...opinion })
      .onConflict((conflict) => conflict.columns(["repository", "number", "given_by"]).doUpdateSet(opinion))
      .execute();
  }
}
