import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { mustBeQuiet } from "../helpers/quiet-log.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ calm: true });
  desk.ask("How does the heron fish at noon?", "A lantern under water.");
  await desk.settle();
});
afterAll(() => desk.close());

const told = (message: string) => JSON.stringify({ level: 30, message });

describe("the search of logs", () => {
  it("finds nothing in the log of a desk", () => {
    expect(desk.logLines.length).toBeGreaterThan(2);
    mustBeQuiet(desk.logLines, desk.github);
  });

  it.each<[string, () => string]>([
    ["a title", () => "asked: How does the heron fish at noon?"],
    ["a body", () => "A lantern under water."],
    ["the webhook secret", () => `secret ${desk.github.app.webhookSecret}`],
    ["the client secret", () => desk.github.app.clientSecret],
    ["a line of the key", () => desk.github.app.privateKey.split("\n")[2] ?? ""],
    ["a token", () => ["ghs", "16C7e42F292c6912E7710c838347Ae178B4a"].join("_")],
    ["a header", () => "authorization: Bearer abcdefghijkl"],
    ["a cookie", () => "__Host-frontdesk=abc"],
    ["a secret of the test's own", () => "chat-quux"],
  ])("finds %s", (_, message) => {
    expect(() => mustBeQuiet([told(message())], desk.github, ["chat-quux"])).toThrow(/the log holds/u);
  });
});
