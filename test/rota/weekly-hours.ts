import { Temporal } from "temporal-polyfill";
import type { BusinessCalendar } from "../../src/business-time/calendar.ts";

/** The same hours on some days of the week (1 is Monday), but for holidays; reckoned day by day. */
export function weeklyHours(hours: {
  readonly timeZone: string;
  readonly days?: readonly number[];
  readonly from: string;
  /** `24:00` is midnight. */
  readonly to: string;
  readonly holidays?: readonly string[];
}): BusinessCalendar {
  const { timeZone, days = [1, 2, 3, 4, 5], holidays = [] } = hours;
  const at = (day: Temporal.PlainDate, time: string) =>
    (time === "24:00"
      ? day.add({ days: 1 }).toZonedDateTime(timeZone)
      : day.toZonedDateTime({ timeZone, plainTime: time })
    ).epochMilliseconds;
  function* spans(from: number): Generator<readonly [number, number]> {
    let day = Temporal.Instant.fromEpochMilliseconds(from)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .subtract({ days: 1 });
    for (let count = 0; count < 4000; count++, day = day.add({ days: 1 })) {
      if (days.includes(day.dayOfWeek) && !holidays.includes(day.toString()))
        yield [at(day, hours.from), at(day, hours.to)];
    }
  }
  const secondsBetween = (from: Date, to: Date): number => {
    let milliseconds = 0;
    for (const [start, end] of spans(from.getTime())) {
      if (start >= to.getTime()) break;
      milliseconds += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
    }
    return Math.floor(milliseconds / 1000);
  };
  const nextOpening = (from: Date): Date | undefined => {
    for (const [start, end] of spans(from.getTime())) {
      if (end > from.getTime()) return new Date(Math.max(start, from.getTime()));
    }
    return undefined;
  };
  return {
    name: "office",
    timeZone,
    secondsBetween,
    nextOpening,
    isOpenAt: (time) => nextOpening(time)?.getTime() === time.getTime(),
    addSeconds: (from, seconds) => {
      let left = seconds * 1000;
      for (const [start, end] of spans(from.getTime())) {
        const begin = Math.max(start, from.getTime());
        if (end - begin >= left && end > begin) return new Date(begin + left);
        left -= Math.max(0, end - begin);
      }
      throw new Error("it is never open");
    },
  };
}
