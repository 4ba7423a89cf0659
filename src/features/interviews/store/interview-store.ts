import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import { withoutThread, type InterviewReason, type NamedInterviewee } from "../interview.ts";
import type { InterviewNotes, InterviewRecords } from "./interview-records.ts";
import { inTurn } from "../../../storage/in-turn.ts";

/** The feature's own tables. What their texts hold is taken on trust: only this store writes them. */
type InterviewTables = {
  interviews: InterviewsTable;
  interview_notes: { repository: number; quarter: string; person: string; notes: string };
};

interface InterviewsTable {
  repository: number;
  quarter: string;
  /** Login in small letters. */
  person: string;
  login: string;
  /** In the list of the quarter, from 0. */
  position: number;
  named_at: number;
  /** `InterviewReason[]` */
  reasons: string;
  done_by: string | null;
  done_at: number | null;
}

/** Who was named to be talked to, in the database. */
export class InterviewStore implements InterviewRecords {
  readonly #db: Kysely<Tables & InterviewTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<InterviewTables>();
  }

  async interviews({ id }: RepositoryRef): Promise<readonly NamedInterviewee[]> {
    const rows = await this.#db
      .selectFrom("interviews")
      .selectAll()
      .where("repository", "=", id)
      .orderBy("quarter", "desc")
      .orderBy("position")
      .execute();
    return rows.map(toNamed);
  }

  async isChosen({ id }: RepositoryRef, quarter: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom("interviews")
      .select("person")
      .where("repository", "=", id)
      .where("quarter", "=", quarter)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async notes({ id }: RepositoryRef): Promise<readonly InterviewNotes[]> {
    const rows = await this.#db
      .selectFrom("interview_notes")
      .select(["quarter", "person", "notes"])
      .where("repository", "=", id)
      .orderBy("quarter", "desc")
      .orderBy("person")
      .execute();
    return rows.map(({ quarter, person, notes }) => ({ quarter, login: person, notes }));
  }

  async nameInterviewees({ id }: RepositoryRef, named: readonly NamedInterviewee[]): Promise<void> {
    const [first] = named;
    if (!first) return;
    await inTurn(this.#db, id, async (transaction) => {
      const known = await transaction
        .selectFrom("interviews")
        .select("person")
        .where("repository", "=", id)
        .where("quarter", "=", first.quarter)
        .limit(1)
        .executeTakeFirst();
      if (known) return;
      for (const [position, it] of named.entries()) {
        await transaction
          .insertInto("interviews")
          .values(toRow(id, it, position))
          .execute();
      }
    });
  }

  async endInterview(
    { id }: RepositoryRef,
    { quarter, login }: Pick<NamedInterviewee, "quarter" | "login">,
    { by, at }: NonNullable<NamedInterviewee["done"]>,
  ): Promise<void> {
    await this.#db
      .updateTable("interviews")
      .set({ done_by: by, done_at: Date.parse(at) })
      .where("repository", "=", id)
      .where("quarter", "=", quarter)
      .where("person", "=", login.toLowerCase())
      .execute();
  }

  async forgetReasons({ id }: RepositoryRef, number: number): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      const rows = await transaction.selectFrom("interviews").selectAll().where("repository", "=", id).execute();
      for (const { quarter, person, reasons } of rows) {
        const left = JSON.stringify(withoutThread(JSON.parse(reasons) as readonly InterviewReason[], number));
        if (left === reasons) continue;
        await transaction
          .updateTable("interviews")
          .set({ reasons: left })
          .where("repository", "=", id)
          .where("quarter", "=", quarter)
          .where("person", "=", person)
          .execute();
      }
    });
  }

  async keepNotes({ id }: RepositoryRef, { quarter, login, notes }: InterviewNotes): Promise<void> {
    await this.#db
      .insertInto("interview_notes")
      .values({ repository: id, quarter, person: login.toLowerCase(), notes })
      .onConflict((conflict) => conflict.columns(["repository", "quarter", "person"]).doUpdateSet({ notes }))
      .execute();
  }

  async forgetFormerTeam({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("interview_notes").where("repository", "=", id).execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("interviews").where("repository", "=", id).execute();
    await this.#db.deleteFrom("interview_notes").where("repository", "=", id).execute();
  }
}

function toRow(repository: number, { quarter, login, namedAt, reasons, done }: NamedInterviewee, position: number) {
  return {
    repository,
    quarter,
    person: login.toLowerCase(),
    login,
    position,
    named_at: Date.parse(namedAt),
    reasons: JSON.stringify(reasons),
    done_by: done?.by ?? null,
    done_at: done ? Date.parse(done.at) : null,
  };
}

function toNamed({ quarter, login, named_at, reasons, done_by, done_at }: InterviewsTable): NamedInterviewee {
  return {
    quarter,
    login,
    namedAt: new Date(named_at).toISOString(),
    reasons: JSON.parse(reasons) as readonly InterviewReason[],
    ...(done_by !== null && done_at !== null && { done: { by: done_by, at: new Date(done_at).toISOString() } }),
  };
}
