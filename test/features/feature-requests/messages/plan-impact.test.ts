import { joined } from "../../../../src/words/compose-text.ts";
import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { impactInIssue, impactInThread } from "../../../../src/features/feature-requests/messages/plan-impact.ts";
import type {
  Forecast,
  MilestoneImpact,
  NoForecast,
  Pace,
  PlanImpact,
} from "../../../../src/features/feature-requests/planning/plan-impact.ts";

const pace: Pace = { unit: "issues", weeks: 13, perWeek: 4.25, slowest: 2, fastest: 6, cut: 0 };

function withMilestone(forecast: Forecast | NoForecast, given: Partial<MilestoneImpact> = {}): PlanImpact {
  const work = { issues: 12, isAll: true };
  return { on: "2026-11-26", milestone: { title: "v2", work, forecast, ...given }, people: [], iterations: [] };
}

describe("what a decision means for the plan, in words", () => {
  it.each<[string, NoForecast]>([
    ["1 week of history is known, and it takes four.", { because: "few-weeks", count: 1 }],
    ["3 weeks of history are known, and it takes four.", { because: "few-weeks", count: 3 }],
    ["nothing was completed in the last quarter, and it takes five issues.", { because: "few-closed", count: 0 }],
    ["only 1 issue was completed in the last quarter", { because: "few-closed", count: 1 }],
    ["only 4 issues were completed in the last quarter", { because: "few-closed", count: 4 }],
    ["in no more than 2 of the weeks of the last quarter.", { because: "few-busy-weeks", count: 2 }],
    ["too many issues were closed or changed to look at four weeks", { because: "many-closed", count: 3 }],
    ["there are more than 501 open issues.", { because: "many-open", count: 501 }],
  ])("no day is told: %s", (words, forecast) => {
    const text = impactInIssue(withMilestone(forecast, { due: "2026-01-01" }))(english);
    expect(text).toContain("No day is told: ");
    expect(text).toContain(words);
    expect(text).not.toContain("Over capacity");
  });

  it.each<[string, Forecast]>([
    ["the milestone is through around 20 December 2026.", { pace, through: "2026-12-20" }],
    [
      "around 20 December 2026; at the pace of the fastest four weeks around 10 December 2026, at that of the slowest around 8 January 2027.",
      { pace, through: "2026-12-20", earliest: "2026-12-10", latest: "2027-01-08" },
    ],
    [
      "around 10 December 2026, and at that of the slowest in more than two years.",
      { pace, through: "2026-12-20", earliest: "2026-12-10" },
    ],
    [
      "around 10 December 2026, and in the slowest nothing was done.",
      { pace: { ...pace, slowest: 0 }, through: "2026-12-20", earliest: "2026-12-10" },
    ],
    [
      "is through around 20 December 2026.",
      { pace, through: "2026-12-20", earliest: "2026-12-20", latest: "2026-12-20" },
    ],
    ["At that, the milestone takes more than two years.", { pace }],
    ["4.3 issues a week in the last 13 weeks.", { pace }],
    ["1 issue a week in the last", { pace: { ...pace, perWeek: 1.04 } }],
    ["(a week that stands out counts as a busy one)", { pace: { ...pace, cut: 1 } }],
    ["(2 weeks that stand out count as busy ones)", { pace: { ...pace, cut: 2 } }],
    ["8.5 of estimates a week", { pace: { ...pace, unit: "estimates", perWeek: 8.5 } }],
  ])("a day is told: %s", (words, forecast) => {
    expect(joined(impactInThread(withMilestone(forecast)), "\n")(english)).toContain(words);
  });

  it("says first that it is over capacity, in thread and issue, whatever is", () => {
    const work = { issues: 12, isAll: true };
    const none = { on: "2026-11-26", people: [], iterations: [] };
    const sprint = { title: "Sprint 4", start: "2026-11-23", end: "2026-12-06", work, isOurs: false };
    const past = { unit: "issues", least: 2, most: 11, iterations: 6 } as const;
    const over: PlanImpact[] = [
      withMilestone({ pace, through: "2026-12-20" }, { due: "2026-12-19" }),
      { ...none, people: [{ login: "ann", work, limit: 11 }] },
      { ...none, iterations: [{ ...sprint, past }] },
    ];
    for (const it of over) {
      expect(joined(impactInThread(it), "\n")(english)).toMatch(
        /^\n\*\*Over capacity\*\*, and accepted all the same\./u,
      );
      expect(impactInIssue(it)(english)).toMatch(/^\*\*Over capacity\*\*/u);
    }
    const fits: PlanImpact[] = [
      withMilestone({ pace, through: "2026-12-20" }, { due: "2026-12-20" }),
      { ...none, people: [{ login: "ann", work, limit: 12 }] },
      { ...none, iterations: [{ ...sprint, past: { ...past, most: 12 } }, sprint] },
    ];
    for (const it of fits) expect(impactInIssue(it)(english)).not.toContain("Over capacity");
  });
});
