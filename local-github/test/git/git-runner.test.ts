import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitRunner } from "../../src/git/git-runner.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-runner-"));
  await gitRunner.run({ folder, args: ["init", "--bare", "--quiet"] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const store = async (stdin: string | Uint8Array): Promise<string> =>
  (await gitRunner.run({ folder, args: ["hash-object", "-w", "--stdin"], stdin })).stdout.toString().trim();

describe("the process that runs git", () => {
  it("answers each of many with its own", async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `text ${index}`);
    const ids = await Promise.all(texts.map(store));
    const read = await Promise.all(ids.map((it) => gitRunner.read(folder, "contents", it)));
    expect(read.map((it) => it?.content.toString())).toEqual(texts);
  });

  it("carries any bytes, and many", async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 256));
    const object = await gitRunner.read(folder, "contents", await store(bytes));
    expect(object?.content.equals(bytes)).toBe(true);
  });

  it("tells kind and size without the bytes, and knows what is not there", async () => {
    const id = await store("hello");
    expect(await gitRunner.read(folder, "info", id)).toMatchObject({ sha: id, type: "blob", size: 5 });
    expect(await gitRunner.read(folder, "info", "f".repeat(40))).toBeUndefined();
    expect(await gitRunner.read(folder, "contents", "f".repeat(40))).toBeUndefined();
  });

  it("says what git said", async () => {
    const output = await gitRunner.run({ folder, args: ["log", "nowhere"] });
    expect(output.exitCode).toBe(128);
    expect(output.stderr).toContain("nowhere");
  });

  it("reads again what was released", async () => {
    const id = await store("again");
    await gitRunner.read(folder, "info", id);
    gitRunner.release(folder);
    expect(await gitRunner.read(folder, "info", id)).toMatchObject({ size: 5 });
  });

  it("fails for a folder that is no repository, and goes on", async () => {
    await expect(gitRunner.read(tmpdir(), "info", "HEAD")).rejects.toThrow("git cat-file");
    expect(await gitRunner.read(folder, "info", await store("on"))).toMatchObject({ size: 2 });
  });

  it("keeps nobody alive who has nothing left to do, and ends with them", async () => {
    const runner = new URL("../../src/git/git-runner.ts", import.meta.url).href;
    const script = `
      const { gitRunner } = await import(${JSON.stringify(runner)});
      await gitRunner.read(${JSON.stringify(folder)}, "info", "HEAD");
      console.log("read");`;
    // Standard output is inherited, so this resolves only when all that hold it have ended.
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    expect(stdout).toBe("read\n");
  });
});
