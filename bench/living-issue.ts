/** What the living issue costs on a busy day: three hundred things happen in the threads of one repository within 24 hours. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { nullOid } from "local-github-server/git";
import { startLocalGitHub } from "local-github-server";
import {
  addDiscussionComment,
  announcePush,
  createOrganization,
  createRepository,
  createUser,
  markAnswer,
  openDiscussion,
  type Discussion,
} from "local-github-server/world";
import { startApp } from "../src/main.ts";
import { webhookPath } from "../src/web/server.ts";
import { percentile, print } from "./figures.ts";
import { seededChance } from "./seeded-chance.ts";
import { dayMs } from "../src/core/clock.ts";
import { noLimits } from "../src/github/budget/limits.ts";

const events = 300;

console.log(`${events} questions, answers, words and marks within 24 hours, the clock moved from one to the next\n`);
const on = await busyDay("on");
const off = await busyDay("off");
print("edits of the issue", String(on.edits));
print("between two edits, in minutes", `p50 ${percentile(on.minutes, 0.5)}, at least ${Math.min(...on.minutes)}`);
print("requests that the issue adds", String(on.requests - off.requests));
print("points that it adds, REST and GraphQL together", String(on.points - off.points));
print("all points of the day with it, of 5,000 an hour", String(on.points));
print("its size at the end, in characters", String(on.size));
print("comments on it, and notifications beside the first", String(on.comments));

async function busyDay(mode: "on" | "off") {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  const github = await startLocalGitHub({ folder: join(folder, "github"), app: { slug: "frontdesk" } });
  const { world } = github;
  const [mia, ann, sam] = [createUser(world, "mia"), createUser(world, "ann"), createUser(world, "sam")];
  const acme = createOrganization(world, "acme", { owners: [mia] });
  const repository = createRepository(world, acme, "widgets", { collaborators: { mia: "maintain", ann: "read" } });
  const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
  const files = [{ path: ".github/frontdesk.yml", content: `living-issue:\n  mode: ${mode}\n` }];
  const after = await github.git(repository).importFiles("main", files, { message: "Configure", author, keep: true });
  announcePush(world, mia, repository, { ref: "refs/heads/main", before: nullOid, after, forced: false });
  const app = await startApp(
    {
      appId: github.app.id,
      privateKey: github.app.privateKey,
      webhookSecret: github.app.webhookSecret,
      apiUrl: github.url,
      webUrl: github.url,
      host: "127.0.0.1",
      port: 0,
      dataFolder: join(folder, "data"),
      logLevel: "error",
    },
    pino({ level: "silent" }),
    { clock: () => world.now(), pace: { limits: noLimits, maxInLane: Number.POSITIVE_INFINITY } },
  );
  github.sendWebhooksTo(app.url + webhookPath);
  github.install(mia, acme);
  const settle = async (): Promise<void> => {
    for (let seen = -1; seen !== github.webhooks.list().length; await sleep(5)) {
      seen = github.webhooks.list().length;
      await github.webhooks.drain();
      await app.idle();
    }
  };
  await settle();
  github.ledger.clear();

  const chance = seededChance(11);
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!category) throw new Error("The repository has no Q&A.");
  const open: Discussion[] = [];
  for (let event = 0; event < events; event += 1) {
    const at = chance();
    const thread = open[Math.floor(chance() * open.length)];
    if (!thread || at < 0.3) {
      open.push(openDiscussion(world, ann, repository, { category, title: `Question ${event}?`, body: "How?" }));
    } else if (at < 0.65) addDiscussionComment(world, mia, thread, { body: `Like this: ${event}.` });
    else if (at < 0.85) addDiscussionComment(world, ann, thread, { body: `And ${event}?` });
    else if (at < 0.92) addDiscussionComment(world, sam, thread, { body: `I had that too: ${event}.` });
    else {
      const answer = thread.comments.find(({ author: by }) => by?.login === "mia");
      if (answer) markAnswer(world, ann, answer);
    }
    await settle();
    world.advanceClock(dayMs / events);
    await app.tick();
    await settle();
  }

  const edits = github.ledger.list({ operation: "PATCH /repos/{owner}/{repo}/issues/{issue_number}" });
  const times = edits.map(({ at }) => Date.parse(at));
  const minutes = times.slice(1).map((at, i) => Math.round((at - (times[i] ?? at)) / 60_000));
  const [issue] = repository.issues;
  // Lists of deliveries are asked for as the app, which has a budget of its own.
  const asked = github.ledger.list().filter(({ installation }) => installation !== undefined);
  const found = {
    edits: edits.length,
    minutes,
    requests: asked.length,
    points: asked.reduce((sum, { points }) => sum + points, 0),
    size: issue?.body.length ?? 0,
    comments: issue?.comments.length ?? 0,
  };
  await app.stop();
  await github.close();
  await rm(folder, { recursive: true, force: true });
  return found;
}
