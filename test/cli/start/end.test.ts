import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, type TestContext } from "vitest";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { silentGitHub } from "./silent-github.ts";
import { startProcess } from "./start-process.ts";

type AtEnd = TestContext["onTestFinished"];

async function folderUntil(onTestFinished: AtEnd): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

// They wait for most of their time.
describe.concurrent("frontdesk start", () => {
  it("ends with 0 at SIGTERM, and gives back what does not end in time", async ({ onTestFinished }) => {
    const folder = await folderUntil(onTestFinished);
    const github = await silentGitHub(onTestFinished);
    const app = startProcess(
      { DATA_FOLDER: folder, GITHUB_API_URL: github.url, SHUTDOWN_SECONDS: "1" },
      onTestFinished,
    );
    await github.asked;
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(app.output()).toContain("Frontdesk has stopped");
    const { db, close } = await openDatabase({ dataFolder: folder });
    const left = await db.selectFrom("deliveries").select("lease_until").where("state", "=", "running").execute();
    await close();
    expect(left).not.toEqual([]);
    for (const { lease_until } of left) expect(lease_until).toBeLessThanOrEqual(Date.now());
  });

  it("ends at once at a second signal, and takes its echo for the first", async ({ onTestFinished }) => {
    const github = await silentGitHub(onTestFinished);
    const app = startProcess(
      { DATA_FOLDER: await folderUntil(onTestFinished), GITHUB_API_URL: github.url, SHUTDOWN_SECONDS: "60" },
      onTestFinished,
    );
    await github.asked;
    app.signal("SIGINT");
    await app.says("a second signal ends it at once");
    app.signal("SIGINT");
    await sleep(1_000);
    app.signal("SIGTERM");
    expect(await app.ended).toBe(143);
    expect(app.output()).not.toContain("Frontdesk has stopped");
  });

  it("ends with 0 while it waits to be registered, as the first process of a container too", async ({
    onTestFinished,
  }) => {
    const folder = await folderUntil(onTestFinished);
    const none = { APP_ID: "", PRIVATE_KEY: "", WEBHOOK_SECRET: "" };
    const app = startProcess({ ...none, DATA_FOLDER: folder }, onTestFinished);
    await app.says("/setup?token=");
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
  });

  it("ends with 3 where a newer version has written the database", async ({ onTestFinished }) => {
    const folder = await folderUntil(onTestFinished);
    const database = await openDatabase({ dataFolder: folder });
    const row = { name: "9999-of-tomorrow", timestamp: "2099-01-01T00:00:00Z" };
    await database.db
      .withTables<{ kysely_migration: typeof row }>()
      .insertInto("kysely_migration")
      .values(row)
      .execute();
    await database.close();
    const app = startProcess({ DATA_FOLDER: folder }, onTestFinished);
    expect(await app.ended).toBe(3);
    expect(app.output()).toMatch(/^[^\n]*was written by a newer version[^\n]*\n$/);
  });
});

describe("an error that nobody caught", () => {
  it.each([
    ["thrown", `setTimeout(() => { throw new Error("nobody's") }, 1)`],
    ["rejected", `void Promise.reject(new Error("nobody's"))`],
  ])("is logged when it is %s, and ends the process with 1", (_, fault) => {
    const script = `
      import { endOnUncaught } from "./src/cli/start/end-process.ts";
      import { createLog } from "./src/web/create-log.ts";
      endOnUncaught(createLog("info", process.stdout));
      setInterval(() => undefined, 1000);
      ${fault};`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ level: 60, err: { type: "Error", message: "nobody's" } });
    expect(stderr).toBe("");
  });
});
