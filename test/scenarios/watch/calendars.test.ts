import { afterEach, expect, it } from "vitest";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { command } from "../../helpers/request-world.ts";
import { watchedThread } from "../../helpers/with-watch.ts";

let desk: Desk;
afterEach(() => desk.close());

const dayMs = 24 * 3_600_000;

const config = `calendars:
  office:
    timezone: UTC
    hours: 24/7
    holidays-file: .github/holidays.ics
watch:
  priorities:
    p3: { first-response: 1h }
`;

/** A holiday that began yesterday and lasts so many days. */
function holidays(days: number): string {
  const day = (offset: number) =>
    new Date(desk.github.world.now().getTime() + offset * dayMs).toISOString().slice(0, 10).replaceAll("-", "");
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Acme//Holidays//EN",
    "BEGIN:VEVENT",
    "UID:1@acme.example",
    "DTSTAMP:20260101T000000Z",
    `DTSTART;VALUE=DATE:${day(-1)}`,
    `DTEND;VALUE=DATE:${day(days - 1)}`,
    "SUMMARY:Closed",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

it("time does not count on the holidays of a file in the repository, whose changes count at once", async () => {
  desk = await openDesk({ files: { ".github/frontdesk.yml": config } });
  const question = desk.ask("How do I feed the cat?");
  await desk.settle();
  const dueIn = async () => {
    const due = (await watchedThread(desk, question))?.due?.at.getTime() ?? 0;
    return (due - Date.parse(question.createdAt)) / 3_600_000;
  };
  expect(await dueIn()).toBe(1);
  const [problem = ""] = (await command(desk, question, "/why", "hana")).replies;
  expect(problem).toContain("holidays of .github/holidays.ics are not complete");

  await desk.push({ ".github/holidays.ics": holidays(3) });
  await desk.settle();
  expect(await dueIn()).toBeGreaterThan(24);
  await desk.push({ ".github/holidays.ics": null });
  await desk.settle();
  expect(await dueIn()).toBe(1);
});
