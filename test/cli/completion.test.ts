import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";

const frontdesk = (...args: string[]) =>
  spawnSync(process.execPath, ["bin/frontdesk.js", ...args], { encoding: "utf8", env: { PATH: process.env["PATH"] } });

describe("completion in bash", () => {
  let script: string;
  beforeAll(() => {
    script = frontdesk("completion", "bash").stdout;
  });

  /** What bash offers at the end of a line. */
  const offered = (line: string) => {
    const words = line.split(" ");
    const asked = `COMP_WORDS=(${words.map((it) => `'${it}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _frontdesk; echo "\${COMPREPLY[*]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-uc", `${script}\n${asked}`], { encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.trim();
  };

  it.each([
    ["frontdesk inb", "inbox"],
    ["frontdesk inbox ", "list show retry --help"],
    ["frontdesk inbox list --de", "--dead"],
    ["frontdesk inbox list --state d", "done dead"],
    ["frontdesk inbox list --dead --state r", "running"],
    ["frontdesk start --role ", "all web worker"],
    ["frontdesk completion ", "bash zsh fish --help"],
    // The shell's own: names of files.
    ["frontdesk check-config .git", ""],
    ["frontdesk show", ""],
  ])("%s", (line, expected) => {
    expect(offered(line)).toBe(expected);
  });
});

describe("frontdesk completion", () => {
  it("has a script of the same words for fish, with what they are for", () => {
    const { stdout } = frontdesk("completion", "fish");
    expect(stdout).toContain(
      "complete -c frontdesk -n '__fish_seen_subcommand_from inbox; and __fish_seen_subcommand_from list' -l dead",
    );
    expect(stdout).toContain("-l role -x -a 'all web worker'");
    expect(frontdesk("completion", "zsh").stdout).toContain("bashcompinit");
  });

  it("knows no other shell", () => {
    expect(frontdesk("completion", "tcsh")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("Allowed choices are bash, zsh, fish"),
    });
  });
});

it("frontdesk --version prints the version alone", () => {
  expect(frontdesk("--version")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) });
});
