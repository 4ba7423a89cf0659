import type { Kysely } from "kysely";
import type { Notices } from "./notices.ts";
import type { Tables } from "./tables.ts";

/** Where the database is: on a PostgreSQL server, or else in a file of the data folder. */
export interface DatabasePlace {
  readonly dataFolder: string;
  /** `postgres://user:password@host:port/database`. It is a secret: no message may hold it. */
  readonly databaseUrl?: string;
}

export type Engine = "sqlite" | "postgres";

/** An open database. On SQLite everything in a thread shares one: its connection is given to one user at a time. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly notices: Notices;
  /** Where it is, for messages: a file, or server and database without user and password. */
  readonly place: string;
  /**
   * Leave nothing of what was deleted where it was: give its space back to the system, or at least for use by what comes
   * next.
   */
  reclaim(): Promise<void>;
  /** Whether what comes could be written down: by writing. The answer is why not, in a few words, or undefined. */
  writeProblem(): Promise<string | undefined>;
  /** Waits for what is under way. Closing twice is closing once. */
  close(): Promise<void>;
}
