const isoDate =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?<offset>Z|[+-]\d\d:?\d\d)?)?$/iu;

/** As Jira writes dates into its exports: `30/Sep/21 17:20`, `30/Sep/21 5:20 PM`. */
const jiraDate =
  /^(?<day>\d{1,2})\/(?<month>[a-z]{3})\/(?<year>\d\d|\d{4})(?:\s(?<hour>\d{1,2}):(?<minute>\d\d)(?:\s?(?<half>[AP]M))?)?$/iu;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date as sets write it; undefined for what is none, such as 31 February. Without an offset it is UTC, on every
 * machine; without a time the start of the day. Two digits of a year are of this century.
 */
export function readDate(text: string): Date | undefined {
  const { year, month, day, hour, minute, second, half, offset } =
    (isoDate.exec(text.trim()) ?? jiraDate.exec(text.trim()))?.groups ?? {};
  if (year === undefined || month === undefined) return undefined;
  const monthIndex = /\d/u.test(month) ? Number(month) - 1 : months.indexOf(month.toLowerCase());
  const hours = half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
  const parts = [
    Number(year) + (year.length === 2 ? 2000 : 0),
    monthIndex,
    Number(day),
    hours,
    Number(minute ?? 0),
    Number(second ?? 0),
  ] as const;
  const date = new Date(Date.UTC(...parts));
  if (!hasParts(date, parts)) return undefined;
  return new Date(date.getTime() - minutesOf(offset) * 60_000);
}

/** `Date.UTC` carries over what is too large: 31 February becomes 3 March. */
function hasParts(date: Date, parts: readonly number[]): boolean {
  const own = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  return own.every((part, i) => part === parts[i]);
}

/** Minutes ahead of UTC. */
function minutesOf(offset: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/u.exec(offset ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
