import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { markAnswer } from "local-github-server/world";
import { runExport, type ExportOptions } from "../../src/cli/export/run-export.ts";
import { readExport } from "../../src/thread-export/read-export.ts";
import { startGitHubWorld } from "../contracts/github-world.ts";

let folder = "";
let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-"));
  world = await startGitHubWorld();
});
afterEach(() => world.local.faults.clear());
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Exports by the token of somebody; what was told, and what the file holds. */
async function exportOf(name: string, by: string, over: Partial<ExportOptions> = {}) {
  let told = "";
  const err = new Writable({
    write(chunk: Buffer, _encoding, done) {
      told += chunk.toString();
      done();
    },
  });
  const out = join(folder, `${name}-${by}.json`);
  const options = { repository: `acme/${name}`, out, apiUrl: world.local.url, ...over };
  const problem = await runExport(options, {
    env: { GITHUB_TOKEN: world.local.tokenFor(by) },
    err,
    clock: () => new Date(),
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const text = existsSync(out) ? await readFile(out, "utf8") : undefined;
  return { out, told, problem, text, read: text === undefined ? undefined : readExport(text) };
}

/** A repository with this many questions. */
async function asked(name: string, count: number) {
  const { there } = await world.repository(name);
  return Array.from({ length: count }, (_, index) => world.ask(there, `Question ${index}`));
}

describe("frontdesk export", () => {
  it("has all discussions with all comments and replies, who has which role, and none of the texts", async () => {
    const { people, comment, local } = world;
    const [first, second] = await asked("whole", 2);
    if (!first || !second) throw new Error("nothing was asked");
    const said = Array.from({ length: 25 }, (_, index) => comment(people.hana, first, `Secret comment ${index}`));
    for (let index = 0; index < 125; index += 1) comment(people.ann, first, "Thanks!", said[24]);
    if (said[24]) markAnswer(local.world, people.ann, said[24]);

    const { read, text, told } = await exportOf("whole", "max");
    expect(read?.threads.map(({ number, title }) => `${number} ${title}`)).toEqual([
      `${first.number} Question 0`,
      `${second.number} Question 1`,
    ]);
    const thread = read?.threads[0];
    expect(thread?.comments).toHaveLength(150);
    expect(thread?.comments.filter(({ sense }) => sense === "thanks")).toHaveLength(125);
    expect(thread).toMatchObject({ asker: { by: "ann" }, answer: { comment: said[24]?.id, by: "hana" } });
    expect(read).toMatchObject({ repository: "acme/whole", partial: 0, again: 0 });
    expect(Object.fromEntries(read?.roles ?? [])).toMatchObject({ hana: "triage", max: "write", olga: "write" });
    expect(text).not.toContain("Secret");
    expect(text).not.toContain("does not work");
    expect(told).toMatch(/2 discussions are in .+ That took \d+ points of GitHub's 5,000 an hour\./u);
  });

  it("goes on where it was stopped, and reads nothing twice", async () => {
    const discussions = await asked("stopped", 45);
    world.local.faults.add({
      on: "ExportDiscussions",
      kind: "refused",
      error: "notPermitted",
      when: "before",
      after: 1,
    });
    const stopped = await exportOf("stopped", "max");
    expect(stopped.problem).toContain("Could not read the discussions of acme/stopped");
    expect(stopped.told).toContain("20 discussions are kept: the same command goes on behind them.");
    expect(stopped.text).toBeUndefined();

    world.local.faults.clear();
    world.local.ledger.clear();
    const { read, told } = await exportOf("stopped", "max");
    expect(told).toContain("Going on behind 20 discussions");
    expect(world.local.ledger.count({ operation: "ExportDiscussions" })).toBe(2);
    expect(read?.threads.map(({ number }) => number)).toEqual(discussions.map(({ number }) => number));
    expect(existsSync(`${stopped.out}.unfinished`)).toBe(false);
  });

  it("keeps what was read at Ctrl-C, and says how to go on", async () => {
    await asked("interrupted", 25);
    world.local.faults.add({ on: "ExportDiscussions", kind: "hang", when: "before", after: 1 });
    const out = join(folder, "interrupted-max.json");
    const env = { ...process.env, GITHUB_TOKEN: world.local.tokenFor("max"), GITHUB_API_URL: world.local.url };
    const child = spawn(process.execPath, ["bin/frontdesk.js", "export", "acme/interrupted", "--out", out], { env });
    let told = "";
    child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
    const lines = async () => (await readFile(`${out}.unfinished`, "utf8").catch(() => "")).split("\n").length - 1;
    while ((await lines()) < 2) await sleep(20);
    child.kill("SIGINT");
    const [code] = (await once(child, "exit")) as [number | null];
    expect(code).toBe(130);
    expect(told).toContain("Stopped. The same command goes on where it was.");

    world.local.faults.clear();
    const { read, told: toldThen } = await exportOf("interrupted", "max");
    expect(toldThen).toContain("Going on behind 20 discussions");
    expect(read?.threads).toHaveLength(25);
  });

  it("takes no harm from a page that was cut in writing", async () => {
    await asked("cut", 25);
    world.local.faults.add({
      on: "ExportDiscussions",
      kind: "refused",
      error: "notPermitted",
      when: "before",
      after: 1,
    });
    const { out } = await exportOf("cut", "max");
    world.local.faults.clear();
    const kept = await readFile(`${out}.unfinished`, "utf8");
    await writeFile(`${out}.unfinished`, `${kept}{"next":"abc","points":4,"thr`);
    const { read } = await exportOf("cut", "max");
    expect(read?.threads).toHaveLength(25);
  });

  it("begins anew where it is asked to, and for another repository", async () => {
    await asked("anew", 21);
    const out = join(folder, "anew.json");
    world.local.faults.add({
      on: "ExportDiscussions",
      kind: "refused",
      error: "notPermitted",
      when: "before",
      after: 1,
    });
    await exportOf("anew", "max", { out });
    world.local.faults.clear();
    const { told } = await exportOf("anew", "max", { out, fresh: true });
    expect(told).not.toContain("Going on");
    expect(readExport(await readFile(out, "utf8")).threads).toHaveLength(21);
  });

  it("says where roles may not be listed", async () => {
    await asked("outside", 1);
    const { read, told } = await exportOf("outside", "ann");
    expect(read?.threads).toHaveLength(1);
    expect(read?.roles).toBeUndefined();
    expect(told).toContain("Roles are not in it");
  });

  it.each([
    ["no repository", { repository: "acme" }, '"acme" is not owner/repo.'],
    ["a folder that is not there", { out: "/nowhere/x.json" }, "/nowhere/x.json cannot be written"],
    ["a folder for a file", { out: tmpdir() }, `${tmpdir()} cannot be written: it is a folder`],
    ["a repository that is not there", { repository: "acme/nothing" }, "acme/nothing"],
  ])("with %s says so", async (_, over, message) => {
    expect((await exportOf("none", "max", over)).problem).toContain(message);
  });
});
