import fc from "fast-check";
import { expect, it } from "vitest";
import { dayMs, hourMs } from "../../src/core/clock.ts";
import { SeriesConfig } from "../../src/sessions/series-config.ts";
import type { Session } from "../../src/sessions/session.ts";
import type { SessionRules } from "../../src/sessions/session-rules.ts";
import { findSession, sessionsBetween } from "../../src/sessions/sessions-between.ts";

const first = Date.UTC(2026, 2, 1);

/** A day from the first on, and a time on it: half of the days around a change of clocks, in its hours. */
const day = fc.integer({ min: 0, max: 60 }).map((it) => new Date(first + it * dayMs).toISOString().slice(0, 10));
const time = fc.constantFrom("00:30", "01:30", "02:00", "02:30", "03:30", "14:00", "23:30");
const moment = fc.tuple(day, time).map((it) => it.join(" "));

/** A series as a config might have it, right or wrong: readers must hold whatever was let through. */
const anySeries = fc
  .record({
    rule: fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SU,MO", "FREQ=DAILY;BYHOUR=1,2,3", "FREQ=DAILY;COUNT=20"),
    start: time.map((it) => `2026-03-01 ${it}`),
    timezone: fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"),
    except: fc.array(fc.oneof(day, moment), { maxLength: 5 }),
    extra: fc.array(moment, { maxLength: 5 }),
    moved: fc.array(fc.record({ from: fc.oneof(day, moment), to: moment }), { maxLength: 5 }),
  })
  .map((it) => SeriesConfig.parse({ name: "any", host: "ann", ...it }));

/** What the check of a config refuses: an extra session at the time of one that is moved. */
const extraAtMoved = SeriesConfig.parse({
  name: "any",
  host: "ann",
  rule: "FREQ=DAILY;BYHOUR=1,2,3",
  start: "2026-03-01 00:30",
  timezone: "Europe/Berlin",
  extra: ["2026-03-16 01:30"],
  moved: [{ from: "2026-03-16", to: "2026-03-17 00:30" }],
});

const rulesOf = (series: SeriesConfig): SessionRules => ({
  series: [series],
  calendars: new Map(),
  rota: { layers: [], covers: [] },
});

/** Start and key of each. */
const namesOf = (sessions: readonly Session[]) => sessions.map(({ start, key }) => `${start.toISOString()} ${key}`);

it("lists each session once however a time is cut, and finds it by its key", () => {
  const hours = fc.integer({ min: -48, max: 65 * 24 });
  fc.assert(
    fc.property(anySeries, hours, (series, hour) => {
      const rules = rulesOf(series);
      const [from, cut, to] = [first - 2 * dayMs, first + hour * hourMs, first + 65 * dayMs].map((at) => new Date(at));
      const all = sessionsBetween(rules, from!, to!);
      const cutUp = [...sessionsBetween(rules, from!, cut!), ...sessionsBetween(rules, cut!, to!)];
      expect(namesOf(cutUp)).toEqual(namesOf(all));
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      expect(namesOf(all)).toEqual(namesOf(all).toSorted());
      for (const it of all.filter((_, index) => index % 9 === 0)) {
        expect(findSession(rules, { series: "any", session: it.key })).toEqual(it);
      }
    }),
    { numRuns: 30, examples: [[extraAtMoved, 361]] },
  );
});
