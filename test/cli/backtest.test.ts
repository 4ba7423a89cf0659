import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BacktestReport } from "../../src/evaluation/report/report.ts";
import type { BacktestOptions } from "../../src/evaluation/run/options.ts";
import { queryHelp } from "../../src/evaluation/run/load-threads.ts";
import { errorLines } from "../../src/cli/error-lines.ts";
import { exitCodeOf } from "../../src/cli/exit-code-of.ts";
import { runBacktest, type BacktestContext } from "../../src/evaluation/run/run-backtest.ts";
import { markAnswer } from "local-github-server/world";
import { openDemoHistory } from "../../demo/open-demo-history.ts";
import { startGitHubWorld } from "../contracts/github-world.ts";

let folder = "";
let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backtest-"));
  world = await startGitHubWorld();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function run(given: Partial<BacktestOptions>, around: Partial<BacktestContext> = {}) {
  let out = "";
  let err = "";
  const error = await runBacktest(
    { apiUrl: world.local.url, data: folder, ...given },
    {
      env: {},
      out: (text) => (out += text),
      err: new Writable({
        write(chunk: Buffer, _encoding, done) {
          err += chunk.toString();
          done();
        },
      }),
      clock: () => new Date(),
      openDemo: openDemoHistory,
      openRecords: async () => undefined,
      ...around,
    },
  ).catch((it: unknown) => it);
  const code = error === undefined ? 0 : exitCodeOf(error);
  return { code, out, err: error === undefined ? err : `${err}${errorLines(error)}\n`, error };
}

const toReport = (text: string): BacktestReport => JSON.parse(text);

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** `count` questions about painting wood, each answered with the page on it, and written in February 2026. */
function exported(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const at = (hours: number) => new Date(Date.UTC(2026, 1, 1, i * 4 + hours)).toISOString();
    const url = `https://github.com/acme/widgets/discussions/${i + 1}`;
    const body = "See https://github.com/acme/widgets/blob/main/docs/paint.md#varnish-the-wooden-gearbox";
    const answer = { id: `C_${i}`, body, createdAt: at(2), author: { login: "hana" } };
    return JSON.stringify({
      number: i + 1,
      title: "How do I varnish the wooden gearbox?",
      body: "The varnish of my wooden gearbox peels off.",
      url,
      createdAt: at(0),
      author: { login: "ann" },
      category: { name: "Q&A" },
      answer,
      answerChosenAt: at(3),
      comments: { nodes: [answer] },
    });
  }).join("\n");
}

const paint =
  "# Paint\n\n## Varnish the wooden gearbox\n\nSand the gearbox, then varnish it twice.\n\n## Remove old glue\n\nUse warm water.\n";

