import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import type { Command } from "commander";
import { checkText } from "../config/check-text.ts";
import { configJsonSchema } from "../config/json-schema.ts";
import { renderInFile, type ProblemInFile } from "../config/problem.ts";
import { configPath } from "../config/schema.ts";
import { loadCalendars } from "./load-calendars.ts";
import { print, toJson } from "./terminal/print.ts";

/** `frontdesk check-config [file]`: says what is wrong with a config or with the files of holidays it names, and where; exits 1 when something is, 2 when it cannot be read. */
export function register(program: Command): void {
  program
    .command("check-config")
    .description("Check a config file; prints file:line:column and what is wrong.")
    .argument("[file]", "the config; `-` reads it from the standard input", configPath)
    .option("--json", "print the problems and the config in force, with its defaults, as JSON")
    .option("--schema", "print the JSON Schema of a config, for editors, and check nothing")
    .action(async (file: string, options: { json?: boolean; schema?: boolean }) => {
      if (options.schema) return print(toJson(configJsonSchema(), 2));
      let text: string;
      try {
        text = file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
      } catch (error) {
        return program.error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
          exitCode: 2,
        });
      }
      const { config, problems: own } = checkText(text);
      const calendars = config ? (await loadCalendars(file, text, config.calendars)).problems : [];
      const problems: readonly ProblemInFile[] = [...own.map((it) => ({ path: file, ...it })), ...calendars];
      const isBroken = problems.some(({ severity }) => severity === "error");
      if (isBroken) process.exitCode = 1;
      if (options.json) return print(toJson({ problems, ...(!isBroken && { config }) }, 2));
      for (const it of problems) print(renderInFile(it));
      if (!isBroken) print(`${file} is good.`);
    });
}
