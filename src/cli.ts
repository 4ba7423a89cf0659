import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { register as registerBackfill } from "./cli/backfill.ts";
import { register as registerBacktest } from "./cli/backtest.ts";
import type { OpenDemo } from "./evaluation/run/load-history.ts";
import { register as registerCheckConfig } from "./cli/check-config.ts";
import { register as registerClock } from "./cli/clock.ts";
import { register as registerFaq } from "./cli/faq.ts";
import { register as registerInbox } from "./cli/inbox.ts";
import { register as registerIndexDocs } from "./cli/index-docs.ts";
import { register as registerRank } from "./cli/rank.ts";
import { register as registerRequests } from "./cli/requests.ts";
import { register as registerRota } from "./cli/rota.ts";
import { register as registerShadow } from "./cli/shadow.ts";
import { writeErr, writeOut } from "./cli/terminal/print.ts";

/** `frontdesk <command>`: each command lives in its own file in `cli/`. What is heavy to load is loaded when it is used. */
const program = new Command("frontdesk")
  .description("Technical support on GitHub Discussions.")
  .configureOutput({ writeOut, writeErr })
  .showHelpAfterError("(frontdesk --help lists the commands)");

program
  .command("start")
  .description("Run the app; settings come from environment variables (docs/operating.md).")
  .action(async () => {
    const { main } = await import("./main.ts");
    await main();
  });
registerInbox(program, openStores);
registerShadow(program, openStores);
registerRequests(program, openStores);
registerBackfill(program, openStores);
registerIndexDocs(program);
registerCheckConfig(program);
registerClock(program);
registerFaq(program, openStores);
registerRank(program);
registerRota(program);
registerBacktest(program, openDemo, openStores);

// Whoever reads us through a pipe may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  // One line for the operator; FRONTDESK_DEBUG=1 shows where it came from.
  const isDebug = process.env["FRONTDESK_DEBUG"] === "1";
  writeErr(`${error instanceof Error ? (isDebug && error.stack) || error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** The stores of a data folder; undefined where there is no database. */
async function openStores(dataFolder: string) {
  // Opening would make an empty one.
  if (!existsSync(join(dataFolder, "frontdesk.db"))) return undefined;
  const { composeStores } = await import("./compose.ts");
  return composeStores({ dataFolder, webUrl: "https://github.com" }, () => new Date());
}

/** The demo's GitHub; undefined in the published package, which comes without it. */
async function openDemo() {
  const script = new URL("../demo/open-demo-history.ts", import.meta.url);
  if (!existsSync(script)) return undefined;
  const { openDemoHistory } = (await import(script.href)) as { openDemoHistory: OpenDemo };
  return openDemoHistory();
}
