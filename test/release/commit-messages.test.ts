import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "frontdesk-commits-"));
afterAll(() => rmSync(folder, { recursive: true }));

const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });

/** The check of a pull request, on a branch with these commits. */
function checked(messages: readonly string[]) {
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "--message", "chore: begin");
  git("tag", "--force", "base");
  for (const message of messages) git("commit", "--quiet", "--allow-empty", "--message", message);
  const options = ["--config", resolve("commitlint.config.js"), "--cwd", folder, "--from", "base", "--to", "HEAD"];
  const { status, stdout } = spawnSync(process.execPath, ["node_modules/@commitlint/cli/cli.js", ...options], {
    encoding: "utf8",
  });
  return { status, stdout };
}

it("lets commits be written as they are here", () => {
  const long = "The body may be long. ".repeat(20);
  expect(
    checked([
      `fix(queue): try again no sooner than GitHub shows what the last try wrote\n\n${long}`,
      "feat(faq)!: FAQ files are read as people write them",
      "bench: ten thousand threads without the inbox",
    ]),
  ).toEqual({ status: 0, stdout: "" });
});

it("refuses what no release note can be made of", () => {
  const { status, stdout } = checked([
    "Fix the queue",
    "feature(queue): hold",
    "fix: hold.",
    `fix: ${"x".repeat(120)}`,
  ]);
  expect(status).toBe(1);
  expect(stdout).toContain("subject may not be empty");
  expect(stdout).toContain("type must be one of");
  expect(stdout).toContain("subject may not end with full stop");
  expect(stdout).toContain("header must not be longer than 120");
});
