import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  closeDiscussion,
  deleteDiscussion,
  deleteDiscussionComment,
  editDiscussionComment,
  markAnswer,
  pinDiscussion,
  reopenDiscussion,
  unmarkAnswer,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { happened, withTimelines } from "../../helpers/with-timelines.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe("what happens in a thread", () => {
  it("is in its timeline, with who it was by", async () => {
    const { world } = desk.github;
    const question = desk.ask("Does anybody know?");
    desk.comment(question, "I do not.", "sam");
    await desk.settle();
    const answer = desk.comment(question, "Set it to 3.", "hana");
    await desk.settle();
    desk.comment(question, "Thanks!", "ann", answer);
    markAnswer(world, desk.person("ann"), answer);
    await desk.settle();
    expect(await happened(desk, question)).toEqual(
      expect.arrayContaining(["community sam", "helper hana", "asker ann", "answered"]),
    );
    const timeline = await withTimelines(desk, (it, repository) => it.findTimeline(repository, question.number));
    expect(timeline).toMatchObject({
      asker: "ann",
      opener: "asker",
      observed: { answer: { comment: answer.id, actor: "helper" } },
    });
    expect(timeline?.entries.filter((it) => it.kind === "comment" && it.isThanks)).toMatchObject([{ by: "ann" }]);
  });

  it("is no more what it was once it was taken back", async () => {
    const { world } = desk.github;
    const [hana, mia] = [desk.person("hana"), desk.person("mia")];
    const question = desk.ask("Does anybody know?");
    const answer = desk.comment(question, "Set it to 3.", "hana");
    const thanks = desk.comment(question, "Thanks!", "ann");
    const spam = desk.comment(question, "Buy cheap widgets.", "sam");
    await desk.settle();
    editDiscussionComment(world, desk.person("ann"), thanks, "Thanks, but it still fails.");
    deleteDiscussionComment(world, mia, spam);
    markAnswer(world, hana, answer);
    closeDiscussion(world, hana, question, "OUTDATED");
    await desk.settle();
    const observed = () =>
      withTimelines(desk, async (it, repository) => (await it.findTimeline(repository, question.number))?.observed);
    expect(await observed()).toMatchObject({ closed: { reason: "outdated" }, answer: { comment: answer.id } });
    unmarkAnswer(world, hana, answer);
    reopenDiscussion(world, hana, question);
    pinDiscussion(world, mia, question);
    await desk.settle();
    const timeline = await withTimelines(desk, (it, repository) => it.findTimeline(repository, question.number));
    expect(timeline?.observed).toMatchObject({ isPinned: true });
    expect(timeline?.observed).not.toHaveProperty("closed");
    expect(timeline?.observed).not.toHaveProperty("answer");
    expect(timeline?.entries.some((it) => it.kind === "comment" && (it.by === "sam" || it.isThanks))).toBe(false);
  });

  it("is read once where nobody told of the thread before, and costs no point where the payload says all", async () => {
    const question = desk.ask("Does anybody know?", "Please help.", "ann", "general");
    await desk.settle();
    desk.github.ledger.clear();
    desk.comment(question, "I do not.", "sam");
    await desk.settle();
    const read = desk.github.ledger.list().filter(({ operation }) => /History|Snapshot/.test(operation));
    expect(read).toEqual([]);
    expect(await happened(desk, question)).toEqual(["community sam"]);
  });

  it("is forgotten with the thread", async () => {
    const question = desk.ask("Does anybody know?");
    await desk.settle();
    deleteDiscussion(desk.github.world, desk.person("mia"), question);
    await desk.settle();
    expect(await happened(desk, question)).toBeUndefined();
  });
});
