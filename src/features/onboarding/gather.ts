import { configPath } from "../../config/schema.ts";
import type { BacktestSummary } from "../../core/backtester.ts";
import type { PastThread, RepositoryRef } from "../../core/discussion.ts";
import type { PageRef } from "../../core/knowledge.ts";
import type { Language } from "../../core/language.ts";
import type { RepositorySetup } from "../../core/repository-setup.ts";
import { siteFiles } from "../../docs-site/resolve-site.ts";
import { findFiles } from "../../onboarding/find-files.ts";
import { pickCategories } from "../../onboarding/pick-categories.ts";
import { formFolder, type Finds } from "../../onboarding/repository-finds.ts";
import { docsOf } from "../../onboarding/to-config.ts";
import { decodeText } from "../../text/decode-page.ts";
import { docsGlob } from "../../text/docs-glob.ts";
import { isChinese } from "../../words/is-chinese.ts";
import type { OnboardingRecord } from "./onboarding-record.ts";
import { onboardingBranch } from "./proposal.ts";
import type { ReadsWithOnboarding } from "./reads.ts";

/** Threads that are read to be replayed, the newest; and questions among them that are told one by one. */
const maxThreads = 300;
const maxTold = 20;

/** Docs that are read for it: what is beyond counts as not there. */
const maxPages = 1_000;
const maxBytes = 10_000_000;

/** No config of a site generator that a person wrote is larger. */
const maxConfigBytes = 512 * 1024;

/** What a repository's pull request is made of, or what stands against one. */
export type OnboardingFacts =
  | { readonly found: "nothing-to-do"; readonly because: string }
  | { readonly found: "config" }
  | { readonly found: "pull-request"; readonly number: number }
  | { readonly found: "hindrance"; readonly because: string }
  | {
      readonly found: "repository";
      readonly base: { readonly name: string; readonly head: string };
      readonly finds: Finds;
      /** Discussions that were read, of how many. */
      readonly threads: number;
      readonly total: number;
      /** In which the newest of them are written; English where they are in several. */
      readonly language: Language;
      /** Docs that were read, of how many. */
      readonly pages: { readonly read: number; readonly total: number };
      /** Undefined where the replay took too long. */
      readonly backtest: BacktestSummary | undefined;
    };

/** Asks first what may end it, cheapest first, and reads the repository then. */
export async function gatherOnboarding(
  repository: RepositoryRef,
  record: OnboardingRecord | undefined,
  reads: ReadsWithOnboarding,
): Promise<OnboardingFacts> {
  const { github } = reads;
  if (reads.isOnboarding !== true) return { found: "nothing-to-do", because: "onboarding is off" };
  if (record?.state !== "waiting" && record?.state !== "left-out") {
    return { found: "nothing-to-do", because: `it is ${record?.state ?? "not added yet"}` };
  }
  const texts = await github.configTexts(repository, configPath);
  if (texts.some(({ text }) => text !== undefined)) return { found: "config" };
  const setup = await github.repositorySetup(repository);
  if (setup.isArchived) return { found: "hindrance", because: "it is archived" };
  if (!setup.hasDiscussions) return { found: "hindrance", because: "its discussions are turned off" };
  const { base, branch, pullRequest } = await github.findProposal(repository, onboardingBranch);
  if (pullRequest) return { found: "pull-request", number: pullRequest.number };
  if (base === undefined) return { found: "hindrance", because: "it is empty: it has no default branch" };
  if (branch && branch.others.length > 0) {
    return { found: "hindrance", because: `its branch ${onboardingBranch} was made by somebody else` };
  }
  const tree = await github.tree(repository, base.head);
  const finds = await findAll(repository, base.head, { tree, setup, reads });
  return { found: "repository", base, finds, ...(await replay(repository, base.head, { tree, finds, reads })) };
}

interface Found {
  readonly tree: readonly (PageRef & { readonly size: number })[];
  readonly reads: ReadsWithOnboarding;
}

async function findAll(
  repository: RepositoryRef,
  head: string,
  { tree, setup, reads: { github } }: Found & { readonly setup: RepositorySetup },
): Promise<Finds> {
  const paths = tree.map(({ path }) => path);
  const named = new Set(siteFiles(paths, "auto"));
  const wanted = tree.filter(({ path, size }) => named.has(path) && size <= maxConfigBytes);
  const texts = new Map<string, string>();
  for await (const { path, bytes } of github.contents(repository, head, wanted)) texts.set(path, decodeText(bytes));
  const files = findFiles({ paths, text: (path) => texts.get(path) });
  const picked = pickCategories(setup.categories);
  const { isArchived: _, hasDiscussions: __, ...found } = setup;
  // A form in the owner's `.github` repository serves all that have none.
  const firsts = [picked.questions[0], picked.ideas[0]].filter((it) => it !== undefined);
  const shared: string[] = [];
  for (const slug of firsts) {
    const forms = await github.configTexts(repository, `${formFolder}/${slug}.yml`);
    if (forms.some(({ text }) => text !== undefined)) shared.push(slug);
  }
  return { ...files, ...found, ...picked, forms: [...files.forms, ...shared] };
}

async function replay(
  repository: RepositoryRef,
  head: string,
  { tree, finds, reads: { github, splitter, backtester } }: Found & { readonly finds: Finds },
) {
  const { threads, total } = await github.newestThreads(repository, maxThreads);
  const isDocs = docsGlob(docsOf(finds));
  const all = tree.filter(({ path }) => isDocs(path));
  const some = within(all);
  const pages = [];
  if (threads.length > 0) {
    for await (const { path, bytes } of github.contents(repository, head, some)) {
      pages.push({ path, sections: await splitter.split(path, bytes) });
    }
  }
  const { owner, name } = repository;
  const url = await github.repositoryUrl(repository);
  const past = {
    webUrl: url.slice(0, -`/${owner}/${name}`.length),
    owner,
    name,
    threads,
    pages,
    ...(finds.questions.length > 0 && { categories: finds.questions }),
    told: maxTold,
  };
  const backtest = await backtester.backtest(past);
  const language = languageOf(threads.slice(0, maxTold));
  return { threads: threads.length, total, language, pages: { read: some.length, total: all.length }, backtest };
}

/** Two in three are clearly most. */
function languageOf(threads: readonly PastThread[]): Language {
  const chinese = threads.filter(isChinese).length;
  return chinese > 0 && 3 * chinese >= 2 * threads.length ? "zh-CN" : "en";
}

/** As many as may be read at once, the first by path. */
function within<File extends { readonly size: number }>(files: readonly File[]): File[] {
  let bytes = 0;
  return files.slice(0, maxPages).filter(({ size }) => (bytes += size) <= maxBytes);
}
