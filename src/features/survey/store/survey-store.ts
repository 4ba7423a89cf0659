import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Survey } from "../../../core/survey.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import { toSurvey, type SurveyStatus, type ThreadSurvey } from "../thread-survey.ts";
import type { SurveyRecords, SurveyWords } from "./survey-records.ts";
import { inTurn } from "../../../storage/in-turn.ts";

/** The feature's own tables. What their texts hold is taken on trust: only this store writes them. */
type SurveyTables = {
  surveys: SurveysTable;
  survey_words: { repository: number; number: number; words: string };
  survey_silenced: { repository: number; person: string };
};

interface SurveysTable {
  repository: number;
  number: number;
  /** Login in small letters. */
  person: string;
  status: SurveyStatus;
  /** When they were last asked, or rated unasked; null while neither. */
  asked_at: number | null;
  /** When to look at it next; null for never. */
  due_at: number | null;
  /** `ThreadSurvey` */
  record: string;
}

type Repository = Pick<RepositoryRef, "id">;

/** How content askers are, in the database. */
export class SurveyStore implements SurveyRecords {
  readonly #db: Kysely<Tables & SurveyTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<SurveyTables>();
  }

  async findSurvey(repository: RepositoryRef, number: number): Promise<Survey | undefined> {
    const found = await this.findThreadSurvey(repository, number);
    return found && toSurvey(found);
  }

  async surveys({ id }: RepositoryRef): Promise<readonly Survey[]> {
    const rows = await this.#db
      .selectFrom("surveys")
      .select("record")
      .where("repository", "=", id)
      .where("asked_at", "is not", null)
      .orderBy("number")
      .execute();
    return rows.flatMap((row) => toSurvey(toRecord(row)) ?? []);
  }

  async words({ id }: RepositoryRef): Promise<readonly SurveyWords[]> {
    return this.#db
      .selectFrom("survey_words")
      .select(["number", "words"])
      .where("repository", "=", id)
      .orderBy("number")
      .execute();
  }

  async silenced({ id }: RepositoryRef): Promise<ReadonlySet<string>> {
    const rows = await this.#db.selectFrom("survey_silenced").select("person").where("repository", "=", id).execute();
    return new Set(rows.map(({ person }) => person));
  }

  async findThreadSurvey({ id }: RepositoryRef, number: number): Promise<ThreadSurvey | undefined> {
    const row = await this.#db
      .selectFrom("surveys")
      .select("record")
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row && toRecord(row);
  }

  async lastAsked({ id }: RepositoryRef, login: string, except: number): Promise<Date | undefined> {
    const row = await this.#db
      .selectFrom("surveys")
      .select(({ fn }) => fn.max("asked_at").as("last"))
      .where("repository", "=", id)
      .where("person", "=", login.toLowerCase())
      .where("number", "!=", except)
      .executeTakeFirst();
    return row?.last == null ? undefined : new Date(row.last);
  }

  async dueSurveys(
    { id }: RepositoryRef,
    by: Date,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly person: string }[]> {
    return this.#db
      .selectFrom("surveys")
      .select(["number", "person"])
      .where("repository", "=", id)
      .where("due_at", "<=", by.getTime())
      .orderBy("due_at")
      .orderBy("number")
      .limit(limit)
      .execute();
  }

  async openSurveys({ id }: RepositoryRef, limit: number): Promise<readonly ThreadSurvey[]> {
    const rows = await this.#db
      .selectFrom("surveys")
      .select("record")
      .where("repository", "=", id)
      .where("status", "=", "open")
      .orderBy("asked_at", "desc")
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(toRecord);
  }

  async surveysOf({ id }: RepositoryRef, login: string): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom("surveys")
      .select("number")
      .where("repository", "=", id)
      .where("person", "=", login.toLowerCase())
      .where("status", "in", ["waiting", "open"])
      .orderBy("number")
      .execute();
    return rows.map(({ number }) => number);
  }

  async keepSurvey({ id }: RepositoryRef, survey: ThreadSurvey): Promise<void> {
    const asked = survey.askedAt ?? survey.rated?.at;
    const now = {
      person: survey.of.toLowerCase(),
      status: survey.status,
      asked_at: asked === undefined ? null : Date.parse(asked),
      due_at: survey.dueAt === undefined ? null : Date.parse(survey.dueAt),
      record: JSON.stringify(survey),
    };
    await this.#db
      .insertInto("surveys")
      .values({ repository: id, number: survey.number, ...now })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
      .execute();
  }

  async keepWords({ id }: RepositoryRef, number: number, words: string | undefined): Promise<void> {
    if (words === undefined) {
      await this.#db.deleteFrom("survey_words").where("repository", "=", id).where("number", "=", number).execute();
      return;
    }
    await this.#db
      .insertInto("survey_words")
      .values({ repository: id, number, words })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet({ words }))
      .execute();
  }

  async keepSilenced({ id }: RepositoryRef, login: string, isSilenced: boolean): Promise<void> {
    const person = login.toLowerCase();
    if (isSilenced) {
      await this.#db
        .insertInto("survey_silenced")
        .values({ repository: id, person })
        .onConflict((conflict) => conflict.columns(["repository", "person"]).doNothing())
        .execute();
      return;
    }
    await this.#db.deleteFrom("survey_silenced").where("repository", "=", id).where("person", "=", person).execute();
  }

  async forgetSurvey({ id }: RepositoryRef, number: number): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      for (const table of ["surveys", "survey_words"] as const) {
        await transaction.deleteFrom(table).where("repository", "=", id).where("number", "=", number).execute();
      }
    });
  }

  async forgetFormerTeam({ id }: Repository): Promise<void> {
    await this.#db.deleteFrom("survey_words").where("repository", "=", id).execute();
  }

  async forgetRepository({ id }: Repository): Promise<void> {
    for (const table of ["surveys", "survey_words", "survey_silenced"] as const) {
      await this.#db.deleteFrom(table).where("repository", "=", id).execute();
    }
  }
}

function toRecord({ record }: Pick<SurveysTable, "record">): ThreadSurvey {
  return JSON.parse(record) as ThreadSurvey;
}
