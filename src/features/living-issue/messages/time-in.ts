/** `2 Mar 2026, 14:00 UTC`: times that stay true however long ago they were written. */
export function timeIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  });
  return (at) => format.format(at);
}
