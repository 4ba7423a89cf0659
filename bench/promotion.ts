/** How long a promotion takes on an idle system: from `/promote-faq` to its pull request, and to the comment that links it. */
import { setTimeout as sleep } from "node:timers/promises";
import { addDiscussionComment, markAnswer } from "local-github-server/world";
import { openDesk } from "./desk.ts";
import { percentile, print } from "./figures.ts";

const promotions = 5;
/** Long enough that each finds a full bucket of writes: what one takes comes back, a write each two seconds. */
const pauseMs = 24_000;

const entries = Array.from({ length: 40 }, (_, i) => `## How does matter ${i} go?\n\nLike matter ${i}.\n`);
const desk = await openDesk([{ path: "docs/FAQ.md", content: `# FAQ\n\n${entries.join("\n")}` }]);
try {
  desk.install();
  await desk.settle();
  console.log("a FAQ of 40 entries; from the command on GitHub to what comes of it on GitHub, one at a time\n");
  const all: Awaited<ReturnType<typeof promote>>[] = [];
  for (let index = 0; index < promotions; index += 1) all.push(await promote(index));
  for (const [what, times] of [
    ["until the pull request is open", all.map(({ opened }) => opened)],
    ["until the comment links it", all.map(({ told }) => told)],
  ] as const) {
    print(
      what,
      `median ${percentile(times, 0.5).toFixed(0)} ms, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`,
    );
  }
  const [first] = all;
  print("requests and points", `${first?.requests ?? 0} requests, ${first?.points ?? 0} points`);
} finally {
  await desk.close();
}

async function promote(index: number) {
  const { github, repository, settle, ask } = desk;
  const { world } = github;
  const mia = world.all("User").find(({ login }) => login === "mia");
  if (!mia) throw new Error("Nobody maintains.");
  const question = ask(`Which gyrotron hums at pitch ${"abcdefghij"[index]}?`, "It hums.");
  const answer = addDiscussionComment(world, mia, question, { body: "The cold one." });
  markAnswer(world, mia, answer);
  await settle();
  await sleep(pauseMs);
  github.ledger.clear();
  const before = repository.pullRequests.length;
  const start = performance.now();
  addDiscussionComment(world, mia, question, { body: "/promote-faq force" });
  const opened = await until(() => repository.pullRequests.length > before, start);
  const told = await until(() => question.comments.some(({ body }) => body.includes("On its way into the FAQ")), start);
  await settle();
  return { opened, told, requests: github.ledger.list().length, points: github.ledger.points() };
}

async function until(isSo: () => boolean, start: number): Promise<number> {
  while (!isSo()) {
    if (performance.now() - start > 60_000) throw new Error("A minute has passed.");
    await sleep(5);
  }
  return performance.now() - start;
}
