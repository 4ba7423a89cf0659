import { afterEach, describe, expect, it } from "vitest";
import { closeDiscussion } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { webhookPath } from "../../src/web/server.ts";

let desk: Desk;
afterEach(() => desk.close());

const question = "How can I change the log level to debug?";

/** Sends the newest webhook of an event once more, as it was. */
async function sendAgain(event: string): Promise<number> {
  const [sent] = desk.github.webhooks.list().filter((it) => it.event === event);
  if (!sent) throw new Error(`no ${event} was sent`);
  const { headers, body } = sent.request;
  return (await fetch(desk.app.url + webhookPath, { method: "POST", headers, body })).status;
}

/** What people reported of other bots that lost or doubled things, tried on this one. */
describe("what other bots did twice, or not at all", () => {
  it("one answer, where 'close with comment' sends two webhooks at once (openedx/openedx-webhooks#277)", async () => {
    desk = await openDesk({ calm: true });
    const thread = desk.ask(question);
    desk.comment(thread, "I should have said: in version 2.", "ann");
    closeDiscussion(desk.github.world, desk.person("ann"), thread);
    await desk.settle();
    desk.comment(thread, "/help", "hana");
    desk.comment(thread, "Never mind.", "ann");
    await desk.settle();
    expect(desk.botComments(thread).length).toBeLessThanOrEqual(1);
    expect(thread.comments.flatMap((it) => desk.botReplies(it))).toHaveLength(1);
  });

  it("one reply, where a webhook that timed out comes again (all-contributors/app#79)", async () => {
    desk = await openDesk({ calm: true });
    const thread = desk.ask(question);
    await desk.settle();
    const command = desk.comment(thread, "/help", "hana");
    await desk.github.webhooks.drain();
    // While the first one is still in progress, and when it is over.
    expect(await Promise.all([sendAgain("discussion_comment"), sendAgain("discussion_comment")])).toEqual([202, 202]);
    await desk.settle();
    expect(await sendAgain("discussion_comment")).toBe(202);
    await desk.settle();
    expect(desk.botReplies(command)).toHaveLength(1);
    expect(desk.botComments(thread)).toHaveLength(1);
  });

  it("one comment, where GitHub does not show the one just made yet (DefinitelyTyped/dt-mergebot#43)", async () => {
    desk = await openDesk({ calm: true });
    // Every read is as old as it may be: what was just written is in none of them.
    desk.github.faults.add({ kind: "stale", withinMs: 2_000, on: "graphql" });
    const thread = desk.ask(question);
    await desk.settle();
    desk.github.faults.clear();
    await desk.advance(5 * 60_000);
    expect(desk.botComments(thread)).toHaveLength(1);
  });

  it("one comment, where it was written and GitHub said 502 (Octokit's retries write it again)", async () => {
    desk = await openDesk({ calm: true });
    desk.github.faults.add({ kind: "status", status: 502, when: "after", on: "addDiscussionComment", times: 1 });
    const thread = desk.ask(question);
    await desk.settle();
    expect(desk.botComments(thread)).toHaveLength(1);
  });
});

describe("a thread that is read a moment too late", () => {
  it("loses no part of our comment, whichever of the reads it is", async () => {
    const config = "watch:\n  priorities:\n    p3: { first-response: 8h }\n";
    desk = await openDesk({ calm: true, files: { ".github/frontdesk.yml": config } });
    for (let after = 0; after < 5; after++) {
      desk.github.faults.add({ kind: "stale", withinMs: 5_000, on: "FindThread", after, times: 1 });
      const thread = desk.ask(`${question} (${after})`);
      await desk.settle();
      desk.github.faults.clear();
      const comments = desk.botComments(thread).map(({ body }) => body);
      expect(comments).toHaveLength(1);
      expect(comments[0], `the read after ${after} others`).toContain("frontdesk:begin:related-answers");
      expect(comments[0], `the read after ${after} others`).toContain("frontdesk:begin:expectation");
    }
  });
});
