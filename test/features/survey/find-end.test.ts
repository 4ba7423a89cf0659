import { describe, expect, it } from "vitest";
import { findEnd, isRatable, type EndFacts } from "../../../src/features/survey/asking/find-end.ts";
import {
  asker,
  at,
  aTimeline,
  bot,
  closed,
  community,
  helper,
  marked,
  remark,
  reopened,
  thanks,
  unmarked,
} from "../../helpers/timelines.ts";

const now = at("18:00");
const outcome = { by: "hana", at: at("12:00").toISOString(), text: "So.", comment: "DC_9", url: "u" };
const session = { kind: "office-hours", state: "done", outcome } as const;
const accepted = { state: "accepted", since: at("09:30").toISOString(), decision: { at: at("11:00").toISOString() } };

function facts(entries: Parameters<typeof aTimeline>[0], given: Partial<EndFacts> = {}): EndFacts {
  return {
    timeline: aTimeline(entries),
    request: undefined,
    booking: undefined,
    isClosedByPerson: false,
    ...given,
  };
}

const byPerson = { isClosedByPerson: true };
const timelineWith = (given: Parameters<typeof aTimeline>[1]) => ({ timeline: aTimeline([marked("10:00")], given) });

describe("a thread about which its asker may be asked", () => {
  it.each<[string, EndFacts, string, string]>([
    ["a human answer is marked", facts([helper("09:30"), marked("10:00")]), "10:00", "09:30"],
    ["somebody wrote after it", facts([marked("10:00"), community("10:30")]), "10:00", "10:30"],
    // chatwoot/chatwoot#8726: thanks after the end started it all anew.
    ["the asker thanked after it", facts([marked("10:00"), thanks("10:20")]), "10:00", "10:20"],
    ["the asker told something after it", facts([marked("10:00"), remark("10:20")]), "10:00", "10:20"],
    ["bots do not count", facts([marked("10:00"), bot("11:00")]), "10:00", "10:00"],
    ["the answer moved", facts([marked("10:00"), unmarked("11:00"), marked("11:00", "community")]), "11:00", "11:00"],
    ["a question that was answered", facts([marked("10:00"), asker("11:00"), helper("12:00")]), "10:00", "12:00"],
    ["a person closed it", facts([helper("09:30"), closed("10:00")], byPerson), "10:00", "09:30"],
    // A workflow that closes what is answered is housekeeping; the answer is what resolved it.
    ["a program closed what was answered", facts([marked("10:00"), closed("10:01")]), "10:00", "10:00"],
    ["its request is accepted", facts([helper("09:30")], { request: accepted }), "11:00", "09:30"],
    [
      "its request is shipped",
      facts([], { request: { ...accepted, state: "shipped", since: at("15:00").toISOString() } }),
      "15:00",
      "15:00",
    ],
    ["the outcome of its session is written", facts([helper("12:00")], { booking: session }), "12:00", "12:00"],
    ["GitHub's clock is a little ahead", facts([marked(new Date(now.getTime() + 20_000))]), "18:00", "18:00"],
  ])("%s", (_, given, resolved, lastWord) => {
    const end = findEnd(given, now);
    expect(end).toMatchObject({ isResolved: true, asker: "ann" });
    if (!end.isResolved) return;
    const minute = (time: Date) => time.toISOString().slice(11, 16);
    expect(minute(end.at)).toBe(resolved);
    expect(minute(end.lastWordAt)).toBe(lastWord);
  });

  it.each<[string, EndFacts]>([
    ["nothing is known of it", facts([], { timeline: undefined })],
    ["nobody has answered", facts([helper("10:00")])],
    ["the answer was unmarked", facts([marked("10:00"), unmarked("11:00")])],
    ["a bot's comment is marked", facts([marked("10:00", "bot")])],
    ["it was closed as a duplicate", facts([marked("10:00"), closed("11:00", "duplicate")], byPerson)],
    ["it was closed as outdated", facts([closed("11:00", "outdated")], byPerson)],
    // chatwoot/chatwoot#4003: closed by the clock.
    ["nobody knows that a person closed it", facts([closed("10:00")])],
    ["it was reopened", facts([closed("10:00"), reopened("11:00")], byPerson)],
    ["the asker asks on", facts([marked("10:00"), helper("10:10"), asker("11:00")])],
    ["the asker asks on in a closed one", facts([closed("10:00"), asker("11:00")], byPerson)],
    ["its request was declined", facts([marked("10:00")], { request: { ...accepted, state: "declined" } })],
    ["its request was dropped", facts([], { request: { ...accepted, state: "dropped" } })],
    ["its request awaits its decision", facts([marked("10:00")], { request: { ...accepted, state: "complete" } })],
    ["its request is a duplicate", facts([], { request: { ...accepted, state: "duplicate" } })],
    ["the meeting about it is over", facts([], { booking: { ...session, kind: "request" } })],
    ["its session waits for its outcome", facts([], { booking: { kind: "office-hours", state: "over" } })],
    ["nobody came to its session", facts([], { booking: { ...session, state: "no-show" } })],
    // freescout-help-desk/freescout#4565, glpi-project/glpi#474: whoever answers for the project does not rate it.
    ["the team opened it", facts([], timelineWith({ opener: "helper", asker: "hana" }))],
    ["a bot opened it", facts([], timelineWith({ opener: "bot", asker: "dependabot" }))],
    ["the account of the asker is gone", facts([], { timeline: ghosted() })],
  ])("is none where %s", (_, given) => {
    expect(findEnd(given, now)).toMatchObject({ isResolved: false });
  });
});

describe("a thread that its asker may rate unasked", () => {
  it.each<[string, EndFacts, boolean]>([
    ["answered", facts([marked("10:00")]), true],
    ["answered, and the asker has written on", facts([marked("10:00"), asker("11:00")]), true],
    ["closed as resolved by whomever", facts([closed("10:00")]), true],
    ["accepted", facts([], { request: accepted }), true],
    ["declined", facts([], { request: { ...accepted, state: "declined" } }), true],
    ["with the outcome of its session", facts([], { booking: session }), true],
    ["open", facts([helper("10:00")]), false],
    ["not decided", facts([marked("10:00")], { request: { ...accepted, state: "asked" } }), false],
    ["a duplicate", facts([closed("10:00", "duplicate")]), false],
    ["outdated", facts([marked("10:00"), closed("11:00", "outdated")]), false],
    ["unknown", facts([], { timeline: undefined }), false],
  ])("%s: %s", (_, given, expected) => {
    expect(isRatable(given, now)).toBe(expected);
  });
});

function ghosted() {
  const { asker: _, ...rest } = aTimeline([marked("10:00")]);
  return rest;
}
