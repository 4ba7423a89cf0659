import fc from "fast-check";
import { expect, it } from "vitest";
import { dayMs } from "../../src/core/clock.ts";
import type { ActorKind, Timeline, TimelineEntry } from "../../src/core/timeline.ts";
import { measures } from "../../src/measures/index.ts";
import { senseOf } from "../../src/reply-sense/sense-of.ts";
import { calendarOf } from "../business-time/calendar-of.ts";
import { otherBot, team, type Act } from "../simulation/act.ts";
import { Chances } from "../simulation/chances.ts";
import { isOpenInBerlin } from "../simulation/berlin-minutes.ts";
import { reckonedTwice, slowMeasures } from "../simulation/slow-measures.ts";
import { ThreadWriter } from "../simulation/write-thread.ts";
import { aQuestion } from "../helpers/timelines.ts";
import { aMeasuredThread } from "./measured.ts";

const from = Date.parse("2026-03-23T00:00:00Z");
const now = new Date(from + 60 * dayMs);

/** The hours of the simulated project. */
const berlin = calendarOf(`timezone: Europe/Berlin
hours:
  mon-fri: ["09:00-12:30", "13:30-17:30"]
holidays: [2026-04-03, 2026-04-06, 05-01]`);

/** The timeline of a thread, if each of its webhooks came. */
function toTimeline(acts: readonly Act[]): Timeline {
  const [opened] = acts;
  if (opened?.do !== "open") throw new Error("a thread begins with its opening");
  const actorOf = (by: string): ActorKind => {
    if (by === otherBot) return "bot";
    if (by in team) return team[by as keyof typeof team] === "triage" ? "helper" : "maintainer";
    return by === opened.by ? "asker" : "community";
  };
  const answers: string[] = [];
  const entries = acts.flatMap((act): readonly TimelineEntry[] => {
    const at = new Date(act.at);
    const change = { key: `${act.do}:${act.at}`, at };
    switch (act.do) {
      case "comment": {
        const edit = acts.findLast((it) => it.do === "edit-comment" && it.comment === act.comment);
        const sense = senseOf(edit?.do === "edit-comment" ? edit.body : act.body);
        const isDeleted = acts.some((it) => it.do === "delete-comment" && it.comment === act.comment);
        const comment = { ...change, kind: "comment", id: act.comment, by: act.by, actor: actorOf(act.by) } as const;
        const said: TimelineEntry = {
          ...comment,
          ...(sense === "thanks" && { isThanks: true }),
          ...(sense === "remark" && { isRemark: true }),
          ...(sense === "commands" && { isCommand: true }),
          ...(isDeleted && { isDeleted: true }),
        };
        const isAsking = act.body.startsWith("/needs-info");
        return isAsking ? [said, { key: `needs-info:${act.at}`, at, kind: "needs-info", by: act.by }] : [said];
      }
      case "mark":
        answers.push(act.comment);
        return [{ ...change, kind: "answered", comment: act.comment, actor: "helper" }];
      case "unmark":
      case "delete-comment":
        return answers.at(-1) === act.comment ? [{ ...change, kind: "unanswered" }] : [];
      case "close":
        return [{ ...change, kind: "closed", reason: act.reason.toLowerCase() as "resolved" }];
      case "reopen":
        return [{ ...change, kind: "reopened" }];
      default:
        return [];
    }
  });
  const openedAt = new Date(opened.at);
  const readAt = new Date(opened.at - 1);
  const observed = { ...aQuestion, updatedAt: readAt, readAt };
  return { number: 12, openedAt, asker: opened.by, opener: actorOf(opened.by), entries, observed };
}

it("comes to the same as a second reckoning, which is slow and knows nothing of the first", () => {
  const context = { calendar: berlin, now, impliedAfterDays: 7 };
  const property = fc.property(fc.integer(), fc.integer({ min: 0, max: 14 * 24 * 3600 }), (seed, after) => {
    const acts = new ThreadWriter(new Chances(seed), "thread-1", from + after * 1000).write();
    const slow = slowMeasures(acts, now.getTime(), isOpenInBerlin);
    const [opened] = acts;
    fc.pre(opened?.do === "open" && opened.category !== "ideas" && acts.every((act) => act.do !== "delete-thread"));
    const thread = aMeasuredThread({ timeline: toTimeline(acts) });
    for (const name of reckonedTwice) {
      const measure = measures.find((it) => it.name === name);
      const observed = measure
        ?.observe(thread, context)
        .map(({ value, business = 0 }) => ["thread-1", value, business]);
      expect([name, observed]).toEqual([name, slow[name] ?? []]);
    }
  });
  fc.assert(property, { numRuns: 150 });
});
