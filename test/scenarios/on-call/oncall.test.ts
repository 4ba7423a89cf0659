import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";

let desk: Desk;
let question: Discussion;
beforeAll(async () => {
  desk = await openDesk();
  question = desk.ask("It does not start");
  await desk.settle();
});
afterAll(() => desk.close());

/** What the bot answers to `/oncall` under this config. */
async function answer(config: string, by = "sam"): Promise<string> {
  await desk.push({ ".github/frontdesk.yml": config });
  await desk.settle();
  const comment = desk.comment(question, "/oncall", by);
  await desk.settle();
  return desk
    .botReplies(comment)
    .map(({ body }) => body)
    .join("\n");
}

/** A day relative to that of the desk's clock. */
const day = (days: number) =>
  new Date(desk.github.world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

describe("/oncall", () => {
  it("says who is on call and until when, without a mention", async () => {
    const text = await answer(`
on-call:
  timezone: Europe/Prague
  layers:
    - { name: main, people: [hana, mia], rotation: day, start: ${day(-20)}, handover: "12:00" }
`);
    expect(text).toMatch(
      /^\*\*(?:hana|mia)\*\* is on call until \w+, \d+ \w+ 20\d\d at 12:00 \(Europe\/Prague\)\. After that: \*\*(?:hana|mia)\*\*\./u,
    );
    expect(text).not.toContain("@");
    expect(text).not.toContain("WARNING");
  });

  it("warns of somebody whom GitHub does not know, or who may not triage", async () => {
    const text = await answer(`
on-call:
  layers:
    - { name: main, people: [nobody-there], start: ${day(-3)} }
  covers:
    - { who: sam, from: ${day(-1)}, to: ${day(1)} }
`);
    expect(text).toContain("**sam** (as a cover) is on call until");
    expect(text).toContain("After that: **nobody\\-there**.");
    expect(text).toContain("GitHub does not know `sam` as somebody who may triage here.");
    expect(text).toContain("GitHub does not know `nobody-there` as somebody who may triage here.");
  });

  it("says that nobody is, and who will be", async () => {
    const text = await answer(`
on-call:
  layers:
    - { name: main, team: support, start: ${day(2)}, handover: "08:00" }
`);
    expect(text).toMatch(/^Nobody is on call now\. Next: \*\*the team support\*\* from .* at 08:00 \(UTC\) on\./u);
  });

  it("says so where there is no rota", async () => {
    expect(await answer("{}")).toContain("There is no rota here");
  });
});
