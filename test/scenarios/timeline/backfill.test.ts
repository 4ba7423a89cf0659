import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  closeDiscussion,
  createUser,
  deleteDiscussion,
  markAnswer,
  openDiscussion,
  type Repository,
  type World,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { deliveriesOf, happened, putIntoInbox, withProgress } from "../../helpers/with-timelines.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Sixty threads of many people; every third is closed, and the first has more to it than a page shows. */
function history(world: World, repository: Repository): void {
  const people = Array.from({ length: 12 }, (_, index) => createUser(world, `person-${index}`));
  const [category] = repository.discussionCategories.filter(({ slug }) => slug === "q-a");
  const [hana] = world.all("User").filter(({ login }) => login === "hana");
  if (!category || !hana) throw new Error("nobody is there");
  for (let index = 0; index < 60; index++) {
    const asker = people[index % people.length] ?? hana;
    const it = openDiscussion(world, asker, repository, { category, title: `Question ${index}`, body: "?" });
    const answer = addDiscussionComment(world, hana, it, { body: "Set it to 3." });
    if (index === 0) {
      for (let more = 0; more < 30; more++) addDiscussionComment(world, asker, it, { body: "More.", replyTo: answer });
    }
    if (index % 3 === 0) {
      markAnswer(world, asker, answer);
      closeDiscussion(world, asker, it);
    }
  }
}

const hourMs = 60 * 60 * 1000;
const startAgain = () =>
  putIntoInbox(desk, (repository) => ({ kind: "backfill-threads", repository, cursor: undefined, again: true }));

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await isSo()) return;
    await sleep(20);
  }
  throw new Error("it never came");
}

const backfillOf = () => withProgress(desk, (progress, repository) => progress.findBackfill(repository));

describe("the history of a repository", () => {
  it("is read once when it is added, with all that was said", async () => {
    desk = await openDesk({ before: history });
    expect(await backfillOf()).toMatchObject({ phase: "done", read: 60, total: 60 });
    const [first, second] = desk.repository.discussions;
    if (!first || !second) throw new Error("no discussions");
    expect((await happened(desk, first))?.filter((it) => it === "asker person-0")).toHaveLength(30);
    expect(await happened(desk, first)).toEqual(expect.arrayContaining(["answered", "closed"]));
    expect(await happened(desk, second)).toEqual(["helper hana"]);
    const { ledger } = desk.github;
    // Forty open threads and twenty that are closed, 25 a page, and one that is read alone.
    expect(ledger.points({ operation: "ThreadHistories" })).toBe(9);
    expect(ledger.points({ operation: "FindHistory" })).toBe(1);
    // Thirteen people, and one list of all who have a role.
    expect(ledger.count({ operation: "GET /repos/{owner}/{repo}/collaborators" })).toBe(1);
    expect(ledger.count({ operation: "GET /repos/{owner}/{repo}/collaborators/{username}/permission" })).toBe(0);
    ledger.clear();
    await desk.restart();
    expect(ledger.count({ operation: "ThreadHistories" })).toBe(0);
    expect(await desk.givenUp()).toBe(0);
  });

  it("has each open thread looked at, and no closed one", async () => {
    desk = await openDesk({ before: history });
    expect(await deliveriesOf(desk, "thread-observed")).toBe(40);
  });

  it("asks for each person where the list of those with a role is refused", async () => {
    desk = await openDesk();
    history(desk.github.world, desk.repository);
    await desk.settle();
    const on = "GET /repos/{owner}/{repo}/collaborators";
    desk.github.faults.add({ on, kind: "status", status: 403, when: "before" });
    desk.github.ledger.clear();
    await desk.advance(25 * hourMs);
    await startAgain();
    await desk.settle();
    expect(await backfillOf()).toMatchObject({ phase: "done", read: 60, total: 60 });
    const alone = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
    // Those without a role are known for it for a minute.
    expect(desk.github.ledger.count({ operation: alone })).toBeGreaterThan(0);
    expect(desk.github.ledger.count({ operation: "GET /repos/acme/widgets/collaborators" })).toBe(1);
  });

  it("leaves what is left of an hour's points to those who wait, and goes on when there are new ones", async () => {
    desk = await openDesk();
    history(desk.github.world, desk.repository);
    await desk.settle();
    const { limits } = desk.github;
    const installation = await withProgress(desk, async (_, { installation }) => installation);
    limits.perHour.graphql = limits.budget(`installation ID ${installation}`, "graphql").used + 40;
    await startAgain();
    await until(async () => (await backfillOf())?.waitsUntil !== undefined);
    const { read = 0, waitsUntil = "" } = (await backfillOf()) ?? {};
    expect(read).toBe(25);
    const left = Date.parse(waitsUntil) - Date.now();
    expect(left).toBeGreaterThan(0);
    const question = desk.ask("How can I change the log level to debug?");
    await until(async () => desk.botComments(question).length > 0);
    await desk.github.clock.advance(left + 1_000);
    await desk.settle();
    expect(await backfillOf()).toMatchObject({ phase: "done", read: 60 });
  });

  it("goes on where it stood when nothing was heard of it for an hour", async () => {
    desk = await openDesk({ before: history });
    await withProgress(desk, async (progress, repository) => {
      const done = await progress.findBackfill(repository);
      if (!done) throw new Error("it was never begun");
      await progress.keepBackfill(repository, { ...done, phase: "closed", cursor: "closed:", read: 40 });
    });
    desk.github.ledger.clear();
    await desk.advance(2 * hourMs);
    expect(await backfillOf()).toMatchObject({ phase: "done", read: 60 });
    // From the start it would be three pages. What failed was no page.
    const pages = desk.github.ledger.list({ operation: "ThreadHistories" }).filter(({ fault }) => fault === undefined);
    expect(pages.length).toBeLessThan(3);
  });

  it("leaves out a thread that is deleted while it is read", async () => {
    desk = await openDesk();
    history(desk.github.world, desk.repository);
    await desk.settle();
    const [first] = desk.repository.discussions;
    // The one that is read alone, behind the page that has it.
    desk.github.faults.add({ on: "FindHistory", kind: "status", status: 502, when: "before", times: 1 });
    await startAgain();
    await until(async () => desk.github.ledger.count({ operation: "FindHistory" }) > 0);
    if (first) deleteDiscussion(desk.github.world, desk.person("mia"), first);
    await desk.settle();
    expect(first && (await happened(desk, first))).toBeUndefined();
    expect(await backfillOf()).toMatchObject({ phase: "done" });
  });

  it("is not read where the config says so, and timelines begin with what happens", async () => {
    desk = await openDesk({ before: history, files: { ".github/frontdesk.yml": "timeline:\n  backfill: off\n" } });
    expect(await backfillOf()).toMatchObject({ phase: "off", read: 0 });
    const [first] = desk.repository.discussions;
    if (!first) throw new Error("no discussions");
    expect(await happened(desk, first)).toBeUndefined();
    desk.comment(first, "And now?", "person-0");
    await desk.settle();
    expect((await happened(desk, first))?.length).toBeGreaterThan(30);
  });

  it("is none where there are no discussions", async () => {
    desk = await openDesk({ before: (_, repository) => Object.assign(repository, { hasDiscussionsEnabled: false }) });
    expect(await backfillOf()).toMatchObject({ phase: "done", read: 0, total: 0 });
    expect(await desk.givenUp()).toBe(0);
  });
});
