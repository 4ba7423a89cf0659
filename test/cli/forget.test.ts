import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { repository as widgets } from "../helpers/builders.ts";
import { inLine } from "../helpers/in-line.ts";
import { rowsWith } from "../helpers/tables-with.ts";

const now = new Date("2026-11-30T09:00:00Z");
const opinion = { helpful: true, isAsker: false, via: "command", deflected: false } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  await inDatabase(async (database) => {
    const records = new RecordStore(database);
    await records.rememberRepository(widgets);
    await records.recordFeedback(widgets, 12, { by: "zyxann", ...opinion }, now);
    await records.recordFeedback(widgets, 12, { by: "zyxann-lee", ...opinion }, now);
    const inbox = new InboxStore(database, "a");
    const sender = (login: string) => ({ repository: { id: widgets.id }, sender: { login } });
    const place = inLine("x", { repository: widgets.id });
    await inbox.accept({ id: "done", name: "ping", payload: sender("ZyxAnn") }, place, now, "ping: of zyxann");
    await inbox.accept({ id: "other", name: "ping", payload: sender("sam") }, place, now, "ping: of sam");
    await inbox.accept({ id: "waits", name: "ping", payload: sender("zyxann") }, place, now);
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function inDatabase<Answer>(use: (database: Database) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase({ dataFolder: folder });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

function forget(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bin/frontdesk.js", "forget", "--data", folder, ...args],
    {
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

describe("frontdesk forget", () => {
  it("lists what names somebody, and changes nothing", async () => {
    const before = await inDatabase((it) => rowsWith(it, "zyxann"));
    const { status, stdout } = forget("@ZyxAnn");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^2 name @ZyxAnn:\nTABLE {7}ROWS\nfeedback {7}1\ndeliveries {5}1\n1 delivery that names them is still/u,
    );
    expect(stdout).toContain("Nothing was changed.");
    expect(await inDatabase((it) => rowsWith(it, "zyxann"))).toEqual(before);
  });

  it("forgets them with --yes, all but what is still to be handled; twice is once", async () => {
    const { status, stdout } = forget("zyxann", "--yes");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^2 named @zyxann:/u);
    expect(stdout).toContain("run this once more then");
    expect(stdout).toContain("theirs to delete there");
    const left = await inDatabase((it) => rowsWith(it, "zyxann"));
    expect(left.filter((it) => !it.includes("zyxann-lee"))).toEqual([expect.stringMatching(/^delivery_payloads/u)]);
    expect(forget("zyxann", "--yes").stdout).toMatch(/^Nothing names @zyxann\.\n1 delivery that names them is still/u);

    await inDatabase(async (database) => {
      const inbox = new InboxStore(database, "b");
      const show = async (id: string) => (await inbox.show(id))?.payload;
      expect([await show("done"), await show("other")]).toMatchObject([undefined, { sender: { login: "sam" } }]);
      expect(await inbox.claim(now, 1000)).toMatchObject({ id: "waits", payload: { sender: { login: "zyxann" } } });
      await inbox.finish("waits", "ping: of zyxann", now);
      expect((await rowsWith(database, "zyxann")).filter((it) => !it.includes("zyxann-lee"))).toEqual([]);
    });
  });

  it("says it as data", () => {
    expect(JSON.parse(forget("zyxann", "--json").stdout)).toEqual({
      login: "zyxann",
      forgotten: false,
      deliveries: { ended: 1, unfinished: 1 },
      tables: [{ table: "feedback", rows: 1 }],
    });
  });

  it("says whose repositories keep their names, and that nobody is named so", () => {
    expect(forget("acme").stdout).toContain("owns repositories that are served");
    expect(forget("nobody").stdout).toMatch(/^Nothing names @nobody\./u);
  });

  it.each(["", "@", "a b", "-x", "%", "../x"])("refuses %j, which is no login", (login) => {
    const { status, stderr } = forget("--", login);
    expect(status).not.toBe(0);
    expect(stderr).toContain("a login on GitHub");
  });
});
