import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { loadConfig, renderProblem } from "../config/load.ts";
import { configPath } from "../config/schema.ts";
import { print, toJson } from "./terminal/print.ts";

/** `frontdesk check-config [file]`: says what is wrong with a config, and where; exits 1 when something is, 2 when it cannot be read. */
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
      if (options.json) print(toJson(loaded, 2));
      if ("problems" in loaded) {
        if (!options.json) for (const it of loaded.problems) print(`${file}:${renderProblem(it)}`);
        process.exitCode = 1;
      } else if (!options.json) {
        print(`${file} is good.`);
      }
    });
}
