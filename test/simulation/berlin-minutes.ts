/** Days on which the simulated project's office is closed. */
const holidays = new Set(["04/03", "04/06", "05/01"]);

const format = new Intl.DateTimeFormat("en-US", {
  timeZone: "Europe/Berlin",
  weekday: "short",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const known = new Map<number, boolean>();

/** Whether the simulated project works in this minute of 2026, told by the platform's own clocks of Berlin. */
export function isOpenInBerlin(at: number): boolean {
  const before = known.get(at);
  if (before !== undefined) return before;
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday, month, day, hour, minute } = parts;
  const time = `${hour}:${minute}`;
  const isWorkday = weekday !== "Sat" && weekday !== "Sun" && !holidays.has(`${month}/${day}`);
  const isOpen = isWorkday && ((time >= "09:00" && time < "12:30") || (time >= "13:30" && time < "17:30"));
  known.set(at, isOpen);
  return isOpen;
}
