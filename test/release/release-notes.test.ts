import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { releaseNotes } from "../../scripts/release/release-notes.ts";

const folder = mkdtempSync(join(tmpdir(), "frontdesk-release-"));
afterAll(() => rmSync(folder, { recursive: true }));

const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
const commit = (message: string) => git("commit", "--quiet", "--allow-empty", "--message", message);

const changelog = `# Changelog

## [Unreleased]

- Tomorrow's.

## [2.0.0] - 2026-12-01

- **What** users notice.

## [1.0.0] - 2026-11-01

- Old.

[2.0.0]: https://example.com/2.0.0
`;

git("init", "--quiet", "--initial-branch", "main");
commit("feat(first): begin");
git("tag", "v1.0.0");
commit("fix(queue): lose nothing");
git("tag", "v2.0.0-rc.2");
commit("feat(cli)!: take other words\n\nBREAKING CHANGE: the old ones are none any more.");
git("tag", "v2.0.0-rc.10");
commit("docs: tell it");
commit("Merge branch 'x'");
commit("perf: wait less");

describe("release notes", () => {
  it("begin with what the changelog has of the version, and nothing of others", async () => {
    const notes = await releaseNotes(folder, "2.0.0", changelog);
    expect(notes).toMatch(/^- \*\*What\*\* users notice\.\n\n## Commits\n/u);
    expect(notes).not.toMatch(/Old\.|Tomorrow|https:/u);
  });

  it("take what is unreleased for a version without a section", async () => {
    expect(await releaseNotes(folder, "2.0.0-rc.11", changelog)).toMatch(/^- Tomorrow's\.\n/u);
  });

  it("of a release tell all since the last one, whatever was tried of it before", async () => {
    const notes = await releaseNotes(folder, "2.0.0", changelog);
    expect(notes).toMatch(/BREAKING CHANGES[^]*the old ones are none any more/u);
    expect(notes).toMatch(/### Features\n[^]*take other words[^]*### Bug Fixes\n[^]*lose nothing[^]*wait less/u);
    expect(notes).not.toMatch(/begin|tell it|Merge/u);
  });

  it("of a candidate tell what is new since the one before, by number", async () => {
    const notes = await releaseNotes(folder, "2.0.0-rc.11", changelog);
    expect(notes).toContain("wait less");
    expect(notes).not.toMatch(/take other words|lose nothing/u);
  });

  it("are the same when the tag is there already", async () => {
    const before = await releaseNotes(folder, "2.0.0", changelog);
    git("tag", "v2.0.0");
    expect(await releaseNotes(folder, "2.0.0", changelog)).toBe(before);
    git("tag", "--delete", "v2.0.0");
  });
});
