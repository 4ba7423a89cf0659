import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { defaultConfig } from "../../src/config/schema.ts";
import type { GitHubReads } from "../../src/core/github-reads.ts";
import { gatherSessions } from "../../src/sessions/gather-sessions.ts";
import { sessionsBetween } from "../../src/sessions/sessions-between.ts";
import { repository } from "../helpers/builders.ts";

const calendars = `
calendars:
  office: { timezone: Europe/Prague, hours: 24/7, holidays-file: .github/holidays.ics }
  rota: { timezone: Europe/Prague, hours: 24/7, holidays-file: .github/rota.ics }
  unused: { timezone: Europe/Prague, hours: 24/7, holidays-file: .github/other.ics }
on-call:
  layers:
    - { name: main, people: [hana], start: 2026-01-05, calendar: rota }
`;
const daily = "name: daily, rule: FREQ=DAILY, start: 2026-04-30 10:00, timezone: Europe/Prague, calendar: office";
const labourDay = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART;VALUE=DATE:20260501",
  "SUMMARY:Labour Day",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

/** The files that GitHub was asked for, and the days and hosts of the sessions that were made of them. */
async function gather(series: string, files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const github: Pick<GitHubReads, "configTexts"> = {
    configTexts: async (_, path) => {
      asked.push(path);
      return [{ source: `acme/widgets:${path}`, text: files[path], isShown: true }];
    },
  };
  const loaded = loadConfig(`${calendars}sessions:\n  - { ${series} }\n`);
  const rules = await gatherSessions(repository, "config" in loaded ? loaded.config : defaultConfig, github);
  const sessions = sessionsBetween(rules, new Date("2026-04-30"), new Date("2026-05-03"));
  return { asked, sessions: sessions.map(({ key, hosts }) => [key.slice(0, 10), ...hosts]) };
}

describe("the sessions of a repository", () => {
  it("leave out the holidays of a file, and have hosts by the rota", async () => {
    const files = { ".github/holidays.ics": labourDay, ".github/rota.ics": labourDay.replace("20260501", "20260502") };
    expect(await gather(daily, files)).toEqual({
      asked: [".github/holidays.ics", ".github/rota.ics"],
      sessions: [["2026-04-30", "hana"], ["2026-05-02"]],
    });
  });

  it("go on without a file that is not there", async () => {
    expect((await gather(daily, {})).sessions).toHaveLength(3);
  });

  it("ask for no file that nothing follows from", async () => {
    const { asked, sessions } = await gather(daily.replace(", calendar: office", ", host: ann"), {});
    expect(asked).toEqual([]);
    expect(sessions).toEqual([
      ["2026-04-30", "ann"],
      ["2026-05-01", "ann"],
      ["2026-05-02", "ann"],
    ]);
  });
});
