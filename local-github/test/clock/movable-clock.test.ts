import { beforeEach, expect, it } from "vitest";
import { World, addDiscussionComment, addLabels, createLabel } from "local-github-server/world";
import {
  createOrganization,
  createRepository,
  createUser,
  openDiscussion,
  registerApp,
} from "local-github-server/world";
import { MovableClock } from "../../src/clock/movable-clock.ts";

const hourMs = 3_600_000;
let world: World;
let clock: MovableClock;
let saves: number;

beforeEach(() => {
  world = new World({ now: () => new Date("2026-11-22T12:07:00Z") });
  saves = 0;
  clock = new MovableClock(world, () => saves++);
});

/** A thread of somebody's, and the bot of an app. */
function aThread() {
  const owner = createUser(world, "olga");
  const acme = createOrganization(world, "acme", { owners: [owner] });
  const repository = createRepository(world, acme, "widgets");
  const app = registerApp(world, acme, { slug: "helper", permissions: { discussions: "write" }, events: [] });
  const category = repository.discussionCategories[0];
  if (category === undefined) throw new Error("no category");
  const thread = openDiscussion(world, owner, repository, { category, title: "How?", body: "Tell me." });
  return { owner, repository, thread, bot: app.bot };
}

it("waits for each who listens, in turn, and keeps the world", async () => {
  const heard: string[] = [];
  clock.onMoved(async () => {
    await Promise.resolve();
    heard.push(`first ${world.timestamp()}`);
  });
  const stop = clock.onMoved(() => void heard.push("second"));
  await clock.advance(hourMs);
  stop();
  await clock.advance(hourMs);
  expect(heard).toEqual(["first 2026-11-22T13:07:00Z", "second", "first 2026-11-22T14:07:00Z"]);
  expect(saves).toBe(2);
  await expect(clock.advance(-1)).rejects.toThrow("a clock moves forward only");
});

it("goes to a time by round steps: fine ones within four hours, hours beyond that", async () => {
  const seen: string[] = [];
  clock.onMoved(() => void seen.push(world.timestamp().slice(5, 16)));
  clock.moveTo(new Date("2026-11-22T12:40:00Z"));
  await clock.settled();
  expect(seen).toEqual(["11-22T12:15", "11-22T12:30", "11-22T12:40"]);
  seen.length = 0;
  clock.moveTo(new Date("2026-11-24T13:30:00Z"));
  await clock.settled();
  expect(seen.slice(0, 2)).toEqual(["11-22T13:00", "11-22T14:00"]);
  expect(seen.slice(-2)).toEqual(["11-24T13:00", "11-24T13:30"]);
  expect(clock.lastMove?.state).toBe("over");
});

it("tells what apps did on the way, and nothing of people", async () => {
  const { owner, repository, thread, bot } = aThread();
  const label = createLabel(world, owner, repository, { name: "due soon" });
  clock.onMoved(() => {
    if (thread.labels.length > 0) return;
    addDiscussionComment(world, owner, thread, { body: "I am still waiting." });
    addLabels(world, bot, thread, [label]);
    addDiscussionComment(world, bot, thread, { body: "Somebody looks at it soon." });
  });
  clock.moveTo(new Date("2026-11-22T13:00:00Z"));
  await clock.settled();
  addDiscussionComment(world, bot, thread, { body: "Later." });
  const changes = clock.lastMove?.changes.map(({ at, by, number, path, what }) => ({
    at: at.toISOString(),
    by,
    number,
    path,
    what,
  }));
  const place = { at: "2026-11-22T12:15:00.000Z", by: "helper", number: thread.number };
  expect(changes).toEqual([
    { ...place, path: "/acme/widgets/discussions/1", what: "added the label “due soon”" },
    {
      ...place,
      path: `/acme/widgets/discussions/1#discussioncomment-${thread.comments[1]?.databaseId}`,
      what: "commented",
    },
  ]);
});

it("makes one move at a time, says why one broke off, and lets a close end one", async () => {
  let fail = false;
  clock.onMoved(() => {
    if (fail) throw new Error("the app is down");
  });
  const move = clock.moveTo(new Date("2026-11-23T12:00:00Z"));
  expect(clock.moveTo(new Date("2026-12-24T12:00:00Z"))).toBe(move);
  await clock.settled();
  expect(world.timestamp()).toBe("2026-11-23T12:00:00Z");

  fail = true;
  const broken = clock.moveTo(new Date("2026-11-24T12:00:00Z"));
  await clock.settled();
  expect(broken).toMatchObject({ state: "broken off", failure: "Error: the app is down" });

  fail = false;
  const closed = clock.moveTo(new Date("2027-11-24T12:00:00Z"));
  await clock.close();
  expect(closed.state).toBe("broken off");
  expect(world.now() < closed.to).toBe(true);
});
