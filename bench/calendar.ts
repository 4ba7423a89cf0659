/** What a calendar costs: some two hundred sessions as a file, the requests of programs that ask for it, and what a change asks of GitHub. */
import { gzipSync } from "node:zlib";
import { fileOfFeed } from "../src/features/calendar-feed/file-of-feed.ts";
import { isDue } from "../src/features/calendar-feed/is-due.ts";
import { openFeatureStores } from "../src/features/index.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { RecordStore } from "../src/storage/record-store.ts";
import { openDeskWithClock } from "./desk-with-clock.ts";
import { print, spread } from "./figures.ts";
import type { Page } from "./generated-docs.ts";

const rounds = 50;
const hits = 1_000;

const configured = (except: string, comment = ""): Page => ({
  path: ".github/frontdesk.yml",
  content: `sessions:
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
${comment}`,
});

const desk = await openDeskWithClock({ pages: [configured("")] });
const { github, app, dataFolder, settle } = desk;

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
  spread(await times(rounds, () => isDue(ref, { feeds, bookings }, { every: "minutes", now: github.world.now() }))),
);

const address = `${app.url}/calendar/acme/widgets.ics`;
const etag = (await fetch(address)).headers.get("etag") ?? "";
github.ledger.clear();
const ask = (headers: Record<string, string>) => async () => (await fetch(address, { headers })).text();
print("a request, one after the other", spread(await times(hits, ask({}))));
print("the same of whoever has it", spread(await times(hits, ask({ "if-none-match": etag }))));
print(`requests to GitHub of these ${2 * hits}`, String(github.ledger.list().length));

github.ledger.clear();
github.world.advanceClock(6 * 60_000);
await desk.push([configured("2027-01-15")]);
await settle();
const writes = ["git/trees", "git/commits"].map(
  (it) => github.ledger.list({ operation: `POST /repos/{owner}/{repo}/${it}` }).length,
);
print("commits for a session that is called off", String(Math.max(...writes)));
const before = github.ledger.list().length;
await desk.push([configured("2027-01-15", "# The same.\n")]);
await settle();
const same = github.ledger.list().length - before;
print("requests of the app for that push, and for one like it without a change", `${before}, ${same}`);

await database.close();
await desk.close();

async function times(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await act();
    found.push(performance.now() - start);
  }
  return found;
}
