import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ical, { type VEvent } from "node-ical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { officeHours } from "../../src/cli/office-hours.ts";

const clinic = `
calendars:
  office:
    timezone: Europe/Berlin
    hours: { mon-fri: 09:00-17:00 }
    holidays-file: .github/holidays.ics
on-call:
  timezone: Europe/Berlin
  layers:
    - { name: main, people: [ann, bob], start: 2026-03-02, calendar: office }
sessions:
  - name: clinic
    title: Office hours
    rule: FREQ=WEEKLY;BYDAY=TU
    start: 2026-03-24 14:00
    timezone: Europe/Berlin
    calendar: office
    moved: [{ from: 2026-04-14, to: 2026-04-15 10:00 }]
    link: https://meet.example.com/clinic
  - { name: roadmap, title: Roadmap, kind: request, start: 2026-04-01 18:00, slots: 1, minutes: 30, link: "https://meet.example.com/r", link-for: everyone }
`;
const easter = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART;VALUE=DATE:20260407",
  "SUMMARY:Closed",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "office-hours-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(
  text: string,
  {
    from,
    to,
    ...flags
  }: {
    readonly from: string;
    readonly to?: string;
    readonly json?: true;
    readonly ics?: true;
    readonly repository?: string;
  },
) {
  const config = join(folder, ".github", "frontdesk.yml");
  await mkdir(join(folder, ".github"));
  await writeFile(config, text);
  await writeFile(join(folder, ".github", "holidays.ics"), easter);
  const out: string[] = [];
  const err: string[] = [];
  const code = await officeHours(
    { config, from: new Date(from), ...(to !== undefined && { to: new Date(to) }), ...flags },
    { print: (line) => out.push(line), printFile: (file) => out.push(file), warn: (line) => err.push(line) },
  );
  return { code, out: out.join("\n"), err: err.join("\n").replaceAll(folder, "") };
}

describe("frontdesk office-hours", () => {
  it("lists sessions in UTC and in their zone, with their hosts, without holidays", async () => {
    const { code, out } = await run(clinic, { from: "2026-03-24", to: "2026-04-20" });
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "UTC               LOCAL                        ZONE           MINUTES  SLOTS  SERIES          TITLE         HOSTS",
      "2026-03-24 13:00  Tue 2026-03-24 14:00 +01:00  Europe/Berlin       60      2  clinic          Office hours  bob",
      "2026-03-31 12:00  Tue 2026-03-31 14:00 +02:00  Europe/Berlin       60      2  clinic          Office hours  ann",
      "2026-04-01 18:00  Wed 2026-04-01 18:00 +00:00  UTC                 30      1  roadmap         Roadmap       to be named",
      "2026-04-15 08:00  Wed 2026-04-15 10:00 +02:00  Europe/Berlin       60      2  clinic (moved)  Office hours  ann",
    ]);
  });

  it("prints the same as JSON, with links for everyone alone", async () => {
    const { code, out } = await run(clinic, { from: "2026-04-01", to: "2026-04-20", json: true });
    expect(code).toBe(0);
    const { sessions } = JSON.parse(out) as { sessions: readonly Record<string, unknown>[] };
    expect(sessions).toEqual([
      {
        series: "roadmap",
        key: "2026-04-01T18:00Z",
        kind: "request",
        title: "Roadmap",
        start: "2026-04-01T18:00:00.000Z",
        end: "2026-04-01T18:30:00.000Z",
        timeZone: "UTC",
        slots: [{ index: 0, start: "2026-04-01T18:00:00.000Z", end: "2026-04-01T18:30:00.000Z" }],
        hosts: [],
        linkFor: "everyone",
        link: "https://meet.example.com/r",
        languages: [],
        topics: [],
      },
      expect.objectContaining({ key: "2026-04-14T12:00Z", start: "2026-04-15T08:00:00.000Z", linkFor: "booked" }),
    ]);
    expect(out).not.toContain("meet.example.com/clinic");
  });

  it("writes a calendar that another library reads, with links for everyone alone", async () => {
    const options = { from: "2026-03-30", to: "2026-04-20", ics: true, repository: "acme/widgets" } as const;
    const { code, out } = await run(clinic, options);
    expect(code).toBe(0);
    const events = Object.values(ical.sync.parseICS(out)).filter((it): it is VEvent => it?.type === "VEVENT");
    expect(events.map(({ summary, start }) => [summary, start.toISOString()])).toEqual([
      ["Office hours", "2026-03-31T12:00:00.000Z"],
      ["Roadmap", "2026-04-01T18:00:00.000Z"],
      ["Office hours", "2026-04-15T08:00:00.000Z"],
    ]);
    expect(events.map(({ location }) => location)).toEqual([
      "https://github.com/acme/widgets/discussions",
      "https://meet.example.com/r",
      "https://github.com/acme/widgets/discussions",
    ]);
    expect(out).not.toContain("meet.example.com/clinic");
    // The moved one is still known by when it is by its series.
    expect(events[2]?.uid).toContain("clinic-20260414T1200Z");
  });

  it("warns of sessions that nobody holds, a line a series", async () => {
    const { code, err } = await run(clinic, { from: "2026-03-24", to: "2026-04-20" });
    expect(code).toBe(0);
    expect(err).toBe(
      "warning: nobody is named as host of the session of roadmap on Wed 2026-04-01 18:00 +00:00: name a `host`, or have somebody in `on-call` who has that time",
    );
  });

  it("lists four weeks where no end is stated, and none where there are none", async () => {
    const daily = "sessions:\n  - { name: daily, rule: FREQ=DAILY, start: 2026-01-01 10:00, host: ann }\n";
    const { out, err } = await run(daily, { from: "2026-03-01", json: true });
    expect((JSON.parse(out) as { sessions: unknown[] }).sessions).toHaveLength(28);
    expect(err).toBe("");
    await rm(join(folder, ".github"), { recursive: true });
    expect(await run(daily, { from: "2025-03-01" })).toEqual({
      code: 0,
      out: "There are no sessions in this time.",
      err: "",
    });
  });

  it("refuses a broken config with its place", async () => {
    const broken = "sessions:\n  - { name: clinic, start: 2026-01-06 14:00, rule: FREQ=WEEKLY;BYDAY=WE }\n";
    expect(await run(broken, { from: "2026-03-02" })).toEqual({
      code: 2,
      out: "",
      err: "/.github/frontdesk.yml:2:28 sessions.0.start: 2026-01-06 14:00 is a Tuesday on which the rule has no session at that time: write `2026-01-07 14:00`, its first one after that",
    });
  });

  it.each([
    [
      "a config that is not there",
      { config: "nowhere.yml", from: new Date(0), to: new Date(1) },
      "nowhere.yml cannot be read",
    ],
    ["a time that runs backwards", { config: "x", from: new Date(1), to: new Date(0) }, "--to must be after --from"],
    [
      "two formats at once",
      { config: "x", from: new Date(0), to: new Date(1), json: true, ics: true },
      "either --json or --ics",
    ],
    ["a time of centuries", { config: "x", from: new Date(0), to: new Date("2200-01-01") }, "at most 10 years apart"],
  ])("refuses %s", async (_, options, message) => {
    const told: string[] = [];
    const code = await officeHours(options, {
      print: () => undefined,
      printFile: () => undefined,
      warn: (line) => told.push(line),
    });
    expect(code).toBe(2);
    expect(told.join()).toContain(message);
  });
});
