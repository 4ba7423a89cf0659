import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackfillProgress } from "../../src/features/timeline/progress.ts";
import { ProgressStore } from "../../src/features/timeline/store/progress-store.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { processHolder } from "../../src/queue/process-holder.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { repository as widgets } from "../helpers/builders.ts";

const at = "2026-03-02T09:00:00.000Z";
const running: BackfillProgress = {
  startedAt: at,
  updatedAt: at,
  phase: "open",
  read: 50,
  total: 200,
  cursor: "open:x",
};

let folder: string;
let database: Database;
let progress: ProgressStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  database = await openDatabase({ dataFolder: folder });
  progress = new ProgressStore(database);
  await new RecordStore(database).rememberRepository(widgets);
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function backfill(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["bin/frontdesk.js", "backfill", ...args, "--data", folder],
    { encoding: "utf8" },
  );
  return { stdout, stderr, status };
}

describe("frontdesk backfill", () => {
  it.each<[string, BackfillProgress | undefined, string]>([
    [
      "nothing was begun",
      undefined,
      "REPOSITORY    THREADS  OPEN  ITS HISTORY\nacme/widgets        0     0  is not begun\n",
    ],
    ["it is read", running, "0     0  is being read: 50 of 200 discussions, now the open ones\n"],
    ["it waits", { ...running, waitsUntil: "2026-03-02T10:00:00Z" }, ", waits until 2026-03-02T10:00:00Z\n"],
    [
      "it was read",
      { ...running, phase: "done", read: 200 },
      "is read: 200 discussions, the last on 2026-03-02 09:00 UTC",
    ],
    ["none is wanted", { ...running, phase: "off" }, "is not wanted by the config"],
  ])("says so where %s", async (_, now, said) => {
    if (now) await progress.keepBackfill(widgets, now);
    expect(backfill()).toMatchObject({ status: 0, stdout: expect.stringContaining(said) });
  });

  it("prints the same for other programs", async () => {
    await progress.keepBackfill(widgets, running);
    expect(JSON.parse(backfill("acme/widgets", "--json").stdout)).toEqual([
      { repository: "acme/widgets", isStarted: false, threads: 0, open: 0, backfill: running },
    ]);
  });

  it("starts again what is not being read, by an event in the inbox", async () => {
    const inbox = new InboxStore(database, processHolder(database.engine));
    await progress.keepBackfill(widgets, running);
    backfill("--start");
    expect(await inbox.list({ limit: 9 })).toEqual([]);
    await progress.keepBackfill(widgets, { ...running, phase: "done" });
    expect(backfill("--start").stdout).toMatch(/acme\/widgets +0 +0 {2}starts again/u);
    const [entry] = await inbox.list({ limit: 9 });
    expect(entry).toMatchObject({ action: "backfill-threads", state: "waiting" });
    const { payload } = (await inbox.show(entry?.id ?? "")) ?? {};
    expect(payload).toEqual({ kind: "backfill-threads", repository: widgets, again: true });
  });

  it("follows it without a word of progress where its output is piped", async () => {
    await progress.keepBackfill(widgets, running);
    const child = spawn(process.execPath, ["bin/frontdesk.js", "backfill", "--follow", "--data", folder]);
    const ended = once(child, "close");
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (more) => (stdout += String(more)));
    child.stderr.on("data", (more) => (stderr += String(more)));
    // Longer than it takes to start and to look once: it must not have ended by then.
    await sleep(3_000);
    expect(child.exitCode).toBeNull();
    await progress.keepBackfill(widgets, { ...running, phase: "done", read: 200 });
    await ended;
    expect(stdout).toContain("is read: 200 discussions");
    expect(stderr).toBe("");
  });

  it("says that a repository is not served, or that there is no database", () => {
    expect(backfill("acme/gadgets")).toMatchObject({ status: 2, stderr: expect.stringContaining("acme/gadgets") });
    const { status } = spawnSync(process.execPath, ["bin/frontdesk.js", "backfill", "--data", join(folder, "none")]);
    expect(status).toBe(2);
  });
});
