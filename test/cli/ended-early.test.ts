import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/storage/open-database.ts";

const run = promisify(execFile);
const env = { PATH: process.env["PATH"] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  await (await openDatabase({ dataFolder: folder })).close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** In a shell, whose own pipes and files these are. */
async function inShell(command: string): Promise<{ readonly code: number; readonly stderr: string }> {
  // Or it would read what is meant for people who log in: its input is a socket.
  const asked = [
    "--norc",
    "-c",
    `set -o pipefail; ${command.replaceAll("frontdesk", `"${process.execPath}" bin/frontdesk.js`)}`,
  ];
  return run("bash", asked, { env }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => error,
  );
}

describe("a command whose output nobody takes", () => {
  it("says that the disk is full", async () => {
    expect(await inShell("frontdesk completion bash > /dev/full")).toMatchObject({
      code: 1,
      stderr: "The output cannot be written: the disk is full.\n",
    });
  });

  it("is content with a reader that has seen enough", async () => {
    expect(await inShell("frontdesk completion bash | head -1")).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("Ctrl-C", () => {
  it("ends db export with 130, and leaves no file", async () => {
    const file = new DatabaseSync(join(folder, "frontdesk.db"));
    file.exec(
      `insert into expiring_names (kind, name, ends_at)
       with recursive n(i) as (select 1 union all select i + 1 from n where i < 600000) select 'k', 'name ' || i, 1 from n`,
    );
    file.close();
    const out = join(folder, "dump.gz");
    const child = spawn(process.execPath, ["bin/frontdesk.js", "db", "export", "--data", folder, "--out", out], {
      env,
    });
    let stderr = "";
    child.stderr.on("data", (more) => (stderr += String(more)));
    const ended = once(child, "close");
    const parts = async () => (await readdir(folder)).filter((it) => it.startsWith("dump.gz"));
    while ((await parts()).length === 0) await sleep(5);
    child.kill("SIGINT");
    const [code] = (await ended) as [number | null];
    expect({ code, stderr, left: await parts() }).toEqual({
      code: 130,
      stderr: "\nStopped. No file was left.\n",
      left: [],
    });
  });
});
