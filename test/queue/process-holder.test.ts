import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { isGoneHolder, processHolder } from "../../src/queue/process-holder.ts";

describe("a holder of leases", () => {
  it("has a name of its own each time", () => {
    expect(processHolder("sqlite")).not.toBe(processHolder("sqlite"));
  });

  const gonePid = spawnSync(process.execPath, ["--version"]).pid;
  it.each([
    ["a process that has ended", `${hostname()}|${gonePid}|a`, true],
    ["an earlier process with our number", `${hostname()}|${process.pid}|a`, true],
    ["our parent, who lives", `${hostname()}|${process.ppid}|a`, false],
    ["a process of another machine", `elsewhere|${gonePid}|a`, false],
  ])("that is %s", (_, holder, gone) => {
    expect(isGoneHolder(holder, "sqlite")).toBe(gone);
  });

  it("on a server: knows those of its own namespace of processes, and nothing of another's that has the same name", () => {
    const [place, , word] = processHolder("postgres").split("|");
    expect(isGoneHolder(`${place}|${gonePid}|${word}`, "postgres")).toBe(true);
    expect(isGoneHolder(`${place}|${process.ppid}|${word}`, "postgres")).toBe(false);
    expect(isGoneHolder(`${hostname()}|${gonePid}|${word}`, "postgres")).toBe(process.platform !== "linux");
  });
});
