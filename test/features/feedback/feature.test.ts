import { defaultConfig } from "../../../src/config/schema.ts";
import { describe, expect, it } from "vitest";
import { compareOpinions, isNewPraise } from "../../../src/features/feedback/compare-opinions.ts";
import type { RecordReads } from "../../../src/core/record-reads.ts";
import type { Reads } from "../../../src/core/reads.ts";
import { feedback } from "../../../src/features/feedback/feature.ts";
import { repository } from "../../helpers/builders.ts";
import { port } from "../../helpers/port.ts";

const now = new Date("2026-03-10T10:00:00Z");
const at = new Date("2026-03-10T09:00:00Z");
const earlier = new Date("2026-03-10T08:00:00Z");
const later = new Date("2026-03-10T09:30:00Z");

/** `ann +`: ann, who asked, clicked 👍. */
function clicks(all: readonly string[]) {
  const reactions = all.map((text) => ({ by: text.slice(0, -2), helpful: text.endsWith("+"), at }));
  return { asker: "ann", reactions };
}

/** `ann +`: it is recorded that ann clicked 👍; `ann - command`: that she said so by a command. */
function records(all: readonly string[]) {
  return all.map((text) => {
    const [by = "", sign, via] = text.split(" ");
    const isCommand = via === "command";
    return {
      number: 12,
      by,
      helpful: sign === "+",
      isAsker: by === "ann",
      via: isCommand ? ("command" as const) : ("reaction" as const),
      deflected: false,
      at,
    };
  });
}

const post = (clicked: readonly string[], recorded: readonly string[] = []) => ({
  number: 12,
  clicked: clicks(clicked),
  recorded: records(recorded),
});

describe("what people clicked, held against the records", () => {
  it.each<[string, string[], string[], string[], string[]]>([
    ["is new", ["ann +", "bob -"], [], ["ann +", "bob -"], []],
    ["is known", ["ann +", "bob -"], ["ann +", "bob -"], [], []],
    ["was turned round", ["bob +"], ["bob -"], ["bob +"], []],
    ["was taken back", [], ["bob -"], [], ["bob"]],
    ["is both, and so neither", ["bob +", "bob -"], [], [], []],
    ["was one and is both", ["bob +", "bob -"], ["bob +"], [], ["bob"]],
    ["comes after a command and changes nothing", ["ann +"], ["ann - command"], [], []],
    ["is nothing, and a command stands", [], ["ann - command"], [], []],
  ])("when it %s", (_, clicked, recorded, given, takenBack) => {
    const changes = compareOpinions(post(clicked, recorded));
    expect(changes.given.map((it) => `${it.feedback.by} ${it.feedback.helpful ? "+" : "-"}`)).toEqual(given);
    expect(changes.takenBack).toEqual(takenBack);
  });

  it("tells the asker from others", () => {
    const changes = compareOpinions(post(["ann -", "bob -"]));
    expect(changes.given.map(({ feedback: { by, isAsker } }) => [by, isAsker])).toEqual([
      ["ann", true],
      ["bob", false],
    ]);
  });

  it.each<[string, string, Date | undefined, boolean]>([
    ["the asker, with no other person in the thread", "ann +", undefined, true],
    ["the asker, before any other person wrote", "ann +", later, true],
    ["the asker, after another person wrote", "ann +", earlier, false],
    ["the asker, who says that it did not help", "ann -", undefined, false],
    ["somebody else", "bob +", undefined, false],
  ])("is a confirmed deflection or not when it comes from %s", (_, clicked, firstReply, deflected) => {
    const { given } = compareOpinions({ ...post([clicked]), ...(firstReply && { firstReply }) });
    expect(given.map(({ feedback }) => feedback.deflected)).toEqual([deflected]);
  });

  it("makes us read the thread for new praise of the asker alone", () => {
    expect(isNewPraise(post(["ann +"]))).toBe(true);
    expect(isNewPraise(post(["ann +"], ["ann -"]))).toBe(true);
    expect(isNewPraise(post(["ann +", "bob +"], ["ann +"]))).toBe(false);
    expect(isNewPraise(post(["ann -", "bob +"]))).toBe(false);
  });
});

const justBefore = (time: string) => new Date(Date.parse(time) - 1).toISOString();

describe("the feature", () => {
  const decide = (event: object, facts: object) =>
    feedback.decide(event as Parameters<typeof feedback.decide>[0], facts, {
      shared: defaultConfig,
      config: undefined,
      now,
    });

  it.each([
    ["hour", "2026-03-07T10:00:00.000Z", "2026-03-10T10:00:00.000Z"],
    ["start", "2026-03-07T10:00:00.000Z", "2026-03-10T10:00:00.000Z"],
    ["day", "2026-02-08T10:00:00.000Z", "2026-03-07T10:00:00.000Z"],
  ] as const)(
    "looks at a repository when the %s begins, where it suggested something then",
    async (every, from, to) => {
      const suggestedIn = (id: number, at: string) =>
        port<Reads>("reads", {
          records: port<RecordReads>("records", {
            // As the store does: what was suggested from a time on, and before another.
            suggestionComments: async (where, since, until) =>
              where.id === id && new Date(at) >= since && new Date(at) < until ? [{ number: 12, comment: "DC_1" }] : [],
          }),
        });
      const [schedule] = feedback.schedules;
      const isDue = async (reads: Reads) => schedule?.isDue?.(repository, { every, reads, now });
      expect(schedule?.every).toContain(every);
      expect(await isDue(suggestedIn(repository.id, from))).toBe(true);
      expect(await isDue(suggestedIn(repository.id, justBefore(from)))).toBe(false);
      expect(await isDue(suggestedIn(repository.id, justBefore(to)))).toBe(true);
      expect(await isDue(suggestedIn(repository.id, to))).toBe(false);
      expect(await isDue(suggestedIn(8, from))).toBe(false);
      expect(schedule?.event(repository, { every, now })).toEqual({ kind: "read-reactions", repository, from, to });
    },
  );

  const read = { kind: "read-reactions", repository, from: earlier.toISOString(), to: later.toISOString() };

  it("records what has changed, as of when it was clicked", () => {
    const plan = decide(read, { found: "posts", posts: [post(["bob -"], ["eve +"])] });
    expect(plan.actions).toEqual([
      {
        do: "record-feedback",
        repository,
        number: 12,
        feedback: { by: "bob", helpful: false, isAsker: false, via: "reaction", deflected: false },
        at: at.toISOString(),
      },
      { do: "withdraw-feedback", repository, number: 12, by: "eve" },
    ]);
  });

  it("writes nothing when nothing has changed", () => {
    const plan = decide(read, { found: "posts", posts: [post(["bob -"], ["bob -"])] });
    expect(plan).toEqual({ actions: [], because: "the reactions in 1 thread were read, and nothing has changed" });
  });

  it("leaves to the next time what a crowd clicks beyond some hundreds", () => {
    const crowd = Array.from({ length: 700 }, (_, i) => `person-${i} -`);
    expect(decide(read, { found: "posts", posts: [post(crowd)] }).actions).toHaveLength(500);
  });

  it("forgets what was suggested in a discussion that is gone", () => {
    const event = { kind: "discussion-removed", repository, number: 12, actor: { login: "mia", isBot: false } };
    expect(decide(event, { found: "nothing-to-read" }).actions).toEqual([
      { do: "forget-suggestion", repository, number: 12 },
    ]);
  });
});
