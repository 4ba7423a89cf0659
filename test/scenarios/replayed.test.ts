import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reopenDiscussion, type Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { formBody } from "../helpers/request-world.ts";
import { sendWebhook } from "../helpers/webhook-sender.ts";
import { webhookPath } from "../../src/web/server.ts";

let desk: Desk;
let idea: Discussion;
beforeEach(async () => {
  desk = await openDesk();
  idea = desk.ask("A gyrotron by night", formBody("It hurts.", "Peace.", "Soon."), "ann", "ideas");
  await desk.settle();
});
afterEach(() => desk.close());

/** The body of the webhook that told of mia's command, as it was signed. */
function signedBody(): string {
  const sent = desk.github.webhooks.list().map(({ request }) => request.body);
  const body = sent.find((it) => it.includes("/decline"));
  if (body === undefined) throw new Error("no command was told of");
  return body;
}

async function send(body: string, delivery: string): Promise<void> {
  const options = { event: "discussion_comment", delivery, secret: desk.github.app.webhookSecret };
  expect((await sendWebhook(desk.app.url + webhookPath, body, options)).status).toBe(202);
  await desk.settle();
}

describe("a signed body that somebody kept", () => {
  it("does nothing under another delivery id, though the world has changed since", async () => {
    desk.comment(idea, "/decline out of scope", "mia");
    await desk.settle();
    expect(idea.closed).toBe(true);
    desk.comment(idea, "/reopen", "mia");
    reopenDiscussion(desk.github.world, desk.person("mia"), idea);
    await desk.settle();
    const comments = idea.comments.length;

    await send(signedBody(), randomUUID());
    expect(idea.closed).toBe(false);
    expect(idea.comments).toHaveLength(comments);
    expect(desk.logLines.join("")).not.toContain("given up");
  });

  it("does nothing when it is so old that nobody knows it any more", async () => {
    const comment = desk.comment(idea, "/decline out of scope", "mia");
    await desk.github.webhooks.drain();
    await desk.settle();
    reopenDiscussion(desk.github.world, desk.person("mia"), idea);
    await desk.settle();
    const old = signedBody()
      .replaceAll(comment.createdAt, new Date(Date.now() - 20 * 86_400_000).toISOString())
      .replaceAll(comment.id, "DC_forgotten");
    await send(old, randomUUID());
    expect(idea.closed).toBe(false);
  });

  it("is obeyed when it is new", async () => {
    desk.comment(idea, "/decline out of scope", "mia");
    await desk.settle();
    expect(idea.closed).toBe(true);
  });
});
