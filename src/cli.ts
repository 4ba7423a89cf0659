import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import type { RunAction } from "./cli/action/action-report.ts";
import { DemoUnavailableError, type RunDemo } from "./cli/demo.ts";
import type { Diagnose } from "./cli/doctor.ts";
import { roles } from "./core/role.ts";
import type { OpenDemo } from "./evaluation/run/load-history.ts";
import { errorLines } from "./cli/error-lines.ts";
import { exitCodeOf } from "./cli/exit-code-of.ts";
import { teach } from "./cli/help/teach.ts";
import { endWithOutput } from "./cli/terminal/end-with-output.ts";
import { writeErr, writeOut } from "./cli/terminal/print.ts";
import { ownVersion } from "./own-version.ts";

/** The commands but for `start`. Each lives in its own file in `cli/`, and what is heavy to load is loaded when it is used. */
const commands: Readonly<Record<string, (program: Command) => Promise<void>>> = {
  demo: async (program) =>
    (await import("./cli/demo.ts")).register(program, runDemo, process.env["INIT_CWD"] ?? process.cwd()),
  action: async (program) => (await import("./cli/action.ts")).register(program, runAction),
  init: async (program) => (await import("./cli/init.ts")).register(program),
  doctor: async (program) => (await import("./cli/doctor.ts")).register(program, diagnose),
  explain: async (program) => (await import("./cli/explain.ts")).register(program, openStores),
  inbox: async (program) => (await import("./cli/inbox.ts")).register(program, openStores),
  db: async (program) => (await import("./cli/db.ts")).register(program, process.env["DATABASE_URL"] || undefined),
  shadow: async (program) => (await import("./cli/shadow.ts")).register(program, openStores),
  requests: async (program) => (await import("./cli/requests.ts")).register(program, openStores),
  backfill: async (program) => (await import("./cli/backfill.ts")).register(program, openStores),
  "index-docs": async (program) => (await import("./cli/index-docs.ts")).register(program),
  "check-config": async (program) => (await import("./cli/check-config.ts")).register(program),
  clock: async (program) => (await import("./cli/clock.ts")).register(program),
  interviews: async (program) => (await import("./cli/interviews.ts")).register(program, openStores),
  forget: async (program) => (await import("./cli/forget.ts")).register(program, openStores),
  faq: async (program) => (await import("./cli/faq.ts")).register(program, openStores),
  "office-hours": async (program) => (await import("./cli/office-hours.ts")).register(program),
  rank: async (program) => (await import("./cli/rank.ts")).register(program, openModel),
  calendar: async (program) => (await import("./cli/calendar.ts")).register(program, openStores),
  rota: async (program) => (await import("./cli/rota.ts")).register(program),
  backtest: async (program) => (await import("./cli/backtest.ts")).register(program, openDemo, openStores),
  report: async (program) => (await import("./cli/report.ts")).register(program, openStores),
  export: async (program) => (await import("./cli/export.ts")).register(program),
  completion: async (program) => (await import("./cli/completion.ts")).register(program),
};

/** `frontdesk <command>`, with all commands, or with one of them where only that is asked for: loading all takes its time. */
export async function createProgram(only?: string): Promise<Command> {
  const program = new Command("frontdesk")
    .usage("<command> [options]")
    .description(
      "Technical support on GitHub Discussions: answers from your docs and FAQ, and a desk that keeps its promises.",
    )
    .version(ownVersion(), "-V, --version", "print the version")
    .configureOutput({ writeOut, writeErr })
    // Commands that end with an error let go of what they have open first.
    .exitOverride()
    .showHelpAfterError("(frontdesk --help lists the commands)");
  program
    .command("start")
    .description("Run the app; settings come from environment variables (docs/reference/environment.md).")
    .addOption(
      new Option("--role <role>", "what this process does; web takes webhooks and serves pages").choices(roles),
    )
    .action(async (given: { readonly role?: string }) => {
      const { main } = await import("./main.ts");
      await main(given);
    });
  for (const [name, register] of Object.entries(commands)) {
    if (only === undefined || name === only) await register(program);
  }
  teach(program);
  return program;
}

/** Carries out what was typed behind `frontdesk`; how it ended is in `process.exitCode`. */
export async function run(args: readonly string[]): Promise<void> {
  endWithOutput();
  try {
    const program = await createProgram(needed(args[0]));
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    // Commander has told its own.
    if (!(error instanceof CommanderError)) writeErr(`${errorLines(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** The one command to load; undefined for whoever asks for the help or all words, or has mistyped. */
function needed(word: string | undefined): string | undefined {
  if (word === "--version" || word === "-V" || word === "start") return "start";
  return word !== undefined && word !== "completion" && Object.hasOwn(commands, word) ? word : undefined;
}

/** The stores on the server that DATABASE_URL names, or else of a data folder; undefined where there is no database. */
async function openStores(dataFolder: string) {
  const databaseUrl = process.env["DATABASE_URL"] || undefined;
  // Opening would make an empty one.
  if (databaseUrl === undefined && !existsSync(join(dataFolder, "frontdesk.db"))) return undefined;
  const { composeStores } = await import("./compose-stores.ts");
  const place = { dataFolder, ...(databaseUrl !== undefined && { databaseUrl }) };
  return composeStores({ ...place, webUrl: "https://github.com" }, () => new Date());
}

async function openModel(folder: string) {
  return (await import("./compose-model.ts")).openModel(folder);
}

async function runAction(...given: Parameters<RunAction>) {
  return (await import("./compose-action.ts")).runAction(...given);
}

async function diagnose(...given: Parameters<Diagnose>) {
  return (await import("./compose-doctor.ts")).diagnose(...given);
}

/** The demo as a whole, app and GitHub. */
async function runDemo(...given: Parameters<RunDemo>) {
  const { demo } = await loadDemo<{ readonly demo: RunDemo }>("demo");
  await demo(...given);
}

/** The demo's GitHub, without an app; undefined where it is not installed. */
async function openDemo() {
  try {
    const { openDemoHistory } = await loadDemo<{ readonly openDemoHistory: OpenDemo }>("open-demo-history");
    return await openDemoHistory();
  } catch (error) {
    if (error instanceof DemoUnavailableError) return undefined;
    throw error;
  }
}

/**
 * A module of the demo, which the app must not know: only when it is asked for, and by a path that no bundler follows.
 * What it needs beside the app are optional dependencies. Rejects with `DemoUnavailableError`.
 */
async function loadDemo<Module>(name: string): Promise<Module> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  try {
    return (await import(new URL(`../demo/${name}.${ending}`, import.meta.url).href)) as Module;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new DemoUnavailableError(
      "The demo, or a package that it needs, is not installed here: npm install without --omit=optional brings them.",
      { cause: error },
    );
  }
}
