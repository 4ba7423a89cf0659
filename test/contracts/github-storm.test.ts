import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished, describe, expect, it } from "vitest";
import type { FaultKind, LocalGitHub } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import { createRepository, createUser, installApp, openDiscussion, type Repository } from "local-github-server/world";
import { minuteMs } from "../../src/core/clock.ts";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import { RateLimitError } from "../../src/core/errors.ts";
import { noLimits } from "../../src/github/budget/limits.ts";
import { createGitHub, type GitHub } from "../../src/github/create-github.ts";
import { realTime } from "../../src/github/stopwatch.ts";
import { BudgetStore } from "../../src/storage/budget-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";

const processes = 3;
const jobsEach = 8;

interface Place {
  readonly there: Repository;
  readonly ref: RepositoryRef;
}

interface Storm {
  readonly local: LocalGitHub;
  readonly stormy: Place;
  readonly calm: Place;
  readonly at: readonly GitHub[];
}

/** A GitHub whose clock is moved by hand, two installations, and three processes that share a database. */
async function aStorm(): Promise<Storm> {
  let ahead = 0;
  const started = Date.now();
  const local = await startCheckedGitHub({
    app: { slug: "frontdesk" },
    now: () => new Date(started + ahead),
    tokenNow: () => new Date(),
  });
  const { world } = local;
  const [app] = world.all("App");
  if (!app) throw new Error("there is no app");
  const place = (login: string): Place => {
    const owner = createUser(world, login);
    const there = createRepository(world, owner, "widgets");
    const { databaseId } = installApp(world, owner, app, owner);
    return { there, ref: { id: there.databaseId, owner: login, name: "widgets", installation: databaseId } };
  };
  const { folder, remove } = await dataFolder();
  const databases = await Promise.all(Array.from({ length: processes }, () => openDatabase({ dataFolder: folder })));
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const at = databases.map((database, index) =>
    createGitHub({
      appId: local.app.id,
      privateKey: local.app.privateKey,
      apiUrl: local.url,
      log: silent,
      clock: () => world.now(),
      budgets: new BudgetStore(database),
      holder: `process ${index}`,
      // No bucket of ours hides what GitHub says; and what is slept is over at once, since time is moved by hand.
      pace: { limits: noLimits, stopwatch: { ...realTime, sleep: () => sleep(1) }, maxInLane: jobsEach },
      readRetryMs: 1,
    }),
  );
  onTestFinished(async () => {
    await Promise.all(at.map((it) => it.close()));
    for (const database of databases) await database.close();
    await local.close();
    await remove();
  });
  return { local, stormy: place("acme"), calm: place("globex"), at };
}

/** What the processes want of one installation. Each job is a read and a write, and is made once. */
function jobsOf({ at, local }: Storm, { there, ref }: Place): (() => Promise<void>)[] {
  const category = there.discussionCategories.find(({ isAnswerable }) => isAnswerable);
  const ann = local.world.findUser(ref.owner);
  if (!category || !ann) throw new Error("there is nothing to ask in");
  return at.flatMap((github) =>
    Array.from({ length: jobsEach }, () => {
      const question = openDiscussion(local.world, ann, there, { category, title: "How?", body: "Help." });
      return async () => {
        await github.reads.findDiscussion(ref, question.number);
        await github.writes.addComment(ref, question.id, "So.");
      };
    }),
  );
}

/** Does all jobs as the inbox does: those that are put back come again at their time, to which the clock is moved. */
async function workThrough(
  { local }: Storm,
  jobs: readonly (() => Promise<void>)[],
  onTime: (minutes: number) => void,
) {
  const start = local.world.now().getTime();
  let due = jobs.map((job) => ({ job, at: start }));
  while (due.length > 0) {
    const next = Math.min(...due.map(({ at }) => at));
    local.world.advanceClock(Math.max(0, next - local.world.now().getTime()));
    onTime((local.world.now().getTime() - start) / minuteMs);
    const now = local.world.now().getTime();
    const outcomes = due.map(async ({ job, at }) => {
      if (at > now) return [{ job, at }];
      try {
        await job();
        return [];
      } catch (error) {
        if (!(error instanceof RateLimitError)) throw error;
        return [{ job, at: error.retryAt.getTime() }];
      }
    });
    due = (await Promise.all(outcomes)).flat();
  }
}

