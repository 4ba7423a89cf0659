import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import type { Command } from "commander";
import { checkText } from "../config/check-text.ts";
import { configJsonSchema } from "../config/json-schema.ts";
import { renderInFile, type ProblemInFile } from "../config/problem.ts";
import { configPath, type Config } from "../config/schema.ts";
import { loadCalendars } from "./load-calendars.ts";
import { apiUrlOption } from "./terminal/api-url-option.ts";
import { print, toJson, writeErr } from "./terminal/print.ts";

interface Options {
  readonly json?: boolean;
  readonly schema?: boolean;
  readonly online?: boolean;
  readonly repository?: string;
  readonly apiUrl: string;
}

const nothing = { problems: [], unknown: [] };

/** `frontdesk check-config [file]`: says what is wrong with a config or with the files of holidays it names, and where; exits 1 when something is, 2 when it cannot be read. */
export function register(program: Command): void {
  program
    .command("check-config")
    .description("Check a config file; prints file:line:column and what is wrong.")
    .argument("[file]", "the config; `-` reads it from the standard input", configPath)
    .option("--json", "print the problems and the config in force, with its defaults, as JSON")
    .option(
      "--online",
      "ask GitHub as well whether what the config names is there; the token is read from GITHUB_TOKEN",
    )
    .option("--repository <owner/repo>", "with --online: where the config is to hold; GITHUB_REPOSITORY when missing")
    .addOption(apiUrlOption())
    .option("--schema", "print the JSON Schema of a config, for editors, and check nothing")
    .action(async (file: string, options: Options) => {
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
      const online =
        options.online && config ? await askGitHub(program, { path: file, text, config }, options) : nothing;
      const problems: readonly ProblemInFile[] = [
        ...own.map((it) => ({ path: file, ...it })),
        ...calendars,
        ...online.problems,
      ];
      const isBroken = problems.some(({ severity }) => severity === "error");
      if (isBroken) process.exitCode = 1;
      const { unknown } = online;
      if (options.json) {
        return print(toJson({ problems, ...(unknown.length > 0 && { unknown }), ...(!isBroken && { config }) }, 2));
      }
      for (const it of unknown) writeErr(`Not looked at: ${it}\n`);
      for (const it of problems) print(renderInFile(it));
      if (!isBroken) print(`${file} is good.`);
    });
}

async function askGitHub(
  program: Command,
  checked: { readonly path: string; readonly text: string; readonly config: Config },
  { repository, apiUrl }: Options,
) {
  const { checkOnline, OnlineRefusal } = await import("./check-config/check-online.ts");
  try {
    return await checkOnline(checked, { repository, apiUrl }, process.env);
  } catch (error) {
    if (!(error instanceof OnlineRefusal)) throw error;
    return program.error(error.message, { exitCode: 2 });
  }
}
