import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/schema.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { GitHubReads } from "../../src/core/github-reads.ts";
import { gatherRota } from "../../src/rota/gather-rota.ts";
import { onCallAt } from "../../src/rota/shifts.ts";
import { repository } from "../helpers/builders.ts";

const text = `
calendars:
  office: { timezone: Europe/Prague, hours: 24/7, holidays-file: .github/holidays.ics }
  unused: { timezone: Europe/Prague, hours: 24/7, holidays-file: .github/other.ics }
on-call:
  layers:
    - { name: main, people: [hana], start: 2026-01-05, calendar: office }
`;
const holidays = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART;VALUE=DATE:20260501",
  "SUMMARY:Labour Day",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

/** The files that GitHub was asked for, and the rota that was made of them. */
async function gather(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const github: Pick<GitHubReads, "configTexts"> = {
    configTexts: async (_, path) => {
      asked.push(path);
      return [{ source: `acme/widgets:${path}`, text: files[path], isShown: true }];
    },
  };
  const loaded = loadConfig(text);
  const { "on-call": config, calendars } = "config" in loaded ? loaded.config : defaultConfig;
  return { rota: await gatherRota(repository, config, calendars, github), asked };
}

describe("the rota of a repository", () => {
  it("has nobody on call on the holidays of a file", async () => {
    const { rota } = await gather({ ".github/holidays.ics": holidays });
    expect(onCallAt(rota, new Date("2026-04-30T12:00:00Z"))?.who).toEqual(["hana"]);
    expect(onCallAt(rota, new Date("2026-05-01T12:00:00Z"))).toBeUndefined();
  });

  it("goes on without a file that is not there", async () => {
    const { rota } = await gather({});
    expect(onCallAt(rota, new Date("2026-05-01T12:00:00Z"))?.who).toEqual(["hana"]);
  });

  it("reads no files of calendars that it does not name", async () => {
    expect((await gather({})).asked).toEqual([".github/holidays.ics"]);
  });
});
