/** Shows times in a zone: `Mon 2026-03-02 09:00 +01:00`. In the hour that comes twice, the offset tells one from the other. */
export function timesIn(timeZone: string): (time: Date) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  return (time) => {
    const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const offset = (part["timeZoneName"] ?? "").replace("GMT", "") || "+00:00";
    return `${part["weekday"]} ${part["year"]}-${part["month"]}-${part["day"]} ${part["hour"]}:${part["minute"]} ${offset}`;
  };
}
