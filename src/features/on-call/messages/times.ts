/** `Monday, 16 March 2026 at 09:00 (Europe/Berlin)`. */
export function timeIn(timeZone: string, time: Date): string {
  const shown = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(time);
  return `${shown} (${timeZone})`;
}
