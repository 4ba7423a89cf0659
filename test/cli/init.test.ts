import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAsker, type Asker } from "../../src/cli/init/ask.ts";
import { runInit } from "../../src/cli/init/run-init.ts";
import type { InitOptions } from "../../src/cli/init/options.ts";
import { loadConfig } from "../../src/config/load.ts";
import { startCheckedGitHub } from "local-github-server/checks";
import { createLabel, createOrganization, createRepository, createUser } from "local-github-server/world";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-init-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), "# A page\n");
  }
}

const config = () => join(folder, ".github/frontdesk.yml");
const form = (slug: string) => join(folder, `.github/DISCUSSION_TEMPLATE/${slug}.yml`);
const read = (file: string) => readFile(file, "utf8").catch(() => undefined);

async function written() {
  const loaded = loadConfig((await read(config())) ?? "- none");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.config;
}

/** Somebody who answers questions with these words, one after the other, and then no more. */
function answering(...answers: readonly string[]): Asker & { readonly asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const ask = async (question: string, usual: string) => {
    asked.push(`${question} [${usual}]`);
    const typed = left.shift();
    return typed === "" ? usual : typed;
  };
  return { asked, ask, close: () => undefined };
}

async function init(options: Partial<InitOptions>, asker?: Asker, env: Readonly<Record<string, string>> = {}) {
  let out = "";
  let err = "";
  const context = {
    env,
    clock: () => new Date(),
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    ...(asker && { asker }),
  };
  const all = { repository: undefined, folder, apiUrl: "https://api.github.com", ...options };
  const code = await runInit(all, context);
  return { code, out, err };
}

