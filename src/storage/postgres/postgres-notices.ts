import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Notices } from "../notices.ts";

/** The channel of PostgreSQL on which all our notices go. */
const channel = "frontdesk";

/** What is told again within this time goes out once at its end: a burst of webhooks is one call. */
const togetherMs = 20;

/** A connection that broke is opened anew after this long; one that is silently dead is found out by a question. */
const againMs = 1_000;
const aliveMs = 10_000;
const answerMs = 5_000;

/**
 * Notices by LISTEN and NOTIFY (https://www.postgresql.org/docs/current/sql-notify.html). Who hears has a connection of its
 * own for that. Notices are sent by themselves, not as a part of what they tell of: PostgreSQL lets transactions that
 * notify commit one after the other only.
 */
export class PostgresNotices implements Notices {
  readonly #url: string;
  readonly #pool: pg.Pool;
  /** Ours are not for us. */
  readonly #self = randomUUID();
  readonly #hearers = new Map<string, Set<() => void>>();
  readonly #toTell = new Set<string>();
  #telling: NodeJS.Timeout | undefined;
  #retrying: NodeJS.Timeout | undefined;
  #listener: pg.Client | undefined;
  #isClosed = false;

  constructor(url: string, pool: pg.Pool) {
    this.#url = url;
    this.#pool = pool;
  }

  tell(subject: string): void {
    this.#toTell.add(subject);
    // The first one goes at once.
    if (!this.#telling) this.#tellAll();
  }

  hear(subject: string, act: () => void): void {
    const hearers = this.#hearers.get(subject) ?? new Set();
    this.#hearers.set(subject, hearers.add(act));
    if (!this.#listener) void this.#listen();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#telling);
    clearTimeout(this.#retrying);
    await this.#listener?.end().catch(() => undefined);
  }

  #tellAll(): void {
    this.#telling = undefined;
    if (this.#isClosed || this.#toTell.size === 0) return;
    for (const subject of this.#toTell) {
      // Lost, it is found when others look by themselves. It need not be on disk either.
      this.#pool
        .query("select pg_notify($1, $2), set_config('synchronous_commit', 'off', true)", [
          channel,
          `${this.#self} ${subject}`,
        ])
        .catch(() => undefined);
    }
    this.#toTell.clear();
    this.#telling = setTimeout(() => this.#tellAll(), togetherMs).unref();
  }

  /** Opens the connection, again and again while it cannot be. */
  async #listen(): Promise<void> {
    const listener = new pg.Client({
      connectionString: this.#url,
      application_name: "frontdesk notices",
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
      keepAlive: true,
    });
    this.#listener = listener;
    const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
    listener.on("error", () => lose()).on("end", () => lose());
    listener.on("notification", ({ payload = "" }) => this.#heard(payload));
    const asking = setInterval(() => void listener.query("select 1").catch(() => lose()), aliveMs);
    try {
      await listener.connect();
      await listener.query(`listen ${channel}`);
      for (const subject of this.#hearers.keys()) this.#call(subject);
      await lost;
    } catch {
      // Tried again below. Meanwhile everybody looks by itself.
    }
    clearInterval(asking);
    await listener.end().catch(() => undefined);
    if (!this.#isClosed) this.#retrying = setTimeout(() => void this.#listen(), againMs);
  }

  #heard(payload: string): void {
    const [from, subject = ""] = payload.split(" ");
    if (from !== this.#self) this.#call(subject);
  }

  #call(subject: string): void {
    for (const act of this.#hearers.get(subject) ?? []) act();
  }
}
