import { describe, expect, it } from "vitest";
import { ResolutionConfig } from "../../../src/features/resolution/config.ts";
import { nextStep, type SilenceFacts } from "../../../src/features/resolution/steps/next-step.ts";
import { day, silentThread } from "./silent-thread.ts";

const config = (given: object = {}) => ResolutionConfig.parse(given);
const closing = config({ "close-after": 14 });

const silent: SilenceFacts = { watched: silentThread(), watchedSince: day(1), silence: undefined };
const reminded: SilenceFacts = {
  ...silent,
  silence: { after: "D_12", remindedAt: day(9).toISOString(), closesAt: day(23).toISOString() },
};
const missed = (isOpen: boolean) => [{ clock: "first-response" as const, dueAt: day(2), isOpen }];

describe("a silent asker", () => {
  it.each([
    ["the day before", day(8), { do: "wait", until: day(9) }],
    ["after seven days", day(9), { do: "remind" }],
    ["long after, when the app was down", day(30), { do: "remind" }],
  ])("is reminded: %s", (_, now, step) => {
    expect(nextStep(silent, config(), now)).toMatchObject(step);
  });

  it("is reminded once of a silence, however long it is", () => {
    const { closesAt: _, ...silence } = reminded.silence ?? { after: "", remindedAt: "" };
    expect(nextStep({ ...silent, silence }, config(), day(300))).toMatchObject({ do: "wait" });
    expect(nextStep({ ...silent, silence }, config(), day(300))).not.toHaveProperty("until");
  });

  it.each<readonly [string, Partial<SilenceFacts>]>([
    // actions/stale#1122, actions/stale#346, probot/stale#343, microsoft/azure-pipelines-tasks#16707
    ["we owe the next word", { watched: silentThread({ status: "waiting-on-team" }) }],
    ["a decision is awaited", { watched: silentThread({ status: "awaiting-decision" }) }],
    ["a session is booked", { watched: silentThread({ status: "session-booked" }) }],
    ["a slot is booked, whatever was said since", { session: "booked" }],
    ["the outcome of a session is not told yet", { session: "over" }],
    ["it is closed", { watched: silentThread({ status: "closed" }) }],
    ["nobody watches it", { watched: undefined }],
    // 112 mails on the day of the installation: ThingPulse/esp8266-oled-ssd1306#249
    ["it waited before we came", { watchedSince: day(3) }],
    ["the watch has not begun", { watchedSince: undefined }],
    ["it is locked", { isLocked: true }],
    ["it is pinned", { isPinned: true }],
    ["its label keeps it open", { labels: ["bug", "Keep-Open"] }],
    ["a target of ours is missed", { watched: silentThread({}, { breaches: missed(true) }) }],
    ["the asker was asked about an answer", { isAsked: true }],
  ])("is left alone where %s", (_, given) => {
    const step = nextStep({ ...silent, ...given }, closing, day(30));
    expect(step).toMatchObject({ do: "wait" });
    expect(step).not.toHaveProperty("until");
    if (!given.isAsked) expect(nextStep({ ...reminded, ...given }, closing, day(30))).toMatchObject({ do: "wait" });
  });

  it.each(["done", "no-show", "cancelled"] as const)("is reminded where a session is %s", (session) => {
    expect(nextStep({ ...silent, session }, config(), day(30))).toEqual({ do: "remind" });
  });

  it("has all the time again when the team or somebody else has written", () => {
    const touched = { ...silent, watched: silentThread({ lastTeamActAt: day(5) }) };
    expect(nextStep(touched, config(), day(9))).toMatchObject({ do: "wait", until: day(12) });
    expect(nextStep({ ...silent, lastWordOfOthers: day(6) }, config(), day(9))).toMatchObject({ until: day(13) });
  });

  it("is never reminded where the config says so", () => {
    expect(nextStep(silent, config({ "remind-after": 0 }), day(90))).toMatchObject({ do: "wait" });
  });
});

describe("a thread whose asker stays silent", () => {
  it.each([
    ["before its day", day(22), { do: "wait", until: day(23) }],
    ["on its day", day(23), { do: "close" }],
  ])("is closed: %s", (_, now, step) => {
    expect(nextStep(reminded, closing, now)).toMatchObject(step);
  });

  it("is not closed by default", () => {
    expect(nextStep(reminded, config(), day(300))).toMatchObject({ do: "wait" });
  });

  it("is not closed without a reminder that said so (NuGet/docs.microsoft.com-nuget#2727)", () => {
    const silence = { after: "D_12", remindedAt: day(9).toISOString() };
    expect(nextStep({ ...silent, silence }, closing, day(300))).toMatchObject({ do: "wait" });
  });

  it("is not closed before the day that was promised, though the config is shorter now", () => {
    expect(nextStep(reminded, config({ "close-after": 1 }), day(12))).toMatchObject({ until: day(23) });
  });

  it("has its time anew from the last word of anybody (probot/stale#324)", () => {
    expect(nextStep({ ...reminded, lastWordOfOthers: day(20) }, closing, day(23))).toMatchObject({ until: day(34) });
    const touched = { ...reminded, watched: silentThread({ lastTeamActAt: day(20) }) };
    expect(nextStep(touched, closing, day(33))).toMatchObject({ do: "wait", until: day(34) });
    expect(nextStep(touched, closing, day(34))).toMatchObject({ do: "close" });
  });

  it("is not closed where we kept the asker waiting, also when we answered late", () => {
    for (const isOpen of [true, false]) {
      const facts = { ...reminded, watched: silentThread({}, { breaches: missed(isOpen) }) };
      expect(nextStep(facts, closing, day(90))).toMatchObject({ do: "wait" });
    }
  });

  it("is not closed twice", () => {
    const silence = reminded.silence && { ...reminded.silence, isSpent: true as const };
    expect(nextStep({ ...reminded, silence }, closing, day(90))).toMatchObject({ do: "wait" });
  });
});

it("a config that would close without a reminder is refused", () => {
  const { error } = ResolutionConfig.safeParse({ "close-after": 3, "remind-after": 0 });
  expect(error?.issues).toMatchObject([
    { path: ["close-after"], message: expect.stringContaining("without a reminder") },
  ]);
});
