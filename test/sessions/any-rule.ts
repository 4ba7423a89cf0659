import fc from "fast-check";

/** The values of a part, in order: implementations choose by `BYSETPOS` from times as they are written. */
function listOf(one: fc.Arbitrary<number | string>, maxLength: number): fc.Arbitrary<string> {
  const inOrder = (a: number | string, b: number | string) => Number(a) - Number(b) || 0;
  return fc.uniqueArray(one, { minLength: 1, maxLength }).map((them) => [...them].sort(inOrder).join(","));
}

/** Whole numbers from 1 on, and the same counted from the end. */
function position(max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min: -max, max: -1 }));
}

const day = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
const numbered = fc.tuple(fc.constantFrom("1", "2", "4", "5", "-1", "-2"), day).map((it) => it.join(""));
const days = listOf(day, 4);
const numberedDays = listOf(numbered, 3);
const months = listOf(fc.integer({ min: 1, max: 12 }), 4);
const monthDays = listOf(position(31), 3);
const times = { BYHOUR: listOf(fc.integer({ min: 0, max: 23 }), 3), BYMINUTE: listOf(fc.constantFrom(0, 15, 30), 2) };
/** Ones that each set has: what others choose of smaller sets, implementations do not agree on. */
const setPosition = { BYSETPOS: fc.constantFrom("1", "-1", "1,-1") };

/** Parts of a rule after `first`, each of which may be there or not. */
function parts(first: string, some: Readonly<Record<string, fc.Arbitrary<string | number>>>): fc.Arbitrary<string[]> {
  return fc
    .record(some, { requiredKeys: [] })
    .map((it) => [first, ...Object.entries(it).map(([name, value]) => `${name}=${String(value)}`)]);
}

const byFrequency = fc.oneof(
  parts("FREQ=DAILY", { BYDAY: days, BYMONTH: months, BYMONTHDAY: monthDays, ...times, ...setPosition }),
  // A week that begins before the series is chosen from as a whole, or from the start of the series on: no positions here.
  parts("FREQ=WEEKLY", { BYDAY: days, BYMONTH: months, ...times }),
  parts("FREQ=MONTHLY", { BYDAY: numberedDays, BYMONTH: months, ...times, ...setPosition }),
  parts("FREQ=MONTHLY", { BYDAY: days, BYMONTH: months, BYMONTHDAY: monthDays, ...times, ...setPosition }),
  parts("FREQ=YEARLY", { BYDAY: numberedDays, BYMONTH: months, ...setPosition }),
  parts("FREQ=YEARLY", { BYDAY: days, BYMONTH: months, BYMONTHDAY: monthDays, ...setPosition }),
  parts("FREQ=YEARLY;BYDAY=TU", { BYWEEKNO: listOf(position(53), 3), ...times }),
  parts("FREQ=YEARLY", { BYYEARDAY: listOf(position(366), 5), BYMONTH: months, ...setPosition }),
);

const end = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((it) => [`COUNT=${it}`]),
  fc.constant(["UNTIL=20271001T120000"]),
  fc.constant([]),
);

/** Rules of RFC 5545 that a config takes, whether they ever match or not, on whose meaning implementations agree. */
export const anyRule = fc
  .tuple(byFrequency, parts("INTERVAL=1", { WKST: day }), fc.integer({ min: 1, max: 5 }), end)
  .map(([some, week, interval, last]) => [...some, ...week.slice(1), `INTERVAL=${interval}`, ...last])
  // There has to be something to choose from.
  .map((all) =>
    all.some((it) => it.startsWith("BY") && !it.startsWith("BYSETPOS"))
      ? all
      : all.filter((it) => !it.startsWith("BYSETPOS")),
  )
  .map((all) => all.join(";"));
