import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toJson } from "../../src/cli/terminal/print.ts";

const run = promisify(execFile);
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Sets a colour, clears the screen in one byte, turns text around, and begins a line of its own. */
const hostile = "a\u001b[31mred\u009b2J\u202eb\nc";
const steers = /[^\P{Cc}\n\t]|\p{Cf}/u;

/** What `frontdesk …` prints, on both outputs. */
async function printed(...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, ["bin/frontdesk.js", ...args]).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return stdout + stderr;
}

describe("names and titles that try to steer the terminal", () => {
  it.each([
    ["of pages and headings", () => ["index-docs", folder]],
    ["of pages and headings, as JSON", () => ["index-docs", folder, "--json"]],
    ["of a folder that is not there", () => ["index-docs", join(folder, hostile)]],
    ["of FAQ entries", () => ["faq", "list", "--file", join(folder, "FAQ.md")]],
    ["of FAQ entries, as JSON", () => ["faq", "list", "--json", "--file", join(folder, "FAQ.md")]],
    ["of a config that is not there", () => ["check-config", join(folder, hostile)]],
    ["of a config with a wrong key", () => ["check-config", join(folder, "frontdesk.yml")]],
    ["of a delivery that is not there", () => ["inbox", "show", hostile, "--data", folder]],
  ])("%s do not", async (_, args) => {
    const title = hostile.replace("\n", "");
    await mkdir(join(folder, "docs"));
    await writeFile(join(folder, "docs", `${hostile}.md`), `# ${title}\n\nText.\n\n## ${title} again\n\nMore.\n`);
    await writeFile(join(folder, "FAQ.md"), `# FAQ\n\n## Why ${title}?\n\nBecause.\n`);
    await writeFile(join(folder, "frontdesk.yml"), `"${title.replaceAll("\u001b", "\\e")}": 1\n`);
    const text = await printed(...args());
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(steers);
  });

  it("as JSON are the same to whoever reads them", () => {
    const value = { title: `${hostile}👩\u200d👧\u2028`, list: ["\u{e0041}", "\t"] };
    expect(JSON.parse(toJson(value))).toEqual(value);
    expect(toJson(value)).not.toMatch(steers);
  });
});
