import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gitDates } from "../../../src/evaluation/run/git-dates.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "git-dates-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=Mia", "-c", "user.email=mia@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", ["-C", folder, ...who, ...args], { stdio: "ignore" });
}

/** Commits all there is, on a day of January 2026. */
function commit(day: number): void {
  const date = `2026-01-${String(day).padStart(2, "0")}T12:00:00Z`;
  git("add", "--all");
  execFileSync("git", ["-C", folder, "-c", "user.name=Mia", "-c", "user.email=m@example.com", "commit", "-qm", "x"], {
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, ".."), { recursive: true });
  await writeFile(join(folder, path), text);
}

const daysIn = async (at: string) => {
  const dates = await gitDates(join(folder, at));
  return Object.fromEntries([...(dates?.addedAt ?? [])].map(([path, date]) => [path, date.getUTCDate()]));
};

describe("the dates of a checkout's files", () => {
  beforeEach(async () => {
    git("init", "-q");
    await write("docs/old.md", "# Old\n\nThis page has been here from the start.\n");
    await write('docs/ä b/#1 "q".md', "# Odd\n");
    commit(1);
    await write("docs/new.md", "# New\n");
    await write("docs/old.md", "# Old\n\nThis page has been here from the start, and was changed.\n");
    commit(5);
    await rename(join(folder, "docs/old.md"), join(folder, "docs/renamed.md"));
    await write("README.md", "# R\n");
    commit(9);
  });

  it("are the days they were added, through changes and renames", async () => {
    expect(await daysIn(".")).toMatchObject({
      "docs/renamed.md": 1,
      'docs/ä b/#1 "q".md': 1,
      "docs/new.md": 5,
      "README.md": 9,
    });
  });

  it("are by paths from the folder, which knows where it stands", async () => {
    expect(await daysIn("docs")).toMatchObject({ "renamed.md": 1, "new.md": 5 });
    expect(await gitDates(join(folder, "docs"))).toMatchObject({ prefix: "docs/" });
    expect(await gitDates(folder)).toMatchObject({ prefix: "" });
  });

  it("are not known of a shallow clone, where all seems to be added at once", async () => {
    const clone = join(folder, "clone");
    git("clone", "-q", "--depth", "1", `file://${folder}`, clone);
    expect(await gitDates(clone)).toEqual({ prefix: "" });
  });
});

describe("a folder outside of any checkout", () => {
  it("has no dates", async () => {
    expect(await gitDates(folder)).toBeUndefined();
  });
});
