import { describe, expect, it } from "vitest";
import { parseOptions } from "../../demo/options.ts";
import { toReadable } from "../../demo/readable-log.ts";

describe("the demo's command line", () => {
  it("has defaults, counted from the folder it is called in", () => {
    expect(parseOptions([], "/home/ada/desk")).toEqual({
      run: { json: false, port: 4400, data: "/home/ada/desk/.frontdesk/demo", docs: undefined, fresh: false },
    });
  });

  it("takes everything", () => {
    const args = ["--json", "--port", "0", "--data", "x", "--docs", "/", "--fresh"];
    expect(parseOptions(args, "/tmp")).toEqual({
      run: { json: true, port: 0, data: "/tmp/x", docs: "/", fresh: true },
    });
  });

  it("explains itself", () => {
    expect(parseOptions(["--help"], "/")).toEqual({ help: true });
  });

  it.each([
    [["--port", "-1"]],
    [["--port", "80a"]],
    [["--port", "65535"]],
    [["--port"]],
    [["--docs", "/no/such/folder"]],
    [["--nonsense"]],
    [["stray"]],
  ])("does not take %j", (args) => {
    expect(parseOptions(args, "/")).toHaveProperty("problem");
  });
});

describe("the log as people read it", () => {
  it.each([
    [
      '{"level":30,"time":"2026-03-01T12:13:14.000Z","msg":"done","ms":12,"delivery":"abc"}',
      "12:13:14 info  done ms=12 delivery=abc",
    ],
    ['{"level":50,"msg":"no","err":{"message":"why"}}', ' error no err={"message":"why"}'],
    ["not JSON\n", "not JSON"],
    ["null", "null"],
  ])("%s", (line, readable) => {
    expect(toReadable(line)).toBe(readable);
  });
});
