/**
 * What it takes to read the history of threads and to keep it true: a backfill of a thousand threads and of ten
 * thousand, and sweeps over ten thousand open ones of which nothing is new. Points are GitHub's, by its formula.
 */
import { setTimeout as sleep } from "node:timers/promises";
import {
  addDiscussionComment,
  closeDiscussion,
  createUser,
  markAnswer,
  openDiscussion,
} from "local-github-server/world";
import { openDesk, type Desk } from "./desk.ts";
import { print } from "./figures.ts";
import { seededChance } from "./seeded-chance.ts";

const dayMs = 24 * 60 * 60_000;
/** People who ask, in a repository of ten thousand threads. */
const peoplePerThread = 0.6;
/** How many top-level comments threads have, and replies these: as few as in most Q&A, with a few long ones. */
const longThreads = 0.05;

await longThread();
for (const [threads, openShare] of [
  [1_000, 0.3],
  [10_000, 1],
] as const) {
  const desk = await openDesk([{ path: "README.md", content: "# Widgets\n" }]);
  try {
    seed(desk, threads, openShare);
    await measure(desk, threads, openShare);
  } finally {
    await desk.close();
  }
}

async function measure(desk: Desk, threads: number, openShare: number): Promise<void> {
  const { github } = desk;
  const comments = desk.repository.discussions.reduce(
    (sum, it) => sum + it.comments.reduce((all, { replies }) => all + 1 + replies.length, 0),
    0,
  );
  console.log(`\n${threads} threads, ${openShare * 100} % of them open, with ${comments} comments and replies\n`);
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

function seed({ github, repository }: Desk, threads: number, openShare: number): void {
  const { world } = github;
  const chance = seededChance(7);
  const people = Array.from({ length: Math.ceil(threads * peoplePerThread) }, (_, index) =>
    createUser(world, `person-${index}`),
  );
  const mia = world.all("User").find(({ login }) => login === "mia");
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!mia || !category) throw new Error("Nobody maintains.");
  const anybody = () => people[Math.floor(chance() * people.length)] ?? mia;
  for (let index = 0; index < threads; index++) {
    const asker = anybody();
    const it = openDiscussion(world, asker, repository, {
      category,
      title: `Question ${index}`,
      body: "How does it go?",
    });
    const count = chance() < longThreads ? 25 : Math.floor(chance() * 5);
    for (let comment = 0; comment < count; comment++) {
      const top = addDiscussionComment(world, chance() < 0.5 ? mia : anybody(), it, {
        body: "It goes like this. ".repeat(10),
      });
      for (let reply = Math.floor(chance() * 3); reply > 0; reply--) {
        addDiscussionComment(world, asker, it, { body: "And then?", replyTo: top });
      }
      if (comment === 0 && chance() < 0.5) markAnswer(world, asker, top);
    }
    if (chance() >= openShare) closeDiscussion(world, asker, it);
    // Ten minutes apart, the last one a day ago.
    const at = new Date(Date.now() - dayMs - (threads - index) * 10 * 60_000).toISOString().replace(/\.\d+Z$/u, "Z");
    Object.assign(it, { createdAt: at, updatedAt: at });
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
