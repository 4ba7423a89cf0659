import { readFile } from "node:fs/promises";
import type { PastThread } from "../../core/discussion.ts";
import { fullName } from "../../core/repository-name.ts";
import type { DocsConfig } from "../../features/wiki/config.ts";
import { PastDiscussions } from "../../github/generated/documents.ts";
import type { HistoryClient, HistoryClientOptions } from "../../github/history/history-client.ts";
import { parseExport } from "../../github/history/parse-export.ts";
import { toPastThread } from "../../github/history/to-past-thread.ts";
import { createWorkerSplitter } from "../../section-thread/worker-splitter.ts";
import { docsGlob } from "../../text/docs-glob.ts";
import type { DatedPage } from "../replay/history.ts";
import { BadInputError } from "./options.ts";
import type { Progress } from "./progress.ts";
import { writeWhole } from "./write-whole.ts";

/** A repository on GitHub, and how to reach it. */
export interface Source extends Pick<HistoryClientOptions, "token" | "apiUrl"> {
  readonly owner: string;
  readonly name: string;
}

/** Threads of an export. Rejects with `BadInputError`, which names the line. */
export async function loadExport(file: string): Promise<PastThread[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new BadInputError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = parseExport(text);
  if ("problem" in parsed) throw new BadInputError(`${file}: ${parsed.problem}`);
  if (parsed.discussions.length === 0) throw new BadInputError(`${file} holds no discussions.`);
  return parsed.discussions.map(toPastThread);
}

/** All threads of a repository; kept as an export in `saveTo` where that is given. */
export async function readThreads(
  client: HistoryClient,
  { owner, name }: Source,
  saveTo: string | undefined,
  progress: Progress,
): Promise<PastThread[]> {
  const threads: PastThread[] = [];
  const lines: string[] = [];
  progress.start("Reading discussions", 0);
  for await (const { discussions, total } of client.discussions(owner, name)) {
    threads.push(...discussions.map(toPastThread));
    if (saveTo !== undefined) lines.push(...discussions.map((it) => `${JSON.stringify(it)}\n`));
    progress.update(threads.length, total);
  }
  progress.stop();
  if (threads.length === 0) throw new BadInputError(`${fullName({ owner, name })} has no discussions.`);
  if (saveTo !== undefined) writeWhole(saveTo, lines.join(""));
  return threads;
}

/** The docs of a repository's default branch as they are now. */
export async function readPages(
  client: HistoryClient,
  { owner, name }: Source,
  config: DocsConfig,
  progress: Progress,
): Promise<DatedPage[]> {
  const splitter = createWorkerSplitter();
  const pages: DatedPage[] = [];
  progress.start("Reading the docs", 0);
  try {
    for await (const { path, bytes } of client.files(owner, name, docsGlob(config))) {
      pages.push({ path, sections: await splitter.split(path, bytes) });
    }
  } finally {
    await splitter.close();
    progress.stop();
  }
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The query that makes an export. The lines before it are comments of GraphQL, so that all of it may be sent. */
export function queryHelp(): string {
  return `# Save this as export.graphql, then:
#   gh api graphql --paginate -F query=@export.graphql -F owner=OWNER -F name=REPO > export.json
#   (with -F pageSize=5 where GitHub answers 502)
#   frontdesk backtest --from-export export.json --docs path/to/checkout
${PastDiscussions.text}
`;
}
