/** What the living issue costs on a busy day: three hundred things happen in the threads of one repository within 24 hours. */
import { addDiscussionComment, markAnswer, openDiscussion, type Discussion } from "local-github-server/world";
import { dayMs } from "../src/core/clock.ts";
import { openDeskWithClock } from "./desk-with-clock.ts";
import { percentile, print } from "./figures.ts";
import { seededChance } from "./seeded-chance.ts";

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
  const desk = await openDeskWithClock({
    pages: [{ path: ".github/frontdesk.yml", content: `living-issue:\n  mode: ${mode}\n` }],
  });
  const { github, repository } = desk;
  const { world } = github;
  const { mia, ann, sam } = desk.people;
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
    await desk.pass(dayMs / events);
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
  await desk.close();
  return found;
}
