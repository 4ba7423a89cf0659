import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { type DemoOptions, DemoUnavailableError, register } from "../../src/cli/demo.ts";

/** What the command makes of its arguments, in a folder; what commander tells where it refuses them. */
async function asked(args: readonly string[], cwd: string, run?: () => Promise<void>) {
  let options: DemoOptions | undefined;
  let told = "";
  const program = new Command("frontdesk").exitOverride().configureOutput({ writeErr: (text) => void (told += text) });
  register(program, run ?? (async (it) => void (options = it)), cwd);
  const error = await program.parseAsync(["demo", ...args], { from: "user" }).then(
    () => undefined,
    (it: unknown) => it,
  );
  return { options, told, error };
}

describe("frontdesk demo", () => {
  it("has defaults, counted from the folder it is called in", async () => {
    expect((await asked([], "/home/ada/desk")).options).toEqual({
      json: false,
      port: 4400,
      data: "/home/ada/desk/.frontdesk/demo",
      docs: undefined,
      fresh: false,
    });
  });

  it("takes everything", async () => {
    const args = ["--json", "--port", "0", "--data", "x", "--docs", "/", "--fresh"];
    expect((await asked(args, "/tmp")).options).toEqual({
      json: true,
      port: 0,
      data: "/tmp/x",
      docs: "/",
      fresh: true,
    });
  });

  it("keeps the data of two processes apart", async () => {
    const { options } = await asked(["--postgres"], "/tmp");
    expect(options).toMatchObject({ postgres: true, data: "/tmp/.frontdesk/demo-postgres" });
  });

  it.each([
    [["--port", "-1"], "It must be a number from 0 to 65534"],
    [["--port", "80a"], "It must be a number from 0 to 65534"],
    [["--port", "65535"], "It must be a number from 0 to 65534"],
    [["--port", ""], "It must be a number from 0 to 65534"],
    [["--port"], "argument missing"],
    [["--docs", "/no/such/folder"], "there is none at /no/such/folder"],
    [["--nonsense"], "unknown option '--nonsense'"],
    [["stray"], "too many arguments"],
  ])("does not take %j", async (args, words) => {
    const { options, told, error } = await asked(args, "/");
    expect(options).toBeUndefined();
    expect(error).toBeInstanceOf(Error);
    expect(told).toContain(words);
  });

  it("says what is not installed, as a wrong use", async () => {
    const { told, error } = await asked([], "/", async () => {
      throw new DemoUnavailableError("It is not here.");
    });
    expect(error).toMatchObject({ exitCode: 2 });
    expect(told).toContain("It is not here.");
  });
});
