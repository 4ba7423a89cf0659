import { siteFilesOf } from "../../cli/site-of-folder.ts";
import type { Config } from "../../config/schema.ts";
import type { PastThread } from "../../core/discussion.ts";
import type { DocsSite } from "../../core/docs-site.ts";
import type { PageHome } from "../../core/page-url.ts";
import type { Clock } from "../../core/clock.ts";
import { fullName } from "../../core/repository-name.ts";
import { resolveSite } from "../../docs-site/resolve-site.ts";
import type { DatedPage, History } from "../replay/history.ts";
import { BadInputError, type BacktestOptions } from "./options.ts";
import { loadDocs } from "./load-docs.ts";
import { loadExport, readPages, readThreads, type Source } from "./load-threads.ts";
import type { Progress } from "./progress.ts";

/** Starts the demo's GitHub with its project in it; undefined where the demo is not installed. */
export type OpenDemo = () => Promise<(Source & { close(): Promise<void> }) | undefined>;

interface LoadContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly openDemo: OpenDemo;
}

/** Reads what is to be replayed from where the options say. Rejects with `BadInputError` or `GoneError`. */
export async function loadHistory(
  options: BacktestOptions,
  config: Config,
  around: LoadContext,
  progress: Progress,
): Promise<History> {
  const { threads, pages } = await loadAll(options, config, around, progress);
  return { home: homeOf(threads, await siteOf(options, config, pages)), threads, pages };
}

/** Where the docs are published. What a site generator's files say is known of a folder of docs alone. */
async function siteOf(
  { docs }: BacktestOptions,
  { docs: { site } }: Config,
  pages: readonly DatedPage[],
): Promise<DocsSite | undefined> {
  if (site === undefined) return undefined;
  const none = { paths: [], text: () => undefined };
  const files = docs === undefined ? none : await siteFilesOf(docs, site.generator);
  return resolveSite(
    site,
    files,
    pages.map(({ path }) => path),
  );
}

interface Loaded {
  readonly threads: readonly PastThread[];
  readonly pages: readonly DatedPage[];
}

async function loadAll(
  options: BacktestOptions,
  config: Config,
  around: LoadContext,
  progress: Progress,
): Promise<Loaded> {
  const { repository, fromExport, demo, saveExport } = options;
  const sources = [repository, fromExport, demo].filter((it) => it !== undefined && it !== false);
  if (sources.length !== 1) throw new BadInputError("Name one source: owner/repo, --from-export <file>, or --demo.");
  if (fromExport !== undefined) {
    if (saveExport !== undefined) throw new BadInputError("--save-export is for what is read from GitHub.");
    return { threads: await loadExport(fromExport), pages: (await docsFolder(options, config, progress)) ?? [] };
  }
  if (repository !== undefined)
    return readSource(toSource(repository, options, around), options, config, around, progress);
  const source = await around.openDemo();
  if (!source)
    throw new BadInputError("The demo is not installed here: npm install without --omit=optional brings it.");
  try {
    return await readSource(source, options, config, around, progress);
  } finally {
    await source.close();
  }
}

function toSource(repository: string, { apiUrl }: BacktestOptions, { env }: LoadContext): Source {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/u.exec(repository) ?? [];
  if (owner === undefined || name === undefined) throw new BadInputError(`"${repository}" is not owner/repo.`);
  const token = env["FRONTDESK_TOKEN"] || env["GITHUB_TOKEN"];
  if (!token) {
    throw new BadInputError("Set FRONTDESK_TOKEN or GITHUB_TOKEN to a token that may read discussions and contents.");
  }
  return { owner, name, token: token.trim(), apiUrl: apiUrl.replace(/(?<!\/)\/+$/u, "") };
}

async function readSource(
  source: Source,
  options: BacktestOptions,
  config: Config,
  { clock }: LoadContext,
  progress: Progress,
): Promise<Loaded> {
  const { createHistoryClient } = await import("../../github/history/history-client.ts");
  const quiet = () => undefined;
  const client = createHistoryClient({
    ...source,
    clock,
    onWait: (until, reason) => progress.say(`ResponseTimes until ${until.toISOString()}. ${reason}`),
    log: { debug: quiet, info: quiet, warn: (line) => progress.say(line), error: quiet },
  });
  const threads = await readThreads(client, source, options.saveExport, progress);
  const pages =
    (await docsFolder(options, config, progress)) ?? (await readPages(client, source, config.docs, progress));
  return { threads, pages };
}

/** Undefined where no folder is named. */
async function docsFolder(
  options: BacktestOptions,
  config: Config,
  progress: Progress,
): Promise<DatedPage[] | undefined> {
  if (options.docs === undefined) return undefined;
  const docs = {
    folder: options.docs,
    root: options.docsRoot,
    config: options.config === undefined ? undefined : config.docs,
  };
  return loadDocs(docs, progress);
}

const address = /^(https?:\/\/[^/\s]+(?:\/[^/\s]+)*?)\/([^/\s]+)\/([^/\s]+)\/discussions\/\d+$/u;

/** The repository that discussions stand in, by their addresses. Rejects with `BadInputError` where they tell none or several. */
function homeOf(threads: readonly PastThread[], site: PageHome["site"]): PageHome {
  const names = new Map<string, PageHome>();
  for (const { url, number } of threads) {
    const [, webUrl, owner, name] = address.exec(url) ?? [];
    if (webUrl === undefined || owner === undefined || name === undefined) {
      throw new BadInputError(`Discussion ${number} has an address that is none of a discussion: ${url.slice(0, 200)}`);
    }
    names.set(fullName({ owner, name }).toLowerCase(), { webUrl, owner, name, site });
  }
  const [home, ...others] = names.values();
  if (home === undefined) throw new BadInputError("There are no discussions.");
  if (others.length > 0) {
    throw new BadInputError(
      `The discussions are of several repositories: ${[...names.keys()].slice(0, 5).join(", ")}.`,
    );
  }
  return home;
}
