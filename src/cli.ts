import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import type { Diagnose } from "./cli/doctor.ts";
import { roles } from "./core/role.ts";
import type { OpenDemo } from "./evaluation/run/load-history.ts";
import { exitCodeOf } from "./cli/exit-code-of.ts";
import { writeErr, writeOut } from "./cli/terminal/print.ts";
import { ownVersion } from "./own-version.ts";

/** `frontdesk <command>`: each command lives in its own file in `cli/`. What is heavy to load is loaded when it is used. */
const program = new Command("frontdesk")
  .description("Technical support on GitHub Discussions.")
  .version(ownVersion(), "-V, --version", "print the version")
  .configureOutput({ writeOut, writeErr })
  // Commands that end with an error let go of what they have open first.
  .exitOverride()
  .showHelpAfterError("(frontdesk --help lists the commands)");

program
  .command("start")
  .description("Run the app; settings come from environment variables (docs/operating/one-machine.md).")
  .addOption(new Option("--role <role>", "what this process does; web takes webhooks and serves pages").choices(roles))
  .action(async (given: { readonly role?: string }) => {
    const { main } = await import("./main.ts");
    await main(given);
  });

/** The other commands, in the order of the help. */
const commands: Readonly<Record<string, () => Promise<void>>> = {
  doctor: async () => (await import("./cli/doctor.ts")).register(program, diagnose),
  inbox: async () => (await import("./cli/inbox.ts")).register(program, openStores),
  db: async () => (await import("./cli/db.ts")).register(program, process.env["DATABASE_URL"] || undefined),
  shadow: async () => (await import("./cli/shadow.ts")).register(program, openStores),
  requests: async () => (await import("./cli/requests.ts")).register(program, openStores),
  backfill: async () => (await import("./cli/backfill.ts")).register(program, openStores),
  "index-docs": async () => (await import("./cli/index-docs.ts")).register(program),
  "check-config": async () => (await import("./cli/check-config.ts")).register(program),
  clock: async () => (await import("./cli/clock.ts")).register(program),
  interviews: async () => (await import("./cli/interviews.ts")).register(program, openStores),
  forget: async () => (await import("./cli/forget.ts")).register(program, openStores),
  faq: async () => (await import("./cli/faq.ts")).register(program, openStores),
  "office-hours": async () => (await import("./cli/office-hours.ts")).register(program),
  rank: async () => (await import("./cli/rank.ts")).register(program, openModel),
  calendar: async () => (await import("./cli/calendar.ts")).register(program, openStores),
  rota: async () => (await import("./cli/rota.ts")).register(program),
  backtest: async () => (await import("./cli/backtest.ts")).register(program, openDemo, openStores),
  report: async () => (await import("./cli/report.ts")).register(program, openStores),
  export: async () => (await import("./cli/export.ts")).register(program),
  completion: async () => (await import("./cli/completion.ts")).register(program),
};

const named = process.argv[2];
const isKnown = named !== undefined && (named === "start" || Object.hasOwn(commands, named));
for (const [name, register] of Object.entries(commands)) {
  // Whoever asks for the help or all words, or has mistyped, is shown all.
  if (!isKnown || name === named || named === "completion") await register();
}

// Whoever reads us through a pipe may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  // One line for the operator; FRONTDESK_DEBUG=1 shows where it came from. Commander has told its own.
  const isDebug = process.env["FRONTDESK_DEBUG"] === "1";
  const isTold = error instanceof CommanderError;
  if (!isTold) writeErr(`${error instanceof Error ? (isDebug && error.stack) || error.message : String(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** The stores on the server that DATABASE_URL names, or else of a data folder; undefined where there is no database. */
async function openStores(dataFolder: string) {
  const databaseUrl = process.env["DATABASE_URL"] || undefined;
  // Opening would make an empty one.
  if (databaseUrl === undefined && !existsSync(join(dataFolder, "frontdesk.db"))) return undefined;
  const { composeStores } = await import("./compose.ts");
  const place = { dataFolder, ...(databaseUrl !== undefined && { databaseUrl }) };
  return composeStores({ ...place, webUrl: "https://github.com" }, () => new Date());
}

async function openModel(folder: string) {
  return (await import("./compose-model.ts")).openModel(folder);
}

async function diagnose(...given: Parameters<Diagnose>) {
  return (await import("./compose-doctor.ts")).diagnose(...given);
}

/** The demo's GitHub; undefined in the published package, which comes without it. */
async function openDemo() {
  const script = new URL("../demo/open-demo-history.ts", import.meta.url);
  if (!existsSync(script)) return undefined;
  const { openDemoHistory } = (await import(script.href)) as { openDemoHistory: OpenDemo };
  return openDemoHistory();
}
