import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FeedStore } from "../../src/features/calendar-feed/store/feed-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { calendarKey } from "../../src/web/calendar-key.ts";
import { someFeed, somePublished } from "../features/calendar-feed/some-published.ts";
import { repository as widgets } from "../helpers/builders.ts";
import { someSession } from "../session-calendar/some-session.ts";

const branch = { name: "hours", wanted: 3 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  const records = new RecordStore(database);
  const feeds = new FeedStore(database);
  const keep = async (id: number, name: string, change: object) => {
    await records.rememberRepository({ ...widgets, id, name });
    const feed = { ...someFeed, repository: `acme/${name}`, ...change };
    await feeds.keepFeed({ id }, { feed, changed: [somePublished(someSession())], gone: [] });
  };
  await keep(7, "widgets", { branch: { ...branch, written: 3, at: "2026-11-29T10:00:00.000Z" } });
  await keep(8, "refused", { branch: { ...branch, refusal: "the branch is \u001B[31mprotected" } });
  await keep(9, "off", { state: "off" });
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function calendar(repository: string, variables: Readonly<Record<string, string>> = {}, ...more: string[]) {
  const args = ["bin/frontdesk.js", "calendar", "--repository", repository, "--data", folder, ...more];
  const env = { PATH: process.env["PATH"], ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, stdout, stderr };
}

describe("frontdesk calendar", () => {
  const variables = { PUBLIC_URL: "https://desk.example/", WEBHOOK_SECRET: "a secret" };

  it("tells both addresses, and how the branch fares", () => {
    const { status, stdout } = calendar("Acme/Widgets", variables);
    const key = calendarKey("a secret", { id: 7 }, 1);
    expect({ status, lines: stdout.trim().split("\n") }).toEqual({
      status: 0,
      lines: [
        "acme/widgets: 1 session is published.",
        "Where the repository is public: https://desk.example/calendar/acme/widgets.ics",
        `Secret address, for whoever you give it to: https://desk.example/calendar/${key}/acme/widgets.ics`,
        "office-hours.ics on the branch hours was written at 2026-11-29T10:00:00.000Z.",
      ],
    });
  });

  it("says what it does not know", () => {
    const { stdout } = calendar("acme/widgets");
    expect(stdout).toContain("Where the repository is public: /calendar/acme/widgets.ics\n");
    expect(stdout).toContain("made from WEBHOOK_SECRET, which is not set here");
    expect(stdout).toContain("PUBLIC_URL is not set");
  });

  it("tells why the branch could not be written, without steering the terminal", () => {
    expect(calendar("acme/refused", variables).stdout).toContain(
      "office-hours.ics on the branch hours could not be written: the branch is  [31mprotected\n",
    );
  });

  it("prints JSON", () => {
    expect(JSON.parse(calendar("acme/widgets", variables, "--json").stdout)).toMatchObject({
      repository: "acme/widgets",
      public: "https://desk.example/calendar/acme/widgets.ics",
      sessions: 1,
      branch: { name: "hours", written: 3 },
    });
  });

  it("says when a repository is unknown, or has no calendar", () => {
    expect(calendar("acme/nowhere")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("No repository acme/nowhere is served here."),
    });
    expect(calendar("acme/off")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("acme/off has no calendar"),
    });
  });
});
