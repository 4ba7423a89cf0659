/** What a calendar costs: some two hundred sessions as a file, the requests of programs that ask for it, and what a change asks of GitHub. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import pino from "pino";
import { startLocalGitHub } from "local-github-server";
import { nullOid } from "local-github-server/git";
import { announcePush, createOrganization, createRepository, createUser } from "local-github-server/world";
import { fileOfFeed } from "../src/features/calendar-feed/file-of-feed.ts";
import { isDue } from "../src/features/calendar-feed/is-due.ts";
import { openFeatureStores } from "../src/features/index.ts";
import { startApp } from "../src/main.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { RecordStore } from "../src/storage/record-store.ts";
import { webhookPath } from "../src/web/server.ts";
import { print, spread } from "./figures.ts";

const rounds = 50;
const hits = 1_000;

const config = (except: string) => `sessions:
  - name: daily
    rule: FREQ=DAILY
    start: 2026-01-05 14:00
    timezone: Europe/Berlin
    slots: 3
    host: [mia, ann]
    topics: [plugins, proxies, upgrades]
    languages: [en, de]
    except: [${except}]
  - name: weekly
    rule: FREQ=WEEKLY;BYDAY=TU
    start: 2026-01-06 10:00
    timezone: America/New_York
    host: mia
calendar-feed:
  branch: calendar
`;

const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
const github = await startLocalGitHub({ folder: join(folder, "github"), app: { slug: "frontdesk" } });
const { world } = github;
const mia = createUser(world, "mia");
createUser(world, "ann");
const acme = createOrganization(world, "acme", { owners: [mia] });
const repository = createRepository(world, acme, "widgets", { collaborators: { mia: "maintain", ann: "triage" } });
const dataFolder = join(folder, "data");
const app = await startApp(
  {
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    apiUrl: github.url,
    webUrl: github.url,
    host: "127.0.0.1",
    port: 0,
    dataFolder,
    logLevel: "error",
  },
  pino({ level: "silent" }),
  { clock: () => world.now() },
);
github.sendWebhooksTo(app.url + webhookPath);
let head: string | undefined;
await push(config(""));
github.install(mia, acme);
await settle();

const database = await openDatabase({ dataFolder });
const { feeds, bookings } = openFeatureStores(database);
const [ref] = await new RecordStore(database).repositories();
const feed = ref && (await feeds.findFeed(ref));
if (!ref || !feed) throw new Error("There is no calendar.");
const published = await feeds.publishedSessions(ref);
const file = fileOfFeed(ref, feed, published);
print("sessions in it", String(published.length));
print("its size, in bytes", `${Buffer.byteLength(file)}, ${gzipSync(file).length} when zipped`);
print(
  "reading it from the records and writing it",
  spread(await times(rounds, async () => fileOfFeed(ref, feed, await feeds.publishedSessions(ref)))),
);
print(
  "whether it is behind, every five minutes",
  spread(await times(rounds, () => isDue(ref, { feeds, bookings }, { every: "minutes", now: world.now() }))),
);

const address = `${app.url}/calendar/acme/widgets.ics`;
const etag = (await fetch(address)).headers.get("etag") ?? "";
github.ledger.clear();
const ask = (headers: Record<string, string>) => async () => (await fetch(address, { headers })).text();
print("a request, one after the other", spread(await times(hits, ask({}))));
print("the same of whoever has it", spread(await times(hits, ask({ "if-none-match": etag }))));
print(`requests to GitHub of these ${2 * hits}`, String(github.ledger.list().length));

github.ledger.clear();
world.advanceClock(6 * 60_000);
await push(config("2027-01-15"));
await settle();
const writes = ["git/trees", "git/commits"].map(
  (it) => github.ledger.list({ operation: `POST /repos/{owner}/{repo}/${it}` }).length,
);
print("commits for a session that is called off", String(Math.max(...writes)));
const before = github.ledger.list().length;
await push(`${config("2027-01-15")}# The same.\n`);
await settle();
const same = github.ledger.list().length - before;
print("requests of the app for that push, and for one like it without a change", `${before}, ${same}`);

await database.close();
await app.stop();
await github.close();
await rm(folder, { recursive: true, force: true });

async function push(text: string): Promise<void> {
  const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
  const files = [{ path: ".github/frontdesk.yml", content: text }];
  const after = await github.git(repository).importFiles("main", files, { message: "Configure", author, keep: true });
  announcePush(world, mia, repository, { ref: "refs/heads/main", before: head ?? nullOid, after, forced: false });
  head = after;
}

async function settle(): Promise<void> {
  for (let seen = -1; seen !== github.webhooks.list().length; await sleep(20)) {
    seen = github.webhooks.list().length;
    await github.webhooks.drain();
    await app.idle();
  }
}

async function times(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await act();
    found.push(performance.now() - start);
  }
  return found;
}
