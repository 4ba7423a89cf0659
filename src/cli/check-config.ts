import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { configPath } from "../config/schema.ts";
import { loadCalendars, renderFileProblem } from "./load-calendars.ts";
import { print, toJson } from "./terminal/print.ts";

/** `frontdesk check-config [file]`: says what is wrong with a config or with the files of holidays it names, and where; exits 1 when something is, 2 when it cannot be read. */
export function register(program: Command): void {
  program
    .command("check-config")
    .description("Check a config file; prints file:line:column and what is wrong.")
    .argument("[file]", "the config", configPath)
    .option("--json", "print the config in force, with its defaults, or the problems, as JSON")
    .action(async (file: string, options: { json?: boolean }) => {
      let text: string;
      try {
        text = await readFile(file, "utf8");
      } catch (error) {
        return program.error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
          exitCode: 2,
        });
      }
      const loaded = loadConfig(text);
      const problems =
        "problems" in loaded
          ? loaded.problems.map((it) => ({ path: file, ...it }))
          : (await loadCalendars(file, text, loaded.config.calendars)).problems;
      if (problems.length > 0) process.exitCode = 1;
      if (options.json) print(toJson(problems.length > 0 ? { problems } : loaded, 2));
      else if (problems.length === 0) print(`${file} is good.`);
      else for (const it of problems) print(renderFileProblem(it));
    });
}
