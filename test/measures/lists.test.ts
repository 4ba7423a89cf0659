import { describe, expect, it } from "vitest";
import type { MeasureContext } from "../../src/measures/measure.ts";
import { measureRepository } from "../../src/measures/measure-repository.ts";
import type { MeasuredItem, MeasuredSuggestion } from "../../src/measures/measured-thread.ts";
import { asker, at, bot, closed, community, helper, marked, reopened, session } from "../helpers/timelines.ts";
import { aMeasuredThread, context, type GivenThread } from "./measured.ts";

/** The lists of some threads, numbered from 1. */
async function listsOf(threads: readonly GivenThread[], given: Partial<MeasureContext> = {}) {
  const page = threads.map((it, i) => aMeasuredThread({ ...it, timeline: { number: i + 1, ...it.timeline } }));
  return (await measureRepository([page], { ...context, ...given })).lists;
}

const guide: MeasuredItem = { id: "docs:docs/guide.md#setup", title: "Setting up", url: "https://x/guide" };
const silent = (best?: MeasuredItem): MeasuredSuggestion => ({
  mode: "live",
  at: at("09:00"),
  items: [],
  ...(best && { best }),
});
const asks = (title: string, given: GivenThread = {}): GivenThread => ({
  suggestion: silent(),
  ...given,
  observed: { title, ...given.observed },
});

describe("helpers", () => {
  const answered = (answer: ReturnType<typeof helper>, by: "helper" | "community" | "asker" | "bot" = "helper") =>
    answer.kind === "comment" ? [answer, marked("12:00", by, answer.id)] : [];

  it("are those whose answers are marked, by their names, with each answer", async () => {
    const { helpers } = await listsOf([
      { entries: answered(helper("10:00")) },
      { entries: answered(community("10:00"), "community") },
      { entries: answered(helper("10:00", { by: "Hana" })) },
      { entries: [helper("10:00")] },
    ]);
    expect(helpers).toEqual([
      { login: "carl", answers: [{ thread: 2, at: at("12:00") }] },
      {
        login: "hana",
        answers: [
          { thread: 1, at: at("12:00") },
          { thread: 3, at: at("12:00") },
        ],
      },
    ]);
  });

  it.each([
    { who: "bots", entries: answered(bot("10:00"), "bot") },
    { who: "askers who answer themselves", entries: answered(asker("10:00"), "asker") },
    { who: "those whose account is gone", entries: answered(community("10:00", { by: undefined }), "community") },
    { who: "those whose comment nobody knows", entries: [marked("12:00", "helper", "DC_unknown")] },
    { who: "those whose answer was deleted", entries: answered(helper("10:00", { isDeleted: true })) },
  ])("are not $who", async ({ entries }) => {
    expect((await listsOf([{ entries }])).helpers).toEqual([]);
  });
});

describe("thorny threads", () => {
  const many = Array.from({ length: 20 }, (_, i) => community(`10:${i + 10}`));
  const people = ["bo", "cy", "di", "ed"].map((by) => community("10:00", { by }));
  const breached = { clock: "resolution", startedAt: at("09:00"), target: 60, dueAt: at("09:01"), isBreached: true } as const; // prettier-ignore

  it.each<{ readonly thread: GivenThread; readonly reasons: readonly string[] }>([
    { thread: { entries: many }, reasons: ["it has 20 comments"] },
    { thread: { entries: many.slice(1) }, reasons: [] },
    { thread: { entries: people }, reasons: ["5 people wrote in it"] },
    { thread: { entries: people.slice(1) }, reasons: [] },
    { thread: { entries: [closed("10:00"), reopened("11:00")] }, reasons: ["it was reopened"] },
    {
      thread: { entries: [closed("10:00"), reopened("11:00"), closed("12:00"), reopened("13:00")] },
      reasons: ["it was reopened 2 times"],
    },
    {
      thread: { watched: { priority: "p1", status: "waiting-on-team", clocks: [breached] } },
      reasons: ["the target of the resolution was missed"],
    },
    { thread: { escalations: 1 }, reasons: ["somebody was called for it"] },
    { thread: { escalations: 3 }, reasons: ["somebody was called for it 3 times"] },
    { thread: { entries: [session("10:00", "booked"), session("11:00", "held")] }, reasons: ["it took a session"] },
    { thread: { entries: Array.from({ length: 30 }, () => bot("10:00")) }, reasons: [] },
    { thread: { entries: many, timeline: { opener: "maintainer" } }, reasons: [] },
  ])("are such for $reasons", async ({ thread, reasons }) => {
    expect((await listsOf([thread])).thorny.flatMap((it) => it.reasons)).toEqual(reasons);
  });

  it("come by how many reasons there are, and by their length", async () => {
    const { thorny } = await listsOf([
      { entries: many },
      { entries: [...many, ...people] },
      { entries: [...many, helper("11:00")] },
    ]);
    expect(thorny.map(({ thread }) => thread)).toEqual([2, 3, 1]);
    expect(thorny[0]?.at).toEqual(at("10:29"));
  });
});

