import { existsSync } from "node:fs";
import { type DemoOptions, DemoUnavailableError } from "../src/cli/demo.ts";
import { createLog } from "../src/web/create-log.ts";
import { readableLog } from "./readable-log.ts";
import type { runPostgresDemo, RunningPostgresDemo } from "./postgres/run-postgres-demo.ts";
import { runDemo, type RunningDemo } from "./run-demo.ts";

/** A stop that takes longer is ended; what was accepted is on disk by then. */
const STOP_TIMEOUT_MS = 4000;
/** Two apps and a server of databases. */
const POSTGRES_STOP_TIMEOUT_MS = 20_000;
const PARENT_CHECK_MS = 250;

/**
 * `frontdesk demo`: runs until a signal ends it. Rejects with `AddressError` where the port is taken, and
 * with `DemoUnavailableError` where a part of it is not installed.
 */
export async function demo(options: DemoOptions): Promise<void> {
  const output = options.json ? process.stderr : process.stdout;
  if (options.postgres === true) {
    const running = await (
      await loadPostgresDemo()
    )(
      options,
      (line) => void output.write(`${line}\n`),
      (stop) => stopOnSignal(stop, POSTGRES_STOP_TIMEOUT_MS),
    );
    process.stdout.write(options.json ? toJsonLine(running) : toWelcome(running, undefined) + toProcesses(running));
    return;
  }
  const log = createLog("info", readableLog(output));
  const running = await runDemo(options, log, stopOnSignal);
  process.stdout.write(options.json ? toJsonLine(running) : toWelcome(running, options.data));
}

/** The published package brings no PostgreSQL to start. */
async function loadPostgresDemo(): Promise<typeof runPostgresDemo> {
  if (!existsSync(new URL("postgres/", import.meta.url))) {
    throw new DemoUnavailableError(
      "--postgres starts a PostgreSQL server, which comes with a checkout of Frontdesk, not with the package.",
    );
  }
  return (await import("./postgres/run-postgres-demo.ts")).runPostgresDemo;
}

function stopOnSignal(stop: () => Promise<void>, timeoutMs = STOP_TIMEOUT_MS): void {
  let isStopping = false;
  const stopOnce = (): void => {
    // Ctrl+C reaches npm and us, and npm passes it on: the second one means the same stop.
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), timeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(`The stop did not go well: ${String(error)}\n`),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // What brings PostgreSQL would end us at once, with all that runs (async-exit-hook).
    process.removeAllListeners(signal);
    process.on(signal, stopOnce);
  }
  if (process.env["npm_lifecycle_event"] !== undefined) stopWithShell(stopOnce);
}

/** npm passes signals to the shell that started us. A shell that dies of one tells nobody, but we get another parent. */
function stopWithShell(stop: () => void): void {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) stop();
  }, PARENT_CHECK_MS).unref();
}

function fail(message: string): void {
  process.stderr.write(message);
  process.exit(1);
}

/** The one line that scripts read. */
export function toJsonLine(demo: RunningDemo | RunningPostgresDemo): string {
  const { github, app, dashboard, repository, people } = demo;
  const processes = "processes" in demo ? { processes: demo.processes } : {};
  const tokens = Object.fromEntries(Object.entries(people).map(([part, { token }]) => [part, token]));
  return `${JSON.stringify({ github, app, dashboard, repository, tokens, ...processes })}\n`;
}

/** What a person reads of two processes: how to see who does what, and what to try. */
export function toProcesses({ processes, databaseUrl }: RunningPostgresDemo): string {
  const [first] = processes;
  return `  Two processes share the work on one PostgreSQL; the first word of each line above and below says which one did it.

${processes.map(({ name, pid, url }) => `  ${name}   process ${pid}, by itself at ${url}`).join("\n")}
  The database   ${databaseUrl}

  Try it: ask something, and at once   kill -9 ${first?.pid}
    The other one answers within fifteen seconds, once. The one that was killed is started again after some seconds.
    The clock of GitHub is not theirs here, so that moving it does not move them.

`;
}

/** What a person reads: where to look, whom to be, what to try. Without a folder nothing is kept. */
export function toWelcome(
  { github, app, dashboard, repository, people }: RunningDemo,
  data: string | undefined,
): string {
  const { asker, helper, maintainer, stranger } = people;
  return `
  Frontdesk is at work in ${repository}.

  How support goes   ${dashboard}

  Look around     ${github}/${repository}
  Discussions     ${github}/${repository}/discussions
  Ask something   ${github}/${repository}/discussions/new?category=q-a
  Webhooks        ${github}/-/deliveries
  The clock       ${github}/-/clock    move it forward and see what falls due
  The calendar    ${app}/calendar/${repository}.ics    its office hours
  The app         ${app}

  How support went in the last quarter: follow any number to its threads. Look for the week in which nobody was there,
  for what grew since, and for the questions that nothing answered. Everybody may see it; sign in as ${maintainer.login} for
  the inbox.

  At the top of each page of the project, choose whom to act as:
    ${asker.login} asks, ${helper.login} helps (triage), ${maintainer.login} maintains, ${stranger.login} has no role.

  Try it: ask "How do I share the build cache with CI?" and watch the thread, or meet a known bug:
    "The agent does not start after a reboot". As ${helper.login}, comment /promote-faq in an answered discussion;
    as ${maintainer.login}, merge the pull request that comes, and ask the same again. Move the clock to the next
    working day and on by hours: what nobody answers is due soon, then overdue, and the issue "Support: who waits on
    whom" shows it. Where neither helps, /office-hours in the discussion books a slot, and says what is to be tried
    before; move the clock on until it is over, and comment /outcome with what came of it. In a feature request it is
    /meeting.

  ${data === undefined ? "Nothing is kept." : `Kept in ${data}; --fresh begins anew.`} Stop with Ctrl+C.

`;
}
