import { join } from "node:path";
import type { InboxCounts } from "../../src/core/delivery.ts";
import { hourMs } from "../../src/core/clock.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase, type Database, type DatabasePlace } from "../../src/storage/open-database.ts";
import { webhookPath } from "../../src/web/server.ts";
import { PostOffice } from "../simulation/post-office.ts";
import { AppChild } from "./app/app-child.ts";
import type { Die } from "./app/messages.ts";
import { ChancesOf } from "./chance-of.ts";
import { openWorld, type ChaosWorld } from "./open-world.ts";
import { ownRecords } from "./own-records.ts";
import { requestFates } from "./request-fates.ts";
import { endsAt, nextTick, script, Stage } from "./script.ts";
import { visibleWorld } from "./visible-world.ts";
import { webhookFates } from "./webhook-fates.ts";

/** How a run ended. */
export interface Ending {
  readonly world: string;
  readonly records: string;
  readonly inbox: InboxCounts;
  /** What went wrong with deliveries that were given up, or wait still. */
  readonly left: readonly string[];
  /** What was done to it. */
  readonly trouble: Readonly<Record<string, number>>;
}

export interface Run {
  /** Missing: a quiet run. */
  readonly seed?: number;
  /** An empty database on a server; an SQLite file of its own when missing. */
  readonly databaseUrl?: string;
  /** Where the app's process ends, by how often it was started; by the seed, when missing. */
  readonly die?: (start: number) => Die;
}

/** Plays the script on a new world, in trouble by the seed, until all of it is over. */
export async function play({ seed, databaseUrl, die = diesBy(seed) }: Run = {}): Promise<Ending> {
  const chaos = await openWorld();
  const place = { dataFolder: join(chaos.folder, "data"), ...(databaseUrl !== undefined && { databaseUrl }) };
  const run = await ChaosRun.start(chaos, { seed, place, die });
  try {
    return await run.play();
  } finally {
    await run.close();
    await chaos.close();
  }
}

/** Up to three ends, each at some step boundary of those that a process comes to. */
function diesBy(seed: number | undefined): (start: number) => Die {
  if (seed === undefined) return () => ({});
  const chances = new ChancesOf(`kills ${seed}`);
  const ends = chances.of("how many").whole(0, 4);
  return (start) => (start < ends ? { atPoint: chances.of("where").whole(1, 120) } : {});
}

interface Start {
  readonly seed: number | undefined;
  readonly place: DatabasePlace;
  readonly die: (start: number) => Die;
}

class ChaosRun {
  readonly #chaos: ChaosWorld;
  readonly #app: AppChild;
  readonly #post: PostOffice;
  readonly #database: Database;
  readonly #inbox: InboxStore;

  private constructor(chaos: ChaosWorld, app: AppChild, post: PostOffice, database: Database) {
    this.#chaos = chaos;
    this.#app = app;
    this.#post = post;
    this.#database = database;
    this.#inbox = new InboxStore(database, "the one who looks on");
  }

  static async start(chaos: ChaosWorld, { seed, place, die }: Start): Promise<ChaosRun> {
    const { github, folder, person, owner } = chaos;
    const now = () => github.world.now().getTime();
    const app = new AppChild({ now, die, logFile: join(folder, "app.log"), settings: settingsOf(chaos, place) });
    const to = async () => (await app.url()) + webhookPath;
    const post = new PostOffice({ now, to, isDirect: true });
    github.sendWebhooksTo(await post.open());
    await app.url();
    const run = new ChaosRun(chaos, app, post, await openDatabase(place));
    github.install(person("mia"), owner);
    await run.#settle(now() + hourMs);
    if (seed !== undefined) {
      github.faults.decideBy(requestFates(seed, () => app.kill()));
      post.changeFates(webhookFates(seed));
    }
    return run;
  }

  async play(): Promise<Ending> {
    const stage = new Stage(this.#chaos);
    for (const act of script) {
      await this.#goOnTo(act.at);
      // What it needs may be late; then it happens later.
      for (let tries = 0; act.when && !act.when(stage) && tries < 24; tries++)
        await this.#goOnTo(this.#now + hourMs / 2);
      await act.perform(stage);
      await this.#settle(this.#now + 20_000);
    }
    await this.#goOnTo(endsAt);
    this.#chaos.github.faults.clear();
    this.#post.changeFates();
    // What was put off or lost last has some hours.
    for (let hours = 0; hours < 30 && (hours < 2 || !(await this.#isOver())); hours++)
      await this.#goOnTo(this.#now + hourMs);
    return this.#ending();
  }

  async close(): Promise<void> {
    await this.#database.close();
    await this.#app.stop();
    await this.#post.close();
  }

  get #now(): number {
    return this.#chaos.github.world.now().getTime();
  }

  /** Lets time go by, with looks at the clock in between. */
  async #goOnTo(at: number): Promise<void> {
    while (this.#now < at) {
      const tick = nextTick(this.#now);
      const next = Math.min(tick, at);
      await this.#settle(next);
      await this.#moveTo(next);
      if (next === tick) await this.#app.tick();
      await this.#settle(next);
    }
  }

  /** Waits until nothing is on its way or in progress any more; what is due before `until`, happens at its time. */
  async #settle(until: number): Promise<void> {
    const { webhooks } = this.#chaos.github;
    for (;;) {
      for (let seen: number | undefined = -1; seen !== webhooks.list()[0]?.id;) {
        seen = webhooks.list()[0]?.id;
        await webhooks.drain();
        await this.#post.deliver();
        await this.#app.idle();
      }
      const due = (await this.#inbox.nextRunAt())?.getTime() ?? Number.POSITIVE_INFINITY;
      // What is due and was not done is of an installation of which the app takes nothing for a while.
      const next = Math.min(due > this.#now ? due : this.#now + 1000, this.#post.nextAt ?? Number.POSITIVE_INFINITY);
      if (next > until) return;
      if (next > this.#now) await this.#moveTo(next);
    }
  }

  async #moveTo(at: number): Promise<void> {
    if (at > this.#now) await this.#chaos.github.clock.advance(at - this.#now);
    await this.#app.moved();
  }

  async #isOver(): Promise<boolean> {
    const { waiting, running } = await this.#inbox.counts();
    return waiting + running === 0 && this.#post.nextAt === undefined;
  }

  async #ending(): Promise<Ending> {
    const inbox = await this.#inbox.counts();
    const entries = await this.#inbox.list({ limit: 100_000 });
    return {
      world: await visibleWorld(this.#chaos),
      records: await ownRecords(this.#database, this.#chaos),
      inbox,
      left: entries
        .filter(({ state }) => state !== "done")
        .map((it) => `${it.name}.${it.action} ${it.state}, ${it.attempts} tries: ${it.outcome}`),
      trouble: { ...this.#post.counts, starts: this.#app.starts, ...faultsOf(this.#chaos) },
    };
  }
}

export function settingsOf({ github }: ChaosWorld, place: DatabasePlace) {
  const { app, url } = github;
  return {
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: app.webhookSecret,
    apiUrl: url,
    webUrl: url,
    host: "127.0.0.1",
    port: 0,
    ...place,
    logLevel: "info",
  };
}

function faultsOf({ github }: ChaosWorld): { readonly requests: number; readonly faults: number } {
  const all = github.ledger.list();
  return { requests: all.length, faults: all.filter(({ fault }) => fault !== undefined).length };
}