describe("coverage gaps", () => {
  it("are questions about the same that nothing answered, with the words they share and the page nearest to them", async () => {
    const { gaps } = await listsOf([
      asks("How do I configure webhook retries?", { suggestion: silent(guide) }),
      asks("Where is the icon of the menu?"),
      asks("Webhook retries stop after an hour", { suggestion: silent(guide) }),
      asks("Is there a limit for webhook retries?", {
        suggestion: silent({ id: "thread:3", title: "Old", url: "https://x/3" }),
      }),
      asks("Can the agent run on Windows?"),
      asks("Agent on Windows crashes"),
    ]);
    expect(gaps).toEqual([
      {
        words: ["retries", "webhook"],
        threads: [4, 3, 1],
        nearest: { title: guide.title, url: guide.url },
      },
      { words: ["agent", "windows"], threads: [6, 5] },
    ]);
  });

  const old = { now: at("2026-03-20T09:00:00Z") };
  it.each<{ readonly when: string; readonly given: GivenThread; readonly isGap: boolean }>([
    { when: "nothing was found", given: {}, isGap: true },
    { when: "nothing was found, and people answered", given: { entries: [helper("10:00"), marked("11:00")] }, isGap: true }, // prettier-ignore
    { when: "something was found", given: { suggestion: { ...silent(), items: [guide] } }, isGap: false },
    {
      when: "something was found, and the asker refused it",
      given: {
        suggestion: { ...silent(), items: [guide] },
        feedback: [{ number: 1, at: at("10:00"), by: "ann", helpful: false, isAsker: true, via: "command", deflected: false }], // prettier-ignore
      },
      isGap: true,
    },
    { when: "it is closed as duplicate", given: { entries: [closed("10:00", "duplicate")] }, isGap: false },
    { when: "it is no question", given: { observed: { isAnswerable: false } }, isGap: false },
    { when: "nobody looked, and nobody replied", given: { suggestion: undefined } as never, isGap: true },
    { when: "nobody looked, and the team replied", given: { suggestion: undefined, entries: [helper("10:00")] } as never, isGap: false }, // prettier-ignore
  ])("are there or not when $when", async ({ given, isGap }) => {
    const two = ["Webhook retries?", "No webhook retries"].map((title) => asks(title, given));
    expect((await listsOf(two, old)).gaps).toHaveLength(isGap ? 1 : 0);
  });

  it("are in the language of the questions, and no words of courtesy", async () => {
    const { gaps } = await listsOf([
      asks("Hilfe: Wie ändere ich die Einstellungen?"),
      asks("Bitte um Hilfe mit der Einstellung"),
      asks("Please help"),
      asks("Please help me"),
    ]);
    expect(gaps.map(({ words, threads }) => ({ words, threads }))).toEqual([
      { words: [expect.stringMatching(/^einstellung(en)?$/)], threads: [2, 1] },
    ]);
  });

  it("are found among thousands in no time to speak of", async () => {
    const threads = Array.from({ length: 3_000 }, (_, i) => asks(`Question about thing-${i % 40} and part ${i}`));
    const { gaps } = await listsOf(threads);
    expect(gaps).toHaveLength(20);
    expect(gaps[0]?.words).toEqual([expect.stringMatching(/^thing-\d+$/), "part"]);
    // The newest are looked at.
    expect(Math.min(...gaps.flatMap((it) => it.threads))).toBeGreaterThan(2_500);
  });
});

describe("entries of the FAQ", () => {
  it("have the questions for which they were posted, and are there without any", async () => {
    const entry = (id: string) => ({ id, title: id, url: `https://x/${id}` });
    const posted = (mode: "live" | "shadow", ...ids: readonly string[]): GivenThread => ({
      suggestion: { mode, at: at("09:00"), items: ids.map(entry) },
    });
    const { faq } = await listsOf([posted("live", "b", "gone"), posted("shadow", "a"), posted("live", "b")], {
      faqEntries: [entry("a"), entry("b")],
    });
    expect(faq).toEqual([
      {
        ...entry("b"),
        hits: [
          { thread: 1, at: at("09:00") },
          { thread: 3, at: at("09:00") },
        ],
      },
      { ...entry("a"), hits: [] },
    ]);
  });
});