describe("frontdesk backtest --from-export", () => {
  it("reports on the threads of a file with the docs of a folder", async () => {
    const docs = await file("checkout/docs/paint.md", paint);
    const fromExport = await file("ten.jsonl", exported(10));
    const { code, out, err } = await run({ fromExport, docs: join(docs, "../.."), format: "json" });
    expect(code).toBe(0);
    const report = toReport(out);
    expect(report).toMatchObject({
      repository: "acme/widgets",
      scope: { threads: 10, questions: 10, judged: 10, answerable: 10, pages: 1, from: "2026-02-01T00:00:00.000Z" },
      recommendation: { basis: "few-cases", threshold: 0.6 },
    });
    expect(report.questions[0]?.found[0]?.id).toBe("docs:docs/paint.md#varnish-the-wooden-gearbox");
    expect(err).not.toContain("\u001b");
  });

  it.each([
    ["where the folder of docs stands in the repository", "docs", 10],
    ["that it is the root", ".", 0],
  ])("is told %s", async (_, docsRoot, answerable) => {
    const docs = dirname(await file("loose/paint.md", paint));
    const { out } = await run({ fromExport: await file("ten.jsonl", exported(10)), docs, docsRoot, format: "json" });
    expect(toReport(out).scope.answerable).toBe(answerable);
  });

  it("replays a part of the time, and so many of the newest", async () => {
    const fromExport = await file("twenty.jsonl", exported(20));
    const since = new Date("2026-02-02T00:00:00Z");
    const until = new Date("2026-02-03T00:00:00Z");
    expect(toReport((await run({ fromExport, since, until, format: "json" })).out).scope).toMatchObject({
      questions: 6,
      threads: 20,
    });
    expect(
      toReport((await run({ fromExport, limit: 4, format: "json" })).out).questions.map((it) => it.number),
    ).toEqual([17, 18, 19, 20]);
  });

  it("takes docs, categories and threshold from a config", async () => {
    const fromExport = await file("ten.jsonl", exported(10));
    const docs = join(await file("guide/guide/paint.md", paint), "../..");
    const config = await file(
      "frontdesk.yml",
      "docs:\n  include: [guide/*.md]\nrelated-answers:\n  threshold: 0.45\n  categories: [q-a]\n",
    );
    const { out } = await run({ fromExport, docs, config, format: "json" });
    expect(toReport(out)).toMatchObject({ scope: { pages: 1 }, current: { threshold: 0.45 } });
  });

  it.each([
    ["report.html", /^<!doctype html>/iu],
    ["report.json", /"report": "frontdesk-backtest"/u],
    ["report.txt", /^Back-test of acme\/widgets/u],
  ])("writes %s in the format of its ending", async (name, start) => {
    const out = join(folder, name);
    const ran = await run({ fromExport: await file("ten.jsonl", exported(10)), out });
    expect(ran).toMatchObject({ code: 0, out: "" });
    expect(await readFile(out, "utf8")).toMatch(start);
    expect((await readdir(folder)).filter((it) => it.endsWith(".part"))).toEqual([]);
  });

  it.each<[string, () => Promise<Partial<BacktestOptions>>, RegExp]>([
    ["no file", async () => ({ fromExport: join(folder, "none.json") }), /none\.json cannot be read/],
    [
      "no JSON",
      async () => ({ fromExport: await file("x.json", `${exported(1)}\n{"number": 2,}`) }),
      /x\.json: .*line 2/,
    ],
    ["nothing", async () => ({ fromExport: await file("x.json", "[]") }), /holds no discussions/],
    [
      "no docs in the folder",
      async () => ({ fromExport: await file("t.jsonl", exported(2)), docs: dirname(await file("void/a.txt", "")) }),
      /There are no docs in/,
    ],
    [
      "no such folder",
      async () => ({ fromExport: await file("t.jsonl", exported(2)), docs: join(folder, "gone") }),
      /does not exist/,
    ],
    [
      "a category that is not there",
      async () => ({ fromExport: await file("t.jsonl", exported(2)), category: ["nope"] }),
      /Categories are: q-a/,
    ],
    [
      "two repositories",
      async () => ({
        fromExport: await file(
          "t.jsonl",
          `${exported(1)}\n${exported(2).split("\n")[1]?.replaceAll("acme/widgets", "acme/gadgets") ?? ""}`,
        ),
      }),
      /several repositories: acme\/widgets, acme\/gadgets/,
    ],
    [
      "a broken config",
      async () => ({
        fromExport: await file("t.jsonl", exported(2)),
        config: await file("c.yml", "docs:\n  sight: x\n"),
      }),
      /c\.yml:2:3 docs\.sight/,
    ],
    [
      "a place that cannot be written",
      async () => ({ fromExport: await file("t.jsonl", exported(2)), out: join(folder, "gone", "r.html") }),
      /r\.html cannot be written/,
    ],
    ["two sources", async () => ({ fromExport: await file("t.jsonl", exported(2)), demo: true }), /Name one source/],
    ["no source", async () => ({}), /Name one source/],
  ])("exits 2 with one line for %s", async (_, options, message) => {
    const { code, out, err } = await run(await options());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd().split("\n").at(-1)).toMatch(message);
    expect(err).not.toContain("Replaying");
  });
});

describe("frontdesk backtest --apply", () => {
  it("stores nothing that rests on a few cases, and says so", async () => {
    const { code, err } = await run({ fromExport: await file("ten.jsonl", exported(10)), apply: true });
    expect(code).toBe(0);
    expect(err).toContain("Nothing was stored");
  });
});

