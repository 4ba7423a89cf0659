import type { Kysely } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { CommandUse, MadeSuggestion, RecordedSuggestion } from "../core/record-reads.ts";
import type { Records } from "../core/records.ts";
import type { Feedback, FittedThreshold, GivenFeedback, Opinions, Suggestion } from "../core/suggestion.ts";
import { eraseReaction, readFeedback, writeFeedback } from "./feedback-rows.ts";
import { readCommandUses, writeCommandUse } from "./command-uses.ts";
import type { Database } from "./open-database.ts";
import { readOpinions } from "./opinions.ts";
import {
  eraseSuggestion,
  listSuggestionComments,
  listSuggestions,
  readSuggestion,
  suggestionsOfThreads,
  writeSuggestion,
} from "./suggestion-records.ts";
import type { Tables } from "./tables.ts";
import { inTurn } from "./in-turn.ts";

/** The tables of this store, but for `repositories` itself. */
const ownTables = [
  "configs",
  "our_comments",
  "suggestions",
  "suggestion_records",
  "feedback",
  "thresholds",
  "command_uses",
] as const;

/** Our records in the database. Writing the same twice is writing it once. */
export class RecordStore implements Records {
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

  async isServed({ id }: RepositoryRef): Promise<boolean> {
    const row = await this.#db.selectFrom("repositories").select("id").where("id", "=", id).executeTakeFirst();
    return row !== undefined;
  }

  async rememberRepository({ id, owner, name, installation }: RepositoryRef): Promise<void> {
    await this.#db
      .insertInto("repositories")
      .values({ id, owner, name, installation })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ owner, name, installation }))
      .execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      for (const table of ownTables) {
        await transaction.deleteFrom(table).where("repository", "=", id).execute();
      }
      await transaction.deleteFrom("repositories").where("id", "=", id).execute();
    });
  }

  /** The config of the former owner's `.github` repository is none of this repository's. */
  async forgetFormerTeam({ id, owner, name }: RepositoryRef): Promise<void> {
    const kept = await this.findConfig({ id, owner, name, installation: 0 });
    const isTheirs = kept?.source.includes("/") && !kept.source.toLowerCase().startsWith(`${owner.toLowerCase()}/`);
    if (isTheirs) await this.#db.deleteFrom("configs").where("repository", "=", id).execute();
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

  async recordSuggestion({ id }: RepositoryRef, number: number, suggestion: Suggestion, at: Date): Promise<void> {
    await inTurn(this.#db, id, (transaction) => writeSuggestion(transaction, id, number, suggestion, at.getTime()));
  }

  async findSuggestion({ id }: RepositoryRef, number: number): Promise<Suggestion | undefined> {
    return readSuggestion(this.#db, id, number);
  }

  async suggestions(wanted: Parameters<Records["suggestions"]>[0]): Promise<readonly RecordedSuggestion[]> {
    return listSuggestions(this.#db, wanted);
  }

  async suggestionsOf({ id }: RepositoryRef, numbers: readonly number[]): Promise<readonly MadeSuggestion[]> {
    return suggestionsOfThreads(this.#db, id, numbers);
  }

  async forgetSuggestion({ id }: RepositoryRef, number: number): Promise<void> {
    await inTurn(this.#db, id, (transaction) => eraseSuggestion(transaction, id, number));
  }

  async suggestionComments(
    { id }: RepositoryRef,
    from: Date,
    to: Date,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly comment: string }[]> {
    return listSuggestionComments(this.#db, id, { from, to }, limit);
  }

  async recordFeedback({ id }: RepositoryRef, number: number, feedback: Feedback, at: Date): Promise<void> {
    await writeFeedback(this.#db, id, number, feedback, at.getTime());
  }

  async withdrawFeedback({ id }: RepositoryRef, number: number, by: string): Promise<void> {
    await eraseReaction(this.#db, id, number, by);
  }

  async feedback({ id }: RepositoryRef, wanted: Parameters<Records["feedback"]>[1]): Promise<readonly GivenFeedback[]> {
    return readFeedback(this.#db, id, wanted);
  }

  async keepThreshold({ id }: RepositoryRef, { threshold, cases, from, at }: FittedThreshold): Promise<void> {
    const fitted = { threshold, cases, fitted_from: from, fitted_at: at.getTime() };
    await this.#db
      .insertInto("thresholds")
      .values({ repository: id, ...fitted })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet(fitted))
      .execute();
  }

  async findThreshold({ id }: RepositoryRef): Promise<FittedThreshold | undefined> {
    const row = await this.#db
      .selectFrom("thresholds")
      .select(["threshold", "cases", "fitted_from", "fitted_at"])
      .where("repository", "=", id)
      .executeTakeFirst();
    return row && { threshold: row.threshold, cases: row.cases, from: row.fitted_from, at: new Date(row.fitted_at) };
  }

  async recordCommand({ id }: RepositoryRef, use: CommandUse, at: Date): Promise<void> {
    await writeCommandUse(this.#db, id, use, at.getTime());
  }

  async commandUses({ id }: RepositoryRef, by: string, since: Date): Promise<readonly CommandUse[]> {
    return readCommandUses(this.#db, id, by, since.getTime());
  }

  async opinions({ id }: RepositoryRef): Promise<ReadonlyMap<string, Opinions>> {
    return readOpinions(this.#db, id);
  }
}
