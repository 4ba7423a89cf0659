import fc from "fast-check";

/** From and to in minutes since midnight; `to` is behind 1440 where it is on the next day. */
type Interval = readonly [from: number, to: number];

/** Business hours as a test thinks of them, for a config and for a reckoning that shares nothing with ours. */
export interface AnyHours {
  readonly timeZone: string;
  /** Monday first. */
  readonly week: readonly (readonly Interval[])[];
  readonly exceptions: readonly AnyException[];
}

/** Dates as `2026-12-24`, and as `12-24` where they come every year. */
interface AnyException {
  readonly first: string;
  readonly last: string;
  readonly hours: readonly Interval[];
}

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, "0")).join(":");
const written = (intervals: readonly Interval[]) =>
  JSON.stringify(intervals.map(([from, to]) => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`));

/** As a team would write it. */
export function toYaml({ timeZone, week, exceptions }: AnyHours): string {
  const hours = week.map((it, day) => `${days[day]}: ${written(it)}`);
  const holidays = exceptions.map(({ first, last, hours }) => {
    const date = first === last ? first : `${first}..${last}`;
    return hours.length === 0 ? date : `{ date: ${date}, hours: ${written(hours)} }`;
  });
  return `timezone: ${timeZone}\nhours: { ${hours.join(", ")} }\nholidays: [${holidays.join(", ")}]`;
}

/**
 * Whether a minute counts, by what the wall clock shows then. Slow, and without Temporal: the wall clock is that of
 * `Intl.DateTimeFormat`.
 */
export function slowClock({ timeZone, week, exceptions }: AnyHours): (at: number) => boolean {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const covers = (intervals: readonly Interval[] | undefined, minute: number) =>
    (intervals ?? []).some(([from, to]) => from <= minute && minute < to);
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
    const minute = Number(parts["hour"]) * 60 + Number(parts["minute"]);
    const exception = exceptionOn(exceptions, date);
    if (exception !== undefined) return covers(exception.hours, minute);
    const day = days.indexOf((parts["weekday"] ?? "").slice(0, 3).toLowerCase());
    return covers(week[day], minute) || covers(week[(day + 6) % 7], minute + 1440);
  };
}

/** One day before several, a year before every year. */
function exceptionOn(exceptions: readonly AnyException[], date: string): AnyException | undefined {
  const isIn = ({ first, last }: AnyException) => {
    const day = first.length === 5 ? date.slice(5) : date;
    return first <= last ? first <= day && day <= last : day >= first || day <= last;
  };
  const rank = ({ first, last }: AnyException) => (first.length === 5 ? 2 : 0) + (first === last ? 0 : 1);
  return exceptions.filter(isIn).sort((a, b) => rank(a) - rank(b))[0];
}

/** Zones, and moments about which their clocks are changed, or were in an odd way. */
const changes: readonly (readonly [zone: string, about: string])[] = [
  ["UTC", "2026-12-31"],
  ["Europe/Prague", "2026-03-29"],
  ["Europe/Prague", "2026-10-25"],
  ["America/New_York", "2026-11-01"],
  ["America/New_York", "2028-02-29"],
  ["Asia/Kolkata", "2026-10-20"],
  ["Asia/Kathmandu", "2026-12-25"],
  ["Asia/Beirut", "2026-03-29"],
  ["Asia/Beirut", "2026-10-25"],
  ["Africa/Cairo", "2026-04-24"],
  ["Africa/Cairo", "2026-10-30"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Casablanca", "2026-03-22"],
  ["America/Sao_Paulo", "2018-02-18"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Havana", "2026-03-08"],
  ["America/Havana", "2026-11-01"],
  ["America/St_Johns", "2006-10-29"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Chatham", "2026-04-05"],
  ["Asia/Tehran", "2022-09-22"],
  ["America/Scoresbysund", "2024-03-31"],
  ["Antarctica/Troll", "2026-03-29"],
];

/** Up to three intervals of a day that neither overlap nor reach into the hours of the next day. */
const dayHours = (mayGoOn: boolean) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 288 }), { maxLength: 6 }).map((marks): Interval[] => {
    const sorted = [...marks].sort((a, b) => a - b).map((it) => it * 5);
    const pairs = sorted.flatMap((from, index): Interval[] => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [[from, to]] : [];
    });
    // The last one goes on past midnight, up to one o'clock, before which no day begins then.
    if (!mayGoOn || sorted.length % 2 === 0) return pairs;
    const last = sorted.at(-1) ?? 0;
    return last < 1440 && last > 60 ? [...pairs, [last, 1440 + 60]] : pairs;
  });

const week = fc.boolean().chain((mayGoOn) =>
  fc
    .array(dayHours(mayGoOn), { minLength: 7, maxLength: 7 })
    .map((them) => (mayGoOn ? them.map((day) => day.filter(([from]) => from >= 60)) : them))
    .filter((them) => them.flat().reduce((sum, [from, to]) => sum + to - from, 0) >= 600),
);

/** Within eight days of a moment. */
const exceptionsAbout = (about: number) => {
  const date = fc
    .integer({ min: -8, max: 8 })
    .map((days) => new Date(about + days * 86_400_000).toISOString().slice(0, 10));
  const one = fc.record({
    date,
    length: fc.integer({ min: 0, max: 3 }),
    isYearly: fc.boolean(),
    hours: dayHours(false),
  });
  return (
    fc
      .array(one, { maxLength: 5 })
      .map((them) =>
        them.map(({ date, length, isYearly, hours }) => {
          const last = new Date(Date.parse(date) + length * 86_400_000).toISOString().slice(0, 10);
          const cut = isYearly ? 5 : 0;
          return { first: date.slice(cut), last: last.slice(cut), hours };
        }),
      )
      // Of several that are as exact, which one holds is nobody's business.
      .map((them) =>
        them.filter(({ first, last }, index) => !them.slice(0, index).some((it) => overlaps(it, { first, last }))),
      )
  );
};

function overlaps(a: Pick<AnyException, "first" | "last">, b: Pick<AnyException, "first" | "last">): boolean {
  const isOneDay = (it: typeof a) => it.first === it.last;
  return a.first.length === b.first.length && isOneDay(a) === isOneDay(b) && (!isOneDay(a) || a.first === b.first);
}

/** Hours, and a moment near a change of the clocks, in whole minutes. */
export const anyHours: fc.Arbitrary<{ readonly hours: AnyHours; readonly from: number }> = fc
  .constantFrom(...changes)
  .chain(([timeZone, about]) =>
    fc.record({
      hours: fc.record({ timeZone: fc.constant(timeZone), week, exceptions: exceptionsAbout(Date.parse(about)) }),
      from: fc.integer({ min: -5 * 1440, max: 2 * 1440 }).map((minutes) => Date.parse(about) + minutes * 60_000),
    }),
  );
