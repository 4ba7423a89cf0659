import { afterEach, describe, expect, it } from "vitest";
import {
  addLabels,
  closeDiscussion,
  createLabel,
  deleteDiscussion,
  deleteDiscussionComment,
  editDiscussionComment,
  lock,
  markAnswer,
  reopenDiscussion,
  type Discussion,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { deliveriesOf, happened, withTimelines } from "../../helpers/with-timelines.ts";

let desk: Desk;
afterEach(() => desk.close());

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const observedOf = ({ number }: Discussion) =>
  withTimelines(desk, async (it, repository) => (await it.findTimeline(repository, number))?.observed);

/** Happens without a webhook, and GitHub remembers none that could be sent again. */
async function unheard(happens: () => void): Promise<void> {
  await desk.settle();
  const app = desk.github.world.findApp("frontdesk");
  if (!app) throw new Error("there is no app");
  const { webhook } = app;
  app.webhook = { ...webhook, url: null };
  happens();
  app.webhook = webhook;
}

describe("what no webhook told", () => {
  it("is taken in within the hour, and the thread is looked at", async () => {
    desk = await openDesk();
    const question = desk.ask("Does anybody know?");
    await desk.settle();
    let reply = desk.comment(question, "I do not.", "sam");
    await unheard(() => {
      reply = desk.comment(question, "Set it to 3.", "hana");
      markAnswer(desk.github.world, desk.person("ann"), reply);
      closeDiscussion(desk.github.world, desk.person("ann"), question, "DUPLICATE");
    });
    expect(await happened(desk, question)).toEqual(["community sam"]);
    await desk.advance(hourMs);
    expect(await happened(desk, question)).toEqual(expect.arrayContaining(["helper hana", "answered", "closed"]));
    expect(await observedOf(question)).toMatchObject({
      closed: { reason: "duplicate" },
      answer: { comment: reply.id },
    });
    expect(await deliveriesOf(desk, "thread-observed")).toBe(1);
    await unheard(() => reopenDiscussion(desk.github.world, desk.person("ann"), question));
    await desk.advance(hourMs);
    expect((await happened(desk, question))?.at(-1)).toBe("reopened");
    expect(await deliveriesOf(desk, "thread-observed")).toBe(2);
  });

  it("is taken in though a label was heard of after it", async () => {
    desk = await openDesk();
    const { world } = desk.github;
    const mia = desk.person("mia");
    const label = createLabel(world, mia, desk.repository, { name: "p1", color: "ff0000" });
    const question = desk.ask("Does anybody know?");
    await desk.settle();
    // GitHub counts seconds.
    await desk.advance(2_000);
    await unheard(() => desk.comment(question, "Set it to 3.", "hana"));
    addLabels(world, mia, question, [label]);
    await desk.settle();
    expect(await happened(desk, question)).toEqual([]);
    await desk.advance(hourMs);
    expect(await happened(desk, question)).toEqual(["helper hana"]);
  });

  it("is found within the day where GitHub counts it for no change", async () => {
    desk = await openDesk();
    const { world } = desk.github;
    const mia = desk.person("mia");
    const question = desk.ask("Does anybody know?");
    const gone = desk.ask("Is this deleted?");
    const spam = desk.comment(question, "Buy!", "sam");
    const thanks = desk.comment(question, "Thanks!", "ann");
    const label = createLabel(world, mia, desk.repository, { name: "p1", color: "ff0000" });
    await desk.settle();
    await unheard(() => {
      const { updatedAt } = question;
      addLabels(world, mia, question, [label]);
      lock(world, mia, question);
      deleteDiscussionComment(world, mia, spam);
      editDiscussionComment(world, desk.person("ann"), thanks, "It fails.");
      deleteDiscussion(world, mia, gone);
      // As GitHub's own examples of webhooks show: none of these moves the time of the last change.
      question.updatedAt = updatedAt;
    });
    await desk.advance(dayMs);
    expect(await observedOf(question)).toMatchObject({ labels: ["p1"], locked: true });
    const timeline = await withTimelines(desk, (it, repository) => it.findTimeline(repository, question.number));
    expect(timeline?.entries).toMatchObject([{ kind: "comment", by: "ann" }]);
    expect(timeline?.entries[0]).not.toHaveProperty("isThanks");
    expect(await happened(desk, gone)).toBeUndefined();
    expect(await deliveriesOf(desk, "thread-observed")).toBe(2);
  });

  it("costs two points an hour where there is nothing of it", async () => {
    // At midnight a deep sweep comes with it.
    desk = await openDesk({ startAt: new Date("2026-03-02T09:01:00Z") });
    for (let index = 0; index < 5; index++) desk.ask(`Question ${index}`);
    await desk.settle();
    // What webhooks told is read once more, since they tell no count of comments.
    await desk.advance(hourMs);
    desk.github.ledger.clear();
    await desk.advance(hourMs);
    const asked = desk.github.ledger
      .list({ kind: "graphql" })
      .filter(({ operation }) => /Thread|History/.test(operation));
    expect(asked.map(({ operation, points }) => [operation, points])).toEqual([["ThreadDigests", 2]]);
  });
});

describe("after days of downtime", () => {
  it("a fresh question is answered, one that people answered or that is old is not, and all is in the timelines", async () => {
    desk = await openDesk();
    const known = desk.ask("Is this known?");
    await desk.settle();
    const question = "How can I change the log level to debug?";
    const asked: Record<string, Discussion> = {};
    await desk.restart(() => {
      const app = desk.github.world.findApp("frontdesk");
      if (app) app.webhook = { ...app.webhook, url: null };
      asked["fresh"] = desk.ask(question);
      asked["helped"] = desk.ask(question);
      desk.comment(asked["helped"], "Pass `--log-level debug`.", "sam");
      asked["old"] = desk.ask(question);
      const threeDaysAgo = new Date(Date.now() - 3 * dayMs).toISOString();
      Object.assign(asked["old"], { createdAt: threeDaysAgo });
      desk.comment(known, "It is.", "hana");
    });
    expect(Object.keys(asked).filter((it) => desk.botComments(asked[it] as Discussion).length > 0)).toEqual(["fresh"]);
    expect(asked["helped"] && (await happened(desk, asked["helped"]))).toEqual(["community sam"]);
    expect(asked["old"] && (await happened(desk, asked["old"]))).toEqual([]);
    expect(await happened(desk, known)).toEqual(["helper hana"]);
  });

  it("nothing is said in a thread that was opened longer ago than freshness", async () => {
    desk = await openDesk();
    let old: Discussion | undefined;
    await unheard(() => {
      old = desk.ask("How can I change the log level to debug?");
      desk.comment(old, "Me too.", "ann");
    });
    await desk.advance(3 * dayMs);
    expect(old && desk.botComments(old)).toEqual([]);
    expect(old && (await happened(desk, old))).toEqual(["asker ann"]);
  });
});