describe("a storm of refusals", () => {
  const stormMinutes = 30;
  it.each<[string, FaultKind]>([
    ["a secondary limit that names no time (403)", { kind: "secondary-limit", status: 403 }],
    ["a secondary limit that names a time (429)", { kind: "secondary-limit", status: 429, retryAfterSeconds: 120 }],
    ["a secondary limit in GraphQL's way (200)", { kind: "secondary-limit", status: 200 }],
    ["the limit on new content", { kind: "content-limit" }],
  ])("ends by itself: %s", async (_, fault) => {
    const storm = await aStorm();
    const { local, stormy } = storm;
    const on = fault.kind === "content-limit" ? "addDiscussionComment" : "*";
    const disarm = local.faults.add({ ...fault, on, installation: stormy.ref.installation });
    const jobs = jobsOf(storm, stormy);
    local.ledger.clear();
    let duringStorm = 0;
    await workThrough(storm, jobs, (minutes) => {
      if (minutes < stormMinutes) return;
      disarm();
      duringStorm ||= refused(local);
    });
    // All are done once, whichever process has done them.
    expect(stormy.there.discussions.map(({ comments }) => comments.length)).toEqual(jobs.map(() => 1));
    // Each process has ten reads and a write under way when it hears of it; then one goes ahead each time that is over.
    expect(duringStorm).toBeGreaterThan(0);
    expect(refused(local)).toBeLessThanOrEqual(processes * 11 + stormMinutes / 2);
  });

  it.each(["core", "graphql"] as const)("ends when the quota begins anew: %s", async (resource) => {
    const storm = await aStorm();
    const { local, stormy } = storm;
    const jobs = jobsOf(storm, stormy);
    local.limits.exhaust(resource, stormMinutes * minuteMs);
    local.ledger.clear();
    const times: number[] = [];
    await workThrough(storm, jobs, (minutes) => times.push(Math.round(minutes)));
    expect(stormy.there.discussions.map(({ comments }) => comments.length)).toEqual(jobs.map(() => 1));
    expect(refused(local)).toBeLessThanOrEqual(processes * 11);
    if (resource === "graphql") expect(times.at(-1)).toBe(stormMinutes);
  });

  it("is nobody else's: another installation gets all it asks for, and is refused nothing", async () => {
    const storm = await aStorm();
    const { local, stormy, calm } = storm;
    local.faults.add({ kind: "secondary-limit", on: "*", installation: stormy.ref.installation });
    const [stormJobs, calmJobs] = [jobsOf(storm, stormy), jobsOf(storm, calm).slice(0, jobsEach)];
    local.ledger.clear();
    const storming = Promise.all(
      stormJobs.map((job) => job().catch((error: unknown) => expect(error).toBeInstanceOf(RateLimitError))),
    );
    // Of the three processes, one has something to do for it.
    for (const job of calmJobs) await job();
    await storming;
    expect(calm.there.discussions.flatMap(({ comments }) => comments)).toHaveLength(jobsEach);
    const asked = local.ledger.list({ installation: calm.ref.installation });
    expect(asked.filter(({ operation }) => operation === "AddComment")).toHaveLength(jobsEach);
    expect(asked.filter(({ errors }) => errors.length > 0)).toEqual([]);
    expect(local.ledger.count({ installation: stormy.ref.installation })).toBeLessThanOrEqual(processes * 11);
  });
});

/** How many requests were refused for a limit. */
function refused(local: LocalGitHub): number {
  return local.ledger.list().filter(({ fault, errors }) => fault !== undefined || errors.length > 0).length;
}
