/**
 * What it takes to read the history of threads and to keep it true, by an app that is installed on a repository with a
 * past. Points are GitHub's, by its formula. `ten-thousand-threads.ts` does the same for more threads.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { addDiscussionComment } from "local-github-server/world";
import { openDesk, type Desk } from "./desk.ts";
import { print } from "./figures.ts";
import { seedThreads } from "./seed-threads.ts";

await longThread();
await manyThreads(1_000, 0.3);

/** The whole path: an app that is installed on a repository with a past, and started again later. */
async function manyThreads(threads: number, openShare: number): Promise<void> {
  const desk = await openDesk([{ path: "README.md", content: "# Widgets\n" }]);
  try {
    const comments = seedThreads(desk.github.world, desk.repository, { threads, openShare });
    console.log(`\n${threads} threads, ${openShare * 100} % of them open, with ${comments} comments and replies\n`);
    await measure(desk);
  } finally {
    await desk.close();
  }
}

async function measure(desk: Desk): Promise<void> {
  const { github } = desk;
  github.ledger.clear();
  const start = performance.now();
  desk.install();
  await desk.settle();
  const minutes = (performance.now() - start) / 60_000;
  const points = (operation: string) => github.ledger.points({ operation });
  const pages = points("ThreadHistories");
  const alone = points("FindHistory");
  const lists = github.ledger.count({ operation: "GET /repos/{owner}/{repo}/collaborators" });
  const single = github.ledger.count({ operation: "GET /repos/{owner}/{repo}/collaborators/{username}/permission" });
  print("backfill, points", `${pages + alone}: ${pages} for pages, ${alone} for threads that are longer`);
  print("backfill, REST requests for roles", `${lists + single}`);
  print("all that follows an installation, minutes", minutes.toFixed(1));
  const memory = await desk.app.memory();
  print(
    "memory of the app",
    memory ? `${memory.now.toFixed(0)} MB resident, ${memory.most.toFixed(0)} MB at most` : "unknown",
  );
  print("all GraphQL points of the installation so far", String(github.ledger.points({ kind: "graphql" })));
  // A start makes the light sweep of each hour, and the deep one of each day behind it.
  for (const which of ["sweeps after a start, nothing new", "once more"]) {
    github.ledger.clear();
    const from = performance.now();
    await desk.restart();
    await desk.settle();
    const digests = github.ledger.list({ operation: "ThreadDigests" });
    print(
      which,
      `${points("ThreadDigests")} points for ${digests.length} pages, ${points("FindHistory")} for threads, ${((performance.now() - from) / 1000).toFixed(1)} s with the start`,
    );
    await sleep(1_000);
  }
}

/** One thread with five thousand comments, as the first thing that is read. */
async function longThread(): Promise<void> {
  const desk = await openDesk([{ path: "README.md", content: "# Widgets\n" }]);
  try {
    const { github } = desk;
    const [person] = github.world.all("User");
    if (!person) throw new Error("Nobody is there.");
    const thread = desk.ask("Who else has this?", "I have it.");
    for (let index = 0; index < 5_000; index++)
      addDiscussionComment(github.world, person, thread, { body: "Me too. ".repeat(50) });
    console.log("one thread of 5,000 comments with 400 characters each\n");
    const before = await desk.app.memory();
    github.ledger.clear();
    const start = performance.now();
    desk.install();
    await desk.settle();
    const memory = await desk.app.memory();
    const points =
      github.ledger.points({ operation: "FindHistory" }) + github.ledger.points({ operation: "MoreHistory" });
    print("points for all of it", String(points));
    print("seconds, with all that follows an installation", ((performance.now() - start) / 1000).toFixed(1));
    print(
      "memory of the app at most",
      `${before?.most.toFixed(0) ?? "?"} MB before, ${memory?.most.toFixed(0) ?? "?"} MB after`,
    );
  } finally {
    await desk.close();
  }
}
