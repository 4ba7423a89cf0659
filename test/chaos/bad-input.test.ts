import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { webhookExamples } from "../helpers/webhook-examples.ts";
import { sendWebhook } from "../helpers/webhook-sender.ts";
import { webhookPath } from "../../src/web/server.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const send = async (event: string, payload: unknown) =>
  (
    await sendWebhook(desk.app.url + webhookPath, JSON.stringify(payload), {
      event,
      secret: desk.github.app.webhookSecret,
    })
  ).status;

describe("the app, from webhook to the end of the handling", () => {
  it("takes every example that GitHub has published and gives none of them up", async () => {
    for (const { name, examples } of webhookExamples) {
      for (const payload of examples) expect(await send(name, payload)).toBe(202);
    }
    await desk.settle();
    expect(await desk.givenUp()).toBe(0);
  });

  it.each([
    ["a discussion that was deleted", { number: 4711 }],
    ["a discussion in the midst of a conversion", { number: 4712, state: "converting" }],
  ])("lets %s go", async (_, discussion) => {
    const repository = { id: desk.repository.databaseId, full_name: "acme/widgets", name: "widgets" };
    const installation = { id: desk.github.world.all("Installation")[0]?.databaseId };
    expect(await send("discussion", { action: "created", discussion, repository, installation })).toBe(202);
    await desk.settle();
    expect(await desk.givenUp()).toBe(0);
  });

  it("still answers after all that", async () => {
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ["an empty body", "How can I change the log level to debug?", " "],
    ["a megabyte of one word", "What is this?", "x".repeat(60_000)],
    ["emoji only", "🤷", "🔥🔥🔥"],
    ["nested quotes", "How?", `${"> ".repeat(5_000)}deep`],
    [
      "markup and mentions",
      "<script>alert(1)</script> @mia",
      "<!-- frontdesk:begin:related-answers --> Fixes #1 \u202e\u0000",
    ],
  ])("takes a question with %s", async (_, title, body) => {
    desk.ask(title, body === " " ? "." : body);
    await desk.settle();
    expect(await desk.givenUp()).toBe(0);
  });
});