describe("frontdesk init", () => {
  it("writes a config and forms from what is found, and says what to do next", async () => {
    await put("README.md", "docs/install.md", "docs/faq.md", "CHANGELOG.md");
    const { code, out } = await init({});
    expect(code).toBe(0);
    expect(await written()).toMatchObject({
      docs: { include: ["docs/**/*.{md,mdx,markdown}", "README.md", "*.md"], exclude: ["CHANGELOG.md"] },
      faq: { file: "docs/faq.md" },
    });
    expect(await read(form("q-a"))).toContain("What happened?");
    expect(await read(form("ideas"))).toContain("Why is it needed?");
    expect(out).toContain(`Wrote ${config()}\n`);
    expect(out).toContain("Commit it to the default branch");
  });

  it("takes flags in the place of what was found", async () => {
    await put("docs/a.md", "guides/my docs #1/b.md");
    const given = { docs: ["./guides/my docs #1/"], faq: "guides/FAQ.md", questions: ["help"], ideas: ["wishes"] };
    expect(await init(given)).toMatchObject({ code: 0 });
    const { docs, faq, ...rest } = await written();
    expect(docs.include[0]).toBe("guides/my docs #1/**/*.{md,mdx,markdown}");
    expect(faq.file).toBe("guides/FAQ.md");
    expect(rest["related-answers"].categories).toEqual(["help"]);
    expect(rest["feature-requests"].categories).toEqual(["wishes"]);
  });

  it("overwrites no config unless it is told, and never a form", async () => {
    await put(".github/frontdesk.yml", ".github/DISCUSSION_TEMPLATE/q-a.yml");
    const refused = await init({});
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("is there already. --force writes it anew");
    expect(await read(config())).toBe("# A page\n");
    expect(await read(form("ideas"))).toBeUndefined();
    expect(await init({ force: true })).toMatchObject({ code: 0 });
    expect(await read(config())).toContain("related-answers:");
    expect(await read(form("q-a"))).toBe("# A page\n");
  });

  it("prints and writes nothing", async () => {
    await put(".github/frontdesk.yml");
    const { code, out } = await init({ print: true });
    expect([code, await read(config()), await read(form("ideas"))]).toEqual([0, "# A page\n", undefined]);
    expect(out).toMatch(/^# \.github\/frontdesk\.yml/u);
    expect(out).toContain("# .github/DISCUSSION_TEMPLATE/ideas.yml");
  });

  it.each<[string, Partial<InitOptions>, string]>([
    ["a folder that is not there", { folder: "/nowhere/at/all" }, "does not exist"],
    ["docs without Markdown", { docs: ["src"] }, "There is no Markdown in src."],
    ["docs outside of the folder", { docs: ["../.."] }, "There is no Markdown in ../..."],
    ["a FAQ that is no Markdown", { faq: "faq.txt" }, "must be the path of a Markdown file"],
    ["a FAQ outside of the folder", { faq: "../faq.md" }, "must be the path of a Markdown file"],
    ["a category without a name", { questions: [""] }, "named by its slug"],
    ["no name of a repository", { repository: "widgets" }, "is not owner/repo"],
    ["a repository without a token", { repository: "acme/widgets" }, "Set FRONTDESK_TOKEN or GITHUB_TOKEN"],
  ])("says what is wrong with %s, and writes nothing", async (_, options, problem) => {
    const { code, err } = await init(options);
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(err).toMatch(/^frontdesk init: .*\n$/u);
    expect(await read(config())).toBeUndefined();
  });

  it("asks for what no flag says, again where an answer cannot be, and writes when somebody agrees", async () => {
    await put("docs/a.md", "handbook/b.md");
    const asker = answering("elsewhere", "handbook", "", "-", "y");
    const { code, err } = await init({ questions: ["help"] }, asker);
    expect(code).toBe(0);
    expect(asker.asked).toEqual([
      "Folders of docs, with commas between them [docs, handbook]",
      "Folders of docs, with commas between them [docs, handbook]",
      "FAQ file [docs/FAQ.md]",
      "Categories for ideas, - for none [ideas]",
      "Write .github/frontdesk.yml, .github/DISCUSSION_TEMPLATE/help.yml? (y/n) [y]",
    ]);
    expect(err).toContain("There is no Markdown in elsewhere.");
    expect((await written()).docs.include).not.toContain("docs/**/*.{md,mdx,markdown}");
  });

  it.each([
    ["says no", ["", "", "", "", "n"]],
    ["goes away in the middle", ["", ""]],
  ])("writes nothing where somebody %s", async (_, answers) => {
    const { code, err } = await init({}, answering(...answers));
    expect([code, err, await read(config())]).toEqual([1, "Nothing was written.\n", undefined]);
  });

  it("reads lines of a terminal, and knows when it has ended", async () => {
    const input = new PassThrough();
    const asker = createAsker(input, new PassThrough());
    const first = asker.ask("Docs", "docs");
    input.write("  handbook \n");
    expect(await first).toBe("handbook");
    const second = asker.ask("Docs", "docs");
    input.write("\n");
    expect(await second).toBe("docs");
    const third = asker.ask("Docs", "docs");
    input.end();
    expect(await third).toBeUndefined();
  });

  it("reads from GitHub what the repository has, and refuses a category that it has not", async () => {
    const github = await startCheckedGitHub({ app: { slug: "frontdesk" }, folder: join(folder, "github") });
    try {
      const { world } = github;
      const mia = createUser(world, "mia");
      const acme = createOrganization(world, "acme", { owners: [mia] });
      const repository = createRepository(world, acme, "widgets", { collaborators: { mia: "admin" } });
      createLabel(world, mia, repository, { name: "kind: bug # 1" });
      const from = { repository: "acme/widgets", apiUrl: github.url };
      const env = { GITHUB_TOKEN: github.tokenFor("mia") };
      const refused = await init({ ...from, ideas: ["wishes"] }, undefined, env);
      expect([refused.code, refused.err]).toEqual([
        2,
        expect.stringContaining("There is no category wishes. There is "),
      ]);
      const none = await init({ ...from, repository: "acme/gone" }, undefined, env);
      expect([none.code, none.err]).toEqual([2, expect.stringContaining("may the token read it?")]);
      expect((await init(from, undefined, env)).code).toBe(0);
      expect((await written()).issues["bug-labels"]).toContain("kind: bug # 1");
      expect(await read(config())).toContain("Others there are:");
    } finally {
      await github.close();
    }
  });

  it("is a command, which asks nothing where there is no terminal", () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["bin/frontdesk.js", "init", ...args], {
        encoding: "utf8",
        env: { PATH: process.env["PATH"] },
      });
    expect(run("--folder", folder, "--print")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("feature-requests:") as string,
    });
    expect(run("--folder", join(folder, "none"))).toMatchObject({ status: 2, stdout: "" });
  });
});
