import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { TestContext } from "vitest";
import { startPostgres, type LocalPostgres } from "../../local-postgres/start-postgres.ts";
import type { InboxCounts } from "../../src/core/delivery.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { startProcess } from "../cli/start/start-process.ts";
import { openBalancer, type Balancer } from "./balancer.ts";
import { openWorld, type ChaosWorld } from "./open-world.ts";

type AtEnd = TestContext["onTestFinished"];
type AppProcess = ReturnType<typeof startProcess>;

/** What a process says when it takes webhooks. */
const listens = "Frontdesk listens for webhooks";

/** So long is waited for what was lost to be asked for and to come, in milliseconds. */
const patienceMs = 120_000;

/** Three processes of the program, as an operator starts them, on a PostgreSQL of their own and behind a balancer. */
export class ThreeProcesses {
  readonly world: ChaosWorld;
  readonly server: LocalPostgres;
  readonly #databaseUrl: string;
  readonly #balancer: Balancer;
  readonly #atEnd: AtEnd;
  readonly #all: AppProcess[] = [];
  readonly #killed = new Set<AppProcess>();

  private constructor(
    parts: { readonly world: ChaosWorld; readonly server: LocalPostgres; readonly balancer: Balancer },
    databaseUrl: string,
    atEnd: AtEnd,
  ) {
    this.world = parts.world;
    this.server = parts.server;
    this.#balancer = parts.balancer;
    this.#databaseUrl = databaseUrl;
    this.#atEnd = atEnd;
  }

  static async open(atEnd: AtEnd): Promise<ThreeProcesses> {
    const [server, world, balancer] = await Promise.all([
      startPostgres(),
      openWorld({ isRealTime: true }),
      openBalancer(),
    ]);
    // Last in, first out: the processes end first.
    atEnd(async () => {
      await balancer.close();
      await world.close();
      await server.stop();
    });
    const it = new ThreeProcesses({ world, server, balancer }, (await server.newDatabase()).url, atEnd);
    await Promise.all([it.startProcess(), it.startProcess(), it.startProcess()]);
    world.github.sendWebhooksTo(balancer.url);
    world.github.install(world.person("mia"), world.owner);
    await it.settled();
    return it;
  }

  /** One more; resolves when it is ready. A start is when lost webhooks are asked for. */
  async startProcess(): Promise<void> {
    const { github, folder } = this.world;
    const { app, url } = github;
    const process = startProcess(
      {
        APP_ID: String(app.id),
        PRIVATE_KEY: app.privateKey,
        WEBHOOK_SECRET: app.webhookSecret,
        GITHUB_API_URL: url,
        GITHUB_WEB_URL: url,
        // So much at one installation would take the better part of an hour.
        GITHUB_RATE_LIMITS: "off",
        // Whoever asks in this world is to be answered.
        ONBOARDING: "off",
        DATABASE_URL: this.#databaseUrl,
        DATA_FOLDER: join(folder, `data-${this.#all.length}`),
      },
      this.#atEnd,
    );
    this.#all.push(process);
    await process.says(listens);
    this.#sendToLiving();
  }

  /**
   * Kills one that has handled at least ten deliveries while it has three or more in progress: it is frozen, looked at, and
   * goes on where it has fewer. Answers which they were. Throws where it has had too little to do for a minute.
   */
  async killAtWork(index: number): Promise<readonly string[]> {
    const process = this.#process(index);
    const givenUpAt = Date.now() + 60_000;
    const waits = async () => {
      if (Date.now() > givenUpAt) throw new Error(`process ${index} never had three deliveries in progress`);
      await sleep(20);
    };
    while (this.handledBy(index).size < 10) await waits();
    for (;;) {
      process.signal("SIGSTOP");
      if ((await this.#heldBy(process)).length >= 3) break;
      process.signal("SIGCONT");
      await waits();
    }
    this.#killed.add(process);
    this.#sendToLiving();
    process.signal("SIGKILL");
    await process.ended;
    return this.#heldBy(process);
  }

  /** How many deliveries are in progress now. */
  async inProgress(): Promise<number> {
    return (await this.query("select 1 from deliveries where state = 'running'")).length;
  }

  /** The deliveries that a process has written into its log as handled. */
  handledBy(index: number): ReadonlySet<string> {
    const lines = this.#process(index)
      .output()
      .split("\n")
      .filter((it) => it.startsWith("{"));
    const said = lines.map((it): { readonly delivery?: string; readonly ms?: number } => JSON.parse(it));
    return new Set(said.flatMap(({ delivery, ms }) => (delivery !== undefined && ms !== undefined ? [delivery] : [])));
  }

  /** Ids of webhooks, by whether one of their attempts was answered well. */
  get webhooks(): { readonly accepted: ReadonlySet<string>; readonly lost: ReadonlySet<string> } {
    const attempts = this.world.github.webhooks.list();
    const accepted = new Set(attempts.filter((it) => it.statusCode === 202).map(({ guid }) => guid));
    const lost = new Set(attempts.map(({ guid }) => guid).filter((it) => !accepted.has(it)));
    return { accepted, lost };
  }

  /**
   * Resolves when everything that was sent has come, lost webhooks too where somebody asks for them in time, and all that
   * follows from it is over; with how that ended, and of what did not all come to be done, such as what GitHub refused,
   * the outcome.
   */
  async settled(): Promise<{
    readonly counts: InboxCounts;
    readonly done: ReadonlySet<string>;
    readonly shortfalls: readonly string[];
  }> {
    const database = await openDatabase({ dataFolder: "", databaseUrl: this.#databaseUrl });
    const inbox = new InboxStore(database, "the one who looks on");
    const { webhooks } = this.world.github;
    const givenUpAt = Date.now() + patienceMs;
    let counts = await inbox.counts();
    for (let seen = -1, calm = 0; calm < 3; await sleep(100)) {
      await webhooks.drain();
      counts = await inbox.counts();
      const sent = webhooks.list().length;
      const hasAll = this.webhooks.lost.size === 0 || Date.now() > givenUpAt;
      calm = hasAll && counts.waiting + counts.running === 0 && seen === sent ? calm + 1 : 0;
      seen = sent;
    }
    const entries = await inbox.list({ limit: 1_000_000 });
    await database.close();
    const short = entries.filter(({ shortfall }) => shortfall !== undefined);
    return {
      counts,
      done: new Set(entries.filter(({ state }) => state === "done").map(({ id }) => id)),
      shortfalls: short.map(({ name, orderKey, outcome }) => `${name} (${orderKey}): ${outcome}`),
    };
  }

  /** Asks the server something, over a connection of its own. */
  async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: this.#databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  async #heldBy({ pid }: AppProcess): Promise<readonly string[]> {
    const rows = await this.query<{ readonly id: string }>(
      "select id from deliveries where state = 'running' and split_part(leased_by, '|', 2) = $1",
      [String(pid)],
    );
    return rows.map(({ id }) => id);
  }

  /** Not to those that were killed: somebody else may listen on their ports by then. */
  #sendToLiving(): void {
    const living = this.#all.filter((it) => !this.#killed.has(it) && it.output().includes(listens));
    this.#balancer.use(living.map((it) => it.addressWhere(listens).href));
  }

  #process(index: number): AppProcess {
    const found = this.#all[index];
    if (!found) throw new Error(`there is no process ${index}`);
    return found;
  }
}
