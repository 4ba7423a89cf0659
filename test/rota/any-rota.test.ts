import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Cover, Layer, Rota } from "../../src/rota/rota.ts";
import { gapsBetween, onCallAt, shiftsBetween } from "../../src/rota/shifts.ts";
import { weeklyHours } from "./weekly-hours.ts";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Santiago",
];
const minuteMs = 60_000;
const yearStart = Date.parse("2026-01-01T00:00:00Z");
const moment = fc.integer({ min: 0, max: 366 * 24 * 60 }).map((minutes) => new Date(yearStart + minutes * minuteMs));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30))
  .map(([h, m]) => `${pad(h)}:${pad(m)}`);
const pad = (it: number) => String(it).padStart(2, "0");

const layer = (name: string): fc.Arbitrary<Layer> =>
  fc
    .record({
      people: fc.uniqueArray(fc.constantFrom("ann", "bob", "cy", "dan"), { minLength: 1 }),
      timeZone: fc.constantFrom(...zones),
      turnDays: fc.constantFrom(1, 2, 7, 14),
      start: fc
        .integer({ min: -20, max: 60 })
        .map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }).toString()),
      handover: time,
      skipsClosedDays: fc.boolean(),
      hours: fc.option(
        fc.record({ timeZone: fc.constantFrom(...zones), from: time, hours: fc.integer({ min: 1, max: 9 }) }),
      ),
    })
    .map(({ hours, ...it }) => ({ name, ...it, ...(hours && { calendar: calendarOf(hours) }) }));

function calendarOf({ timeZone, from, hours }: { timeZone: string; from: string; hours: number }) {
  const until = Math.min(24, Number(from.slice(0, 2)) + hours);
  return weeklyHours({ timeZone, from, to: until === 24 ? "24:00" : `${pad(until)}:45` });
}

/** Covers that do not overlap: one after the other, each for all, for a person or for a layer. */
const covers: fc.Arbitrary<Cover[]> = fc
  .array(
    fc.record({
      gap: fc.nat(40_000),
      length: fc.integer({ min: 1, max: 20_000 }),
      of: fc.constantFrom({}, { for: "ann" }, { layer: "a" }),
    }),
    { maxLength: 4 },
  )
  .map((parts) => {
    let end = yearStart;
    return parts.map(({ gap, length, of }) => {
      const from = end + gap * minuteMs;
      end = from + length * minuteMs;
      return { who: "zoe", from: new Date(from), to: new Date(end), ...of };
    });
  });

const rota: fc.Arbitrary<Rota> = fc.record({
  layers: fc.oneof(fc.tuple(layer("a")), fc.tuple(layer("a"), layer("b"))),
  covers,
});

/** Who is on call, found by walking from handover to handover, and nothing of how shifts are made. */
function slowly({ layers, covers }: Rota, at: Date): string | undefined {
  const now = covers.filter((it) => it.from <= at && at < it.to);
  const ofAll = now.find((it) => it.for === undefined && it.layer === undefined);
  if (ofAll) return ofAll.who;
  for (const it of layers) {
    if (it.calendar && !it.calendar.isOpenAt(at)) continue;
    let days = -1;
    const handover = (day: Temporal.PlainDate) =>
      day.toPlainDateTime(it.handover).toZonedDateTime(it.timeZone).epochMilliseconds;
    for (let day = Temporal.PlainDate.from(it.start); handover(day) <= at.getTime(); day = day.add({ days: 1 })) {
      const [from, to] = [handover(day), handover(day.add({ days: 1 }))];
      if (!it.skipsClosedDays || !it.calendar || it.calendar.secondsBetween(new Date(from), new Date(to)) > 0) days++;
    }
    const turn = Math.floor(days / it.turnDays);
    if (turn < 0) continue;
    const person = it.people[turn % it.people.length];
    const cover = now.find((one) => (one.for ?? person) === person && (one.layer ?? it.name) === it.name);
    return cover?.who ?? person;
  }
  return undefined;
}

describe("any rota", () => {
  it("has the person on call that a slow reckoning finds", () => {
    fc.assert(
      fc.property(rota, fc.array(moment, { minLength: 1, maxLength: 5 }), (it, moments) => {
        for (const at of moments) expect(onCallAt(it, at)?.who[0]).toBe(slowly(it, at));
      }),
      { numRuns: 100 },
    );
  });

  it("has shifts in order that neither overlap nor change with the time asked for, and gaps for the rest", () => {
    fc.assert(
      fc.property(rota, moment, fc.integer({ min: 1, max: 21 * 24 * 60 }), (it, from, minutes) => {
        const to = new Date(from.getTime() + minutes * minuteMs);
        const shifts = shiftsBetween(it, from, to);
        for (const [index, shift] of shifts.entries()) {
          expect(shift.from.getTime()).toBeLessThan(shift.to.getTime());
          const next = shifts[index + 1];
          if (next) expect(shift.to.getTime()).toBeLessThanOrEqual(next.from.getTime());
          expect(onCallAt(it, shift.from)).toEqual(shift);
          expect(onCallAt(it, new Date(shift.to.getTime() - 1))).toEqual(shift);
        }
        const covered = shifts.reduce((sum, shift) => {
          return sum + Math.min(shift.to.getTime(), to.getTime()) - Math.max(shift.from.getTime(), from.getTime());
        }, 0);
        const free = gapsBetween(it, from, to).reduce((sum, gap) => sum + gap.to.getTime() - gap.from.getTime(), 0);
        expect(covered + free).toBe(minutes * minuteMs);
      }),
      { numRuns: 30 },
    );
  });
});
