import { describe, expect, it } from "vitest";
import { alwaysOpen } from "../../../src/business-time/always-open.ts";
import type { TimelineEntry } from "../../../src/core/timeline.ts";
import { explainClocks } from "../../../src/features/watch/messages/explain-clocks.ts";
import { explainSuggestion } from "../../../src/features/watch/messages/explain-suggestion.ts";
import { clocksOf } from "../../../src/timeline/clocks-of.ts";
import { stateOf } from "../../../src/timeline/state-of.ts";
import { asker, at, aTimeline, community, helper, session } from "../../helpers/timelines.ts";

const hour = 3600;

function explain(entries: readonly TimelineEntry[], now: Date, given: object = {}): string {
  const timeline = aTimeline(entries, given);
  const targets = { "first-response": 2 * hour, "next-response": 2 * hour, resolution: 8 * hour };
  const clocks = clocksOf(timeline, { targets, firstResponse: "team" }, alwaysOpen, now);
  const state = stateOf(timeline, { now });
  return explainClocks({ state, clocks, calendar: alwaysOpen }, { priority: "p2", by: "rule" }, []);
}

describe("what /why says of clocks", () => {
  it("is each clock with its pieces", () => {
    expect(explain([community("09:30"), helper("12:00"), asker("13:30")], at("14:00"))).toBe(
      `This discussion **waits on the team**, since Monday, 2 March 2026, 13:30 UTC. Its priority is **p2**, by a rule of the config; time counts by the calendar always open (UTC).

**First response**: met, 3 h of 2 h, met Monday, 2 March 2026, 12:00 UTC, **missed**

| From (UTC) | To (UTC) | | Counted | Because |
| --- | --- | --- | --- | --- |
| 2026-03-02 09:00 | 2026-03-02 12:00 | running | 3 h | the question waits for a reply |
| 2026-03-02 12:00 | 2026-03-02 14:00 | frozen | 0 s | somebody replied |

**Resolution**: running, 3 h 30 min of 8 h, due Monday, 2 March 2026, 18:30 UTC

| From (UTC) | To (UTC) | | Counted | Because |
| --- | --- | --- | --- | --- |
| 2026-03-02 09:00 | 2026-03-02 12:00 | running | 3 h | the question waits for a reply |
| 2026-03-02 12:00 | 2026-03-02 13:30 | paused | 0 s | the team replied, and the asker has the next word |
| 2026-03-02 13:30 | 2026-03-02 14:00 | running | 30 min | the asker wrote |

**Next response**: running, 30 min of 2 h, due Monday, 2 March 2026, 15:30 UTC

| From (UTC) | To (UTC) | | Counted | Because |
| --- | --- | --- | --- | --- |
| 2026-03-02 13:30 | 2026-03-02 14:00 | running | 30 min | the asker wrote |`,
    );
  });

  it("is that a session is booked, and no clock counts till then", () => {
    const text = explain([helper("10:00"), asker("11:00"), session("12:00", "booked")], at("16:00"));
    expect(text).toContain("**has a session booked**, since Monday, 2 March 2026, 12:00 UTC");
    expect(text).toContain("**Resolution**: frozen, 2 h of 8 h, not due as things stand");
    expect(text).toContain("| 2026-03-02 12:00 | 2026-03-02 16:00 | frozen | 0 s | a session is booked |");
    const held = explain([session("12:00", "booked"), session("13:00", "held")], at("16:00"));
    expect(held).toContain("| running | 3 h | the session was held, and its outcome is not told yet |");
  });

  it("is of bounded length, with the same sum, in a thread of 5,000 comments", () => {
    const openedAt = at("2026-01-01T00:00:00Z");
    const entries = Array.from({ length: 5_000 }, (_, i) => {
      const time = new Date(openedAt.getTime() + (i + 1) * 600_000);
      return i % 2 === 0 ? helper(time) : asker(time);
    });
    const text = explain(entries, new Date(openedAt.getTime() + 5_000 * 600_000), { openedAt });
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain("clocks in between are left out");
    expect(text).toContain("earlier segments together");
    const resolution = text.slice(text.indexOf("**Resolution**"), text.indexOf("**Next response**"));
    expect(resolution).toContain("running, 416 h 40 min of 8 h");
    const counted = [...resolution.matchAll(/\| (?:(\d+) h)? ?(?:(\d+) min)? \| [a-z\d]/gu)].map(
      ([, h, min]) => Number(h ?? 0) * 60 + Number(min ?? 0),
    );
    expect(counted.reduce((sum, it) => sum + it, 0)).toBe(416 * 60 + 40);
  });
});

describe("what /why says of suggestions", () => {
  const threshold = { value: 0.6, base: 0.6, from: "default", moved: 0, because: "0.6 as shipped" } as const;
  const common = { mode: "live", question: { title: "x", url: "https://e.example" }, threshold } as const;
  const item = {
    id: "docs:a#b",
    title: "Logs | Level",
    url: "https://docs.example/a#b",
    confidence: 0.514,
    score: 3,
    parts: { lexical: 1, asked: 0.004, expansion: 0.126, feedback: -0.2 },
    terms: [{ term: "level", fields: ["title"], score: 2 }],
  };

  it("is what was found, how sure that was, and by which words and parts of the score", () => {
    expect(explainSuggestion({ ...common, items: [{ ...item, confidence: 0.7 }], because: "found it" })).toBe(
      "**Suggestions**: 1 posted. It took 0.6 (0\\.6 as shipped).\n\n| Found | Confidence | Parts of the score | Words in common |\n| --- | --- | --- | --- |\n| [Logs \\| Level](<https://docs.example/a#b>) | 0.70 | lexical 1.00, feedback -0.20, expansion 0.13 | level |",
    );
  });

  it("is what came nearest, where nothing was good enough", () => {
    const text = explainSuggestion({ ...common, items: [], best: item, because: "below the threshold" });
    expect(text).toContain("none was good enough. It takes 0.6");
    expect(text).toContain("| 0.51 | lexical 1.00, feedback -0.20, expansion 0.13 | level |");
  });

  it("is why nothing was found, and that nothing was looked for", () => {
    expect(explainSuggestion({ ...common, items: [], because: "nothing was found" })).toContain(
      "In short: nothing was found.",
    );
    expect(explainSuggestion(undefined)).toContain("none is on record");
  });
});
