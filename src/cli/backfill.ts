import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import type { Inbox } from "../core/inbox.ts";
import type { RecordReads } from "../core/record-reads.ts";
import { fullName } from "../core/repository-name.ts";
import { createProgress, type ProgressOptions } from "../evaluation/run/progress.ts";
import type { BackfillProgress } from "../features/timeline/progress.ts";
import type { ProgressReads } from "../features/timeline/store/progress-records.ts";
import { acceptEvent } from "../pipeline/accept.ts";
import { print, printJson } from "./terminal/print.ts";
import { quietOption } from "./terminal/quiet-option.ts";
import { toTable } from "./terminal/table.ts";
import { dataOption, findServed, withStores, type OpenStores } from "./with-stores.ts";

interface Stores {
  readonly inbox: Inbox;
  readonly records: Pick<RecordReads, "repositories">;
  readonly timelineProgress: ProgressReads;
}

interface Options extends ProgressOptions {
  readonly start?: boolean;
  readonly follow?: boolean;
  readonly data: string;
}

/** How often the store is looked into. */
const lookMs = 250;
/** After so long without a step it is said that nothing moves: the app does the work, not this command. */
const stillMs = 60_000;

/** `frontdesk backfill`: how far the history of threads is read; starts it again and follows it. */
export function register(program: Command, open: OpenStores<Stores>): void {
  program
    .command("backfill")
    .description("Show how much of the history of discussions is read; the app reads it, once for each repository.")
    .argument("[owner/repo]", "only this repository")
    .option("--start", "read it again from the start, unless it is being read")
    .option("--follow", "show how it gets on until all is read")
    .option("--json", "one JSON array")
    .addOption(quietOption())
    .addOption(dataOption())
    .action(async (name: string | undefined, options: Options) => {
      await withStores(options.data, open, async (stores) => {
        const only = await findServed(stores.records, name);
        const repositories = only ? [only] : await stores.records.repositories();
        const lines: Line[] = [];
        for (const it of repositories) lines.push(await lineOf(it, stores, options));
        if (options.json) printJson(lines);
        else if (lines.length === 0) print("No repository is served here.");
        else print(tableOf(lines));
      });
    });
}

/** How far one repository is. */
interface Line {
  readonly repository: string;
  readonly isStarted: boolean;
  readonly threads: number;
  readonly open: number;
  readonly backfill: BackfillProgress | undefined;
}

async function lineOf(repository: RepositoryRef, stores: Stores, options: Options): Promise<Line> {
  const { start, follow } = options;
  const from = new Date();
  const before = await stores.timelineProgress.findBackfill(repository);
  const isRunning = before?.phase === "open" || before?.phase === "closed";
  const isStarted = start === true && !isRunning;
  if (isStarted) await startAgain(repository, stores.inbox, from);
  if (follow) await followOf(repository, stores, isStarted ? from : undefined, options);
  const now = await stores.timelineProgress.findBackfill(repository);
  const counts = await stores.timelineProgress.countThreads(repository);
  return { repository: fullName(repository), isStarted: isStarted && !follow, ...counts, backfill: now };
}

function tableOf(lines: readonly Line[]): string {
  return toTable(lines, [
    { title: "repository", of: ({ repository }) => repository },
    { title: "threads", of: ({ threads }) => threads },
    { title: "open", of: ({ open }) => open },
    { title: "its history", of: ({ isStarted, backfill }) => (isStarted ? "starts again" : inWords(backfill)) },
  ]);
}

async function startAgain(repository: RepositoryRef, inbox: Inbox, now: Date): Promise<void> {
  const event = { kind: "backfill-threads", repository, cursor: undefined, again: true } as const;
  // The app looks into its inbox every few seconds.
  await acceptEvent(`backfill:${randomUUID()}`, event, { inbox, clock: () => now, wake: () => undefined });
}

/** Shows a bar, where somebody sits before a terminal, until all is read. `since`: by a run that began then or later. */
async function followOf(
  repository: RepositoryRef,
  { timelineProgress }: Stores,
  since: Date | undefined,
  options: ProgressOptions,
): Promise<void> {
  const progress = createProgress(process.stderr, options);
  progress.start(`Reading the history of ${fullName(repository)}`, 0);
  let told: string | undefined;
  for (let last = Date.now(), seen = ""; ; await sleep(lookMs)) {
    const now = await timelineProgress.findBackfill(repository);
    const isMeant = now !== undefined && (since === undefined || Date.parse(now.updatedAt) >= since.getTime());
    if (isMeant) progress.update(now.read, Math.max(now.total, now.read));
    if (isMeant && (now.phase === "done" || now.phase === "off")) break;
    if (now?.updatedAt !== seen) [last, seen] = [Date.now(), now?.updatedAt ?? ""];
    const note = noteOn(now, Date.now() - last);
    if (note !== undefined && note !== told) progress.say(note);
    told = note ?? told;
  }
  progress.stop();
}

function noteOn(now: BackfillProgress | undefined, stillFor: number): string | undefined {
  if (now?.waitsUntil !== undefined && Date.parse(now.waitsUntil) > Date.now()) {
    return `It goes on at ${now.waitsUntil}: what is left of this hour's points is for those who wait for an answer.`;
  }
  return stillFor > stillMs ? "Nothing has moved for a minute. Is the app running?" : undefined;
}

function inWords(progress: BackfillProgress | undefined): string {
  if (!progress) return "is not begun";
  const { phase, read, total, updatedAt, waitsUntil } = progress;
  if (phase === "off") return "is not wanted by the config";
  if (phase === "done")
    return `is read: ${read} discussions, the last on ${updatedAt.slice(0, 16).replace("T", " ")} UTC`;
  const pause = waitsUntil === undefined ? "" : `, waits until ${waitsUntil}`;
  return `is being read: ${read} of ${total} discussions, now the ${phase} ones${pause}`;
}
