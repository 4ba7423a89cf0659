import { appendFileSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import type { ActionReport, ActionRun, RunAction } from "./action/action-report.ts";
import { readRun } from "./action/read-run.ts";
import { toSummary } from "./action/to-summary.ts";
import { howToMend, verdictOf, type Verdict } from "./action/verdict.ts";
import { toOutputs, WorkflowCommands } from "./action/workflow-commands.ts";
import { whySkipped } from "./action/workflow-events.ts";
import { errorLine } from "../core/log.ts";
import type { HandledDelivery } from "../pipeline/handled-since.ts";
import { exitCodeOf } from "./exit-code-of.ts";
import { exitCodes } from "./exit-codes.ts";
import { plain } from "./terminal/plain.ts";
import { writeOut } from "./terminal/print.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** `frontdesk action`: what action.yml runs, in a job of GitHub Actions. Everything comes by environment variables. */
export function register(program: Command, runAction: RunAction): void {
  program
    .command("action")
    .description(
      "Handle the event of a GitHub Actions workflow, and end: what action.yml runs (docs/how-to/actions.md).",
    )
    .action(async () => {
      process.exitCode = await act(process.env, runAction, writeOut);
    });
}

/** The whole of it, as a function of the environment and of where it prints. Answers with the exit code. */
export async function act(variables: Variables, runAction: RunAction, write: (text: string) => void): Promise<number> {
  const commands = new WorkflowCommands(write);
  const found = readRun(variables, (path) => readFileSync(path, "utf8"));
  if ("problem" in found) {
    commands.annotate("error", "Frontdesk", found.problem);
    return exitCodes.wrongUse;
  }
  const { run } = found;
  commands.mask(run.token);
  for (const { url } of run.chat) commands.mask(url);
  commands.stop();
  const skipped = whySkipped(run);
  if (skipped !== undefined) {
    tell(variables, { run, report: undefined, verdict: { state: "skipped", says: skipped }, commands, write });
    return exitCodes.done;
  }
  try {
    const report = await runAction(run, write);
    const verdict = verdictOf(report);
    tell(variables, { run, report, verdict, commands, write });
    return isBad(verdict) ? exitCodes.failed : exitCodes.done;
  } catch (error) {
    const says = errorLine(error);
    const mend = howToMend(says);
    const verdict: Verdict = { state: "failed", says, ...(mend !== undefined && { mend }) };
    tell(variables, { run, report: undefined, verdict, commands, write });
    return exitCodeOf(error);
  }
}

interface Told {
  readonly run: ActionRun;
  readonly report: ActionReport | undefined;
  readonly verdict: Verdict;
  readonly commands: WorkflowCommands;
  readonly write: (text: string) => void;
}

function tell(variables: Variables, { run, report, verdict, commands, write }: Told): void {
  const place = { event: run.event, url: urlOf(run) };
  append(variables["GITHUB_STEP_SUMMARY"], `${toSummary(place, verdict, report)}\n`);
  const lines = report?.dry ?? report?.own?.plans ?? [];
  // A job that failed is run again when its cause is mended: it is not to find its event done.
  const mayRunAgain = report?.own !== undefined && isBad(verdict);
  const isKept = report !== undefined && !run.isDry && run.isOnDefaultBranch && !mayRunAgain;
  append(
    variables["GITHUB_OUTPUT"],
    toOutputs({
      state: verdict.state,
      outcome: verdict.says,
      plan: JSON.stringify(lines),
      "save-data": String(isKept),
    }),
  );
  write(`${plain(`${verdict.state}: ${verdict.says}`)}\n`);
  for (const { what, outcome, plans } of report?.handled ?? [])
    if (plans.length > 0) write(`${plain(`${what}: ${outcome}`)}\n`);
  if (report?.startedAnew !== undefined) {
    commands.annotate("warning", "Frontdesk started anew", report.startedAnew);
  }
  const text = verdict.mend === undefined ? verdict.says : `${verdict.says}\n\nTo mend it: ${verdict.mend}`;
  for (const it of report?.handled ?? []) warnOf(it, report, commands);
  if (isBad(verdict)) commands.annotate("error", "Frontdesk", text);
  else if (verdict.state === "waiting") commands.annotate("warning", "Frontdesk", text);
}

/** What else went wrong is no fault of the event, and somebody should know. */
function warnOf(it: HandledDelivery, report: ActionReport | undefined, commands: WorkflowCommands): void {
  if (it.id === report?.own?.id || (it.shortfall !== "refused" && it.state !== "dead")) return;
  const mend = howToMend(it.outcome);
  const text = `${it.what}: ${it.outcome}${mend === undefined ? "" : `\n\nTo mend it: ${mend}`}`;
  commands.annotate("warning", "Frontdesk", text);
}

function isBad({ state }: Verdict): boolean {
  return state === "refused" || state === "failed";
}

/** The page of what the event is about, where it is on this GitHub. */
function urlOf({ payload, webUrl, repository }: ActionRun): string | undefined {
  const { comment, discussion, issue, pull_request: pull } = Object(payload) as Readonly<Record<string, unknown>>;
  for (const it of [comment, discussion, issue, pull]) {
    const { html_url: url } = Object(it) as { readonly html_url?: unknown };
    const isOurs = typeof url === "string" && url.startsWith(`${webUrl}/${repository.owner}/${repository.name}/`);
    if (isOurs && /^[\w:/.#-]+$/u.test(url)) return url;
  }
  return undefined;
}

function append(path: string | undefined, text: string): void {
  if (path !== undefined && path !== "") appendFileSync(path, text);
}
