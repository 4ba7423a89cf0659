import type { Role } from "../../core/discussion.ts";
import type { Clock } from "../../core/clock.ts";
import { BadInputError } from "../../evaluation/run/options.ts";
import { createProgress, type Progress } from "../../evaluation/run/progress.ts";
import { mustBeWritable, writeWhole } from "../../evaluation/run/write-whole.ts";
import { createHistoryClient, type HistoryClient } from "../../github/history/history-client.ts";
import { renderExport } from "../../thread-export/render-export.ts";
import type { ExportedRoles } from "../../thread-export/exported-thread.ts";
import { toExported } from "./to-exported.ts";
import { UnfinishedExport } from "./unfinished-export.ts";
import { tokenIn } from "../token-in.ts";

/** What was asked for. */
export interface ExportOptions {
  readonly repository: string;
  readonly out: string;
  readonly apiUrl: string;
  /** Begin anew, whatever an earlier run has read. */
  readonly fresh?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What was done. */
export interface ExportDone {
  readonly repository: string;
  readonly file: string;
  readonly discussions: number;
  /** Of GitHub's 5,000 an hour. */
  readonly points: number;
  readonly hasRoles: boolean;
}

/** What is around it. */
export interface ExportContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly err: NodeJS.WriteStream | NodeJS.WritableStream;
  readonly clock: Clock;
}

/**
 * Reads all discussions of a repository into a file. What was read stays, however it ends: run again, it goes on from
 * there. Rejects with `BadInputError` for what whoever typed it can mend, and with the errors of GitHub's ports.
 */
export async function runExport(options: ExportOptions, { env, err, clock }: ExportContext): Promise<ExportDone> {
  const source = sourceOf(options, env);
  mustBeWritable(options.out);
  const progress = createProgress(err, options);
  const unfinished = new UnfinishedExport(options.out);
  const quiet = () => undefined;
  const client = createHistoryClient({
    ...source,
    clock,
    onWait: (until, reason) => progress.say(`Waiting until ${until.toISOString()}. ${reason}`),
    log: { debug: quiet, info: quiet, warn: (line) => progress.say(line), error: quiet },
  });
  const { pages, exportedAt } = await readPages(client, source, { options, unfinished, progress, clock });
  const roles = await client.roles(source.owner, source.name);
  const threads = pages.flatMap((it) => it.threads);
  writeWhole(
    options.out,
    renderExport({
      repository: options.repository,
      exportedAt,
      threads,
      ...(roles && { roles: toExportedRoles(roles) }),
    }),
  );
  unfinished.remove();
  const points = pages.reduce((sum, it) => sum + it.points, 0);
  progress.say(
    `${threads.length} discussions are in ${options.out}. That took ${points} points of GitHub's 5,000 an hour.`,
  );
  if (!roles)
    progress.say(
      "Roles are not in it: the token may not list who has one. Reports go by what GitHub says of people's part.",
    );
  const { repository, out: file } = options;
  return { repository, file, discussions: threads.length, points, hasRoles: roles !== undefined };
}

type Source = ReturnType<typeof sourceOf>;

interface Around {
  readonly options: ExportOptions;
  readonly unfinished: UnfinishedExport;
  readonly progress: Progress;
  readonly clock: Clock;
}

async function readPages(
  client: HistoryClient,
  { owner, name, apiUrl }: Source,
  { options, unfinished, progress, clock }: Around,
) {
  const of = { repository: options.repository, apiUrl };
  const known = options.fresh ? undefined : unfinished.find(of);
  const startedAt = known?.startedAt ?? clock().toISOString();
  const pages = [...(known?.pages ?? [])];
  unfinished.begin({ ...of, startedAt }, pages);
  let read = pages.reduce((sum, { threads }) => sum + threads.length, 0);
  if (read > 0) {
    progress.say(`Going on behind ${read} discussions, read since ${startedAt}. With --fresh, all are read anew.`);
  }
  const last = pages.at(-1);
  progress.start("Reading discussions", 0);
  try {
    // All pages may be there, and the end have come before the file.
    const isRead = last !== undefined && last.next === undefined;
    for await (const { discussions, total, next, points } of isRead ? [] : client.exported(owner, name, last?.next)) {
      const threads = discussions.map((it) => ({ ...toExported(it) }));
      const page = { ...(next !== undefined && { next }), points, threads };
      unfinished.add(page);
      pages.push(page);
      read += threads.length;
      progress.update(read, total);
    }
  } catch (error) {
    if (read > 0) progress.say(`${read} discussions are kept: the same command goes on behind them.`);
    throw error;
  } finally {
    progress.stop();
  }
  // What changed while it was read is as it was when its page was: nothing in it is later than the end.
  return { pages, exportedAt: clock() };
}

function sourceOf({ repository, apiUrl }: ExportOptions, env: ExportContext["env"]) {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/u.exec(repository) ?? [];
  if (owner === undefined || name === undefined) throw new BadInputError(`"${repository}" is not owner/repo.`);
  const token = tokenIn(env);
  if (!token) throw new BadInputError("Set FRONTDESK_TOKEN or GITHUB_TOKEN to a token that may read discussions.");
  return { owner, name, token, apiUrl: apiUrl.replace(/(?<!\/)\/+$/u, "") };
}

/** Whoever is not named may read at most. */
function toExportedRoles(roles: ReadonlyMap<string, readonly Role[]>): ExportedRoles {
  const named = [...roles].filter(([, it]) => it.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(named.map(([login, it]) => [login, it.includes("maintainer") ? "write" : "triage"]));
}
