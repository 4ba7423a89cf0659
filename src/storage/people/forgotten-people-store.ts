import { createHmac, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { ForgottenPeople, ForgottenSince, NamingRows } from "../../core/forgotten-people.ts";
import type { Database } from "../open-database.ts";
import type { Tables } from "../tables.ts";
import { forgetPerson } from "./forget-person.ts";

/**
 * Who asked to be forgotten, in the database. Of each a digest of the login is kept, with a salt that is this database's
 * own: it tells of a login whether that is forgotten, and nobody who are.
 */
export class ForgottenPeopleStore implements ForgottenPeople {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
  }

  /** Asks the database each time, as another process may have forgotten somebody. */
  async forgottenSince(): Promise<ForgottenSince | undefined> {
    const rows = await this.#db.selectFrom("forgotten_people").select(["digest", "salt", "forgotten_at"]).execute();
    if (rows.length === 0) return undefined;
    const byDigest = new Map(rows.map((it) => [it.digest, new Date(it.forgotten_at)]));
    // One, unless two processes forgot somebody for the first time at the same moment.
    const salts = [...new Set(rows.map(({ salt }) => salt))];
    return (login) => salts.map((it) => byDigest.get(digestOf(login, it))).find((it) => it !== undefined);
  }

  /** From now on what they did up to then is nobody's, whenever it is read again. Once more: up to the later time. */
  async rememberForgotten(login: string, at: Date): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      const first = await transaction.selectFrom("forgotten_people").select("salt").limit(1).executeTakeFirst();
      const salt = first?.salt ?? randomBytes(16).toString("hex");
      const forgotten_at = at.getTime();
      await transaction
        .insertInto("forgotten_people")
        .values({ digest: digestOf(login, salt), salt, forgotten_at })
        .onConflict((conflict) => conflict.column("digest").doUpdateSet({ forgotten_at }))
        .execute();
    });
  }

  /** See `forgetPerson`. */
  async forgetRows(login: string, isDry: boolean): Promise<readonly NamingRows[]> {
    return forgetPerson(this.#db, login, { isDry });
  }
}

function digestOf(login: string, salt: string): string {
  return createHmac("sha256", salt).update(login.toLowerCase()).digest("hex");
}
