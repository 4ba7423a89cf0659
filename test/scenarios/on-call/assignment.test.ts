import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markAnswer, removeLabels, unmarkAnswer, type Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { labelsOf } from "../../helpers/request-world.ts";

let desk: Desk;
let question: Discussion;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  question = desk.ask("It does not start");
  await desk.settle();
});

/** Somebody writes this; what the bot replies. */
async function write(line: string, by: string): Promise<string> {
  const comment = desk.comment(question, line, by);
  await desk.settle();
  return desk
    .botReplies(comment)
    .map(({ body }) => body)
    .join("\n");
}

const comment = () =>
  desk
    .botComments(question)
    .map(({ body }) => body)
    .join("\n");

describe("/take", () => {
  it("says in our comment and by a label who sees to a question, once, and notifies nobody", async () => {
    expect(await write("/take", "hana")).toBe("");
    expect(comment()).toContain("**hana** sees to this question.");
    expect(comment()).not.toContain("@");
    expect(labelsOf(question)).toEqual(["assigned"]);
    await write("/take", "hana");
    expect(desk.botComments(question)).toHaveLength(1);
  });

  it("takes over what somebody else has", async () => {
    await write("/take", "hana");
    await write("/take", "mia");
    expect(comment()).toContain("**mia** sees to this question.");
    expect(comment()).not.toContain("hana");
  });

  it("is for people with triage rights", async () => {
    expect(await write("/take", "sam")).toContain("people with triage rights");
    expect([comment(), labelsOf(question)]).toEqual(["", []]);
  });

  it("is shown by the label as long as there is something to see to", async () => {
    await write("/take", "hana");
    const answer = desk.comment(question, "Plug it in.", "hana");
    markAnswer(desk.github.world, desk.person("ann"), answer);
    await desk.settle();
    expect(labelsOf(question)).toEqual([]);
    unmarkAnswer(desk.github.world, desk.person("ann"), answer);
    await desk.settle();
    expect(labelsOf(question)).toEqual(["assigned"]);
    removeLabels(desk.github.world, desk.person("mia"), question, [...question.labels]);
    await write("It is plugged in.", "ann");
    expect(labelsOf(question)).toEqual([]);
  });

  it("stays what it was after a restart", async () => {
    await write("/take", "hana");
    await desk.restart();
    expect(await write("/release", "mia")).toBe("");
    expect(labelsOf(question)).toEqual([]);
  });
});

describe("/handoff", () => {
  it("gives a question to somebody with triage rights", async () => {
    expect(await write("/handoff @hana", "mia")).toBe("");
    expect(comment()).toContain("**hana** sees to this question, handed over by mia.");
    expect(labelsOf(question)).toEqual(["assigned"]);
  });

  it("notifies them where the command did not", async () => {
    expect(await write("/handoff hana", "mia")).toContain("@hana, mia hands this question over to you.");
  });

  it("refuses whoever may not triage, and says who may", async () => {
    expect(await write("/handoff @sam", "mia")).toContain("sam may not triage here");
    expect(await write("/handoff @nobody-there", "mia")).toContain("It can be handed to people with triage rights.");
    expect(labelsOf(question)).toEqual([]);
  });

  it.each(["/handoff", "/handoff @hana @mia", "/handoff @acme/support", "/handoff to:hana"])(
    "does not guess: %s",
    async (line) => {
      expect(await write(line, "mia")).toContain("`/handoff @<login>`, one person with triage rights");
      expect(labelsOf(question)).toEqual([]);
    },
  );
});

describe("/release", () => {
  it("gives a question back: section and label say so", async () => {
    await write("/take", "hana");
    await write("/release", "mia");
    expect(comment()).toContain("Nobody sees to this question for now");
    expect(labelsOf(question)).toEqual([]);
    await write("/take", "mia");
    expect(comment()).toContain("**mia** sees to this question.");
  });

  it("is refused where nobody has it", async () => {
    expect(await write("/release", "hana")).toContain("Nobody has taken this question");
  });

  it("is one command of a comment", async () => {
    expect(await write("/take\n/release", "hana")).toContain("One comment can give a question to one person.");
    expect(labelsOf(question)).toEqual(["assigned"]);
  });
});

describe("the label of whoever sees to a question", () => {
  it("may be another one, or none", async () => {
    await desk.push({ ".github/frontdesk.yml": "on-call:\n  assigned-label: null\n" });
    await desk.settle();
    await write("/take", "hana");
    expect(labelsOf(question)).toEqual([]);
    expect(comment()).toContain("**hana** sees to this question.");
  });
});
