/**
 * The backfill and the sweeps of ten thousand open threads, step by step in one process: what is asked of GitHub, and
 * how long that takes with what it does to the database. Without the inbox, which hands the steps out one by one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalGitHub } from "local-github-server";
import { createOrganization, createRepository, createUser } from "local-github-server/world";
import { sharedSettings } from "../src/config/shared.ts";
import type { SupportEvent } from "../src/core/event.ts";
import type { RepositoryRef } from "../src/core/discussion.ts";
import { timelineActions, type TimelinePlan, type TimelineWrites } from "../src/features/timeline/actions.ts";
import { decideBackfill, gatherBackfill } from "../src/features/timeline/events/backfill.ts";
import { decideReconcile, gatherReconcile } from "../src/features/timeline/events/reconcile.ts";
import { ProgressStore } from "../src/features/timeline/store/progress-store.ts";
import type { ReadsWithTimelines } from "../src/features/timeline/store/timeline-records.ts";
import { TimelineStore } from "../src/features/timeline/store/timeline-store.ts";
import { noLimits } from "../src/github/budget/limits.ts";
import { createGitHub } from "../src/github/create-github.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { print } from "./figures.ts";
import { seedThreads } from "./seed-threads.ts";

const threads = 10_000;
const folder = await mkdtemp(join(process.argv[2] ?? tmpdir(), "frontdesk-bench-"));
const local = await startLocalGitHub({ folder: join(folder, "github"), app: { slug: "frontdesk" } });
const { world } = local;
const [mia, ann] = [createUser(world, "mia"), createUser(world, "ann")];
const acme = createOrganization(world, "acme", { owners: [mia] });
const there = createRepository(world, acme, "widgets", { collaborators: { mia: "maintain", ann: "read" } });
const installation = local.install(ann, acme).databaseId;
const repository: RepositoryRef = { id: there.databaseId, owner: "acme", name: "widgets", installation };
const comments = seedThreads(world, there, { threads, openShare: 1 });

const log = { debug() {}, info() {}, warn: console.log, error: console.log };
const { appId, privateKey } = { appId: local.app.id, privateKey: local.app.privateKey };
const pace = { limits: noLimits };
const github = createGitHub({ appId, privateKey, apiUrl: local.url, log, clock: () => new Date(), pace });
const database = await openDatabase({ dataFolder: join(folder, "data") });
const stores = { timelines: new TimelineStore(database), timelineProgress: new ProgressStore(database) };
const reads = { ...stores, github: github.reads } as unknown as ReadsWithTimelines;
const shared = { freshness: sharedSettings.freshness.parse(undefined), calendars: {} } as never;

try {
  console.log(`\n${threads} open threads with ${comments} comments and replies, in one process without the inbox\n`);
  await measure("backfill", { kind: "backfill-threads", repository, cursor: undefined });
  const sweep = { kind: "reconcile-threads", repository, since: undefined, cursor: undefined } as const;
  await measure("hourly sweep, nothing new", sweep);
  await measure("daily sweep over all of them, nothing new", { ...sweep, deep: true });
  await measure("the same once more", { ...sweep, deep: true });
  print("memory of this process, GitHub included", `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
} finally {
  await database.close();
  await local.close();
  await rm(folder, { recursive: true });
}

/** Carries out an event and all steps that follow from it. */
async function measure(what: string, first: SupportEvent): Promise<void> {
  local.ledger.clear();
  const start = performance.now();
  let observed = 0;
  for (let event: SupportEvent | undefined = first; event;) {
    const plan: TimelinePlan = await planOf(event);
    event = undefined;
    for (const action of plan.actions) {
      if (action.do !== "follow-up")
        await timelineActions.perform(action as never, stores as unknown as TimelineWrites);
      else if (action.event.kind === "thread-observed") observed++;
      else event = action.event;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const rest = local.ledger.count({ kind: "rest" });
  const points = local.ledger.points({ kind: "graphql" });
  print(what, `${points} points, ${rest} REST requests, ${seconds.toFixed(1)} s, ${observed} threads to look at`);
}

async function planOf(event: SupportEvent): Promise<TimelinePlan> {
  const now = new Date();
  if (event.kind === "backfill-threads") {
    const facts = await gatherBackfill(event, { config: { backfill: "on" }, reads, now });
    return decideBackfill(event, facts, now);
  }
  if (event.kind !== "reconcile-threads") throw new Error(`nobody planned ${event.kind}`);
  return decideReconcile(event, await gatherReconcile(event, { reads, shared, now }), now);
}
