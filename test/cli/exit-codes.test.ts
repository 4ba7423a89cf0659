import { Command, CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code-of.ts";
import { NewerDatabaseError } from "../../src/storage/unusable-database.ts";
import { AddressError } from "../../src/web/listen.ts";

/** What a program ends with that is called so. */
async function ended(...args: readonly string[]): Promise<number> {
  const program = new Command()
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  program
    .command("go")
    .option("--far <n>")
    .action(() => undefined);
  program.command("find").action(() => program.error("it is not there", { exitCode: 2 }));
  program.command("try").action(() => program.error("it failed", { exitCode: 1 }));
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return exitCodeOf(error);
  }
}

describe("the exit code", () => {
  it.each([
    ["a command that is there", ["go"], 0],
    ["asking for help", ["--help"], 0],
    ["asking for a command's help", ["go", "--help"], 0],
    ["no command", [], 2],
    ["an unknown command", ["fly"], 2],
    ["an unknown option", ["go", "--fast"], 2],
    ["an option without its value", ["go", "--far"], 2],
    ["a command that finds nothing", ["find"], 2],
    ["a command that fails", ["try"], 1],
  ])("of %s", async (_, args, code) => {
    expect(await ended(...args)).toBe(code);
  });

  const sqlite = Object.assign(new Error("database is locked"), { code: "ERR_SQLITE_ERROR", errcode: 5 });
  it.each([
    ["a bug", new TypeError("x is not a function"), 1],
    ["what is no error", "no", 1],
    ["a port that is taken", new AddressError("taken"), 4],
    ["a database of a newer version", new NewerDatabaseError("newer"), 3],
    ["what SQLite says", sqlite, 3],
    ["what is caused by SQLite", new Error("the tables could not be brought up to date", { cause: sqlite }), 3],
  ])("of %s", (_, error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});