describe("frontdesk backtest owner/repo", () => {
  async function tell(name: string, count: number): Promise<void> {
    const { repository, ask, comment, people, local } = world;
    const { there } = await repository(name, { "docs/paint.md": paint, "README.md": "# Widgets\n" });
    for (let index = 0; index < count; index++) {
      const question = ask(there, "How do I varnish the wooden gearbox?", "The varnish of my gearbox peels off.");
      const body = `${local.url}/acme/${name}/blob/main/docs/paint.md#varnish-the-wooden-gearbox`;
      markAnswer(local.world, people.ann, comment(people.hana, question, body));
    }
  }

  it("reads discussions and docs with a token, and keeps them for the next time", async () => {
    await tell("widgets", 5);
    const token = world.local.tokenFor("hana");
    const saveExport = join(folder, "saved.jsonl");
    const first = await run(
      { repository: "acme/widgets", saveExport, format: "json" },
      { env: { GITHUB_TOKEN: token } },
    );
    expect(first.code).toBe(0);
    expect(toReport(first.out)).toMatchObject({
      repository: "acme/widgets",
      scope: { questions: 5, pages: 2, judged: 5, answerable: 5 },
    });
    expect(first.out + first.err + (await readFile(saveExport, "utf8"))).not.toContain(token);

    await file("same/README.md", "# Widgets\n");
    const docs = join(await file("same/docs/paint.md", paint), "../..");
    const again = await run({ fromExport: saveExport, docs, format: "json" });
    expect(toReport(again.out).questions).toEqual(toReport(first.out).questions);
  });

  it.each<[string, string, Record<string, string> | "hana", RegExp]>([
    ["no token", "acme/widgets", {}, /Set FRONTDESK_TOKEN or GITHUB_TOKEN/],
    ["no name of a repository", "widgets", "hana", /"widgets" is not owner\/repo/],
    ["a repository that is not there", "acme/none", "hana", /acme\/none.*Does it exist, and may the token read it/],
    ["a repository without discussions", "acme/empty", "hana", /acme\/empty has no discussions/],
    ["discussions that are turned off", "acme/off", "hana", /acme\/off has discussions turned off/],
  ])("exits 2 with one line for %s", async (_, name, who, message) => {
    if (name === "acme/empty") await world.repository("empty");
    if (name === "acme/off") Object.assign((await world.repository("off")).there, { hasDiscussionsEnabled: false });
    const env = who === "hana" ? { FRONTDESK_TOKEN: world.local.tokenFor("hana") } : who;
    const { code, out, err } = await run({ repository: name }, { env });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd().split("\n").at(-1)).toMatch(message);
  });

  it("says when GitHub does not accept the token, and does not say which it was", async () => {
    const env = { GITHUB_TOKEN: "ghp_wrong" };
    const { code, error } = await run({ repository: "acme/widgets" }, { env });
    expect(code).toBe(5);
    expect(String(error)).toMatch(/does not accept our credentials/);
    expect(String(error)).not.toContain("ghp_wrong");
  });
});

describe("frontdesk backtest --demo", () => {
  it("tries it on the demo's project, and leaves nothing behind", async () => {
    const { code, out } = await run({ demo: true, format: "json" });
    expect(code).toBe(0);
    const { scope, recommendation } = toReport(out);
    expect(scope.questions).toBeGreaterThan(100);
    expect(scope.judged).toBeGreaterThanOrEqual(30);
    expect(recommendation.basis).toBe("fitted");
  });

  it("says how to get the demo where it is not installed", async () => {
    const { code, err } = await run({ demo: true }, { openDemo: async () => undefined });
    expect(code).toBe(2);
    expect(err).toContain("--omit=optional");
  });
});

describe("frontdesk backtest --print-query", () => {
  it("prints a query that gh can page through", () => {
    expect(queryHelp()).toMatch(/^# Save this[^]*query PastDiscussions\([^)]*\$endCursor: String\b/u);
  });
});

describe("Ctrl-C", () => {
  it("ends it at once, with nothing written", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? String(address?.port) : ""}`;
    const out = join(folder, "never.html");
    const args = ["bin/frontdesk.js", "backtest", "acme/widgets", "--api-url", url, "--out", out];
    const child = spawn(process.execPath, args, { env: { PATH: process.env["PATH"], GITHUB_TOKEN: "x" } });
    await once(silent, "request");
    child.kill("SIGINT");
    const [status] = (await once(child, "exit")) as [number | null];
    silent.closeAllConnections();
    silent.close();
    expect(status).toBe(130);
    expect((await readdir(folder)).filter((it) => it.startsWith("never"))).toEqual([]);
  });
});
