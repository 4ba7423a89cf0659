import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

function make(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["evaluation/sets/make.ts", ...args], {
    encoding: "utf8",
  });
  return { status, out: stdout, problem: stderr };
}

describe("evaluation/sets/make.ts", () => {
  it("lists the sets with what they are made from", () => {
    const { status, out } = make("--list");
    expect(status).toBe(0);
    expect(out).toMatch(/^  https:\/\/github\.com\/[\w.-]+\/[\w.-]+ at [0-9a-f]{40}$/mu);
  });

  it("says which sets there are where the name is none", () => {
    const { status, problem } = make("lanterns", "--from", ".", "--out", join(tmpdir(), "never"));
    expect(status).toBe(1);
    expect(problem).toMatch(/Allowed choices are \w/u);
  });

  it("says which repository to clone where the folder is of another", () => {
    const [name = ""] = make("--list").out.split(":");
    const { status, problem } = make(name, "--from", ".", "--out", join(tmpdir(), "never"));
    expect(status).toBe(1);
    expect(problem).toMatch(/Give a whole clone of https:\/\/github\.com\//u);
  });
});
