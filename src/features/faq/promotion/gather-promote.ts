import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { isRefusal, type FoundEntry } from "../../../core/faq-editor.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import { cleanTitle } from "../../../faq-file/question-title.ts";
import { toRepositoryPath } from "../../../text/repository-path.ts";
import { collectingBranch, FaqConfig, noFaqPath } from "../config.ts";
import { entryElsewhere, wrongOption } from "../messages/promote-faq.ts";
import { fileLeftAsItIs } from "../messages/pull-request.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { answerDigest } from "./answer-digest.ts";
import { findAccount, gatherBranchContents, type BranchContents } from "./branch-contents.ts";
import { readEntryFiles, type EntryFiles } from "./entry-files.ts";
import { knownPromotion } from "./known-promotion.ts";
import { isNotPromotable, promotableAnswer, type Promotable } from "./promotable-answer.ts";
import type { PromoteOptions } from "./promote-options.ts";
import type { Promotion } from "./promotion.ts";
import { sameQuestions, type SameQuestion } from "./same-questions.ts";
import type { LanguageSettings } from "../../../words/locale-of.ts";

/** The facts that `/promote-faq` is decided from. */
export interface PromoteFacts {
  /** Number of the discussion. */
  readonly thread: number;
  readonly options: PromoteOptions;
  readonly promotable: Promotable;
  readonly files: EntryFiles;
  readonly branchContents: BranchContents;
  readonly account: number | undefined;
  /** What was promoted from this thread before. */
  readonly earlier: Promotion | undefined;
  /** The thread's entry, as an open pull request has it or else the default branch. */
  readonly own: FoundEntry | undefined;
  /** Other entries that seem to answer the same; none where somebody said what to do about them. */
  readonly same: readonly SameQuestion[];
}

/**
 * Reads all that `/promote-faq` needs. Throws a `UserError` where the answer or the file cannot be promoted. At most
 * 4 points and 5 REST requests, and what the finder takes.
 */
export async function gatherPromote(
  repository: RepositoryRef,
  thread: Thread,
  options: PromoteOptions,
  {
    reads,
    config,
    now,
    language,
  }: {
    readonly reads: ReadsWithFaq;
    readonly config: FaqConfig;
    readonly now: Date;
    readonly language: LanguageSettings;
  },
): Promise<PromoteFacts> {
  const named = options.answer === undefined ? undefined : commentAt(thread, options.answer);
  const promotable = promotableAnswer(thread, named, config);
  if (isNotPromotable(promotable)) throw new UserError(promotable.message);
  const earlier = (await knownPromotion(repository, thread.number, reads))?.promotion;
  const path = pathOf(options.file ?? earlier?.file ?? config.file);
  const isUnderWay = earlier?.state === "proposed" || earlier?.state === "published";
  if (isUnderWay && earlier.file !== path) throw new UserError(entryElsewhere(earlier));
  const branch = earlier?.state === "proposed" ? earlier.branch : branchOf(thread.number, path, config);
  const files = await readEntryFiles(repository, { path, branch, mdx: config.mdx, language }, reads);
  if (isRefusal(files)) throw new UserError(fileLeftAsItIs(path, files.refused));
  const [branchContents, account] = await Promise.all([
    gatherBranchContents(repository, files, thread.number, { reads, config, now }),
    findAccount(repository, promotable.answer.author?.login, reads),
  ]);
  const { number, title } = thread;
  const own = await ownEntry(files, number);
  const isSettled = own !== undefined || options.force || options.update !== undefined;
  const question = options.question ?? cleanTitle(title);
  const same = isSettled ? [] : await sameQuestions(repository, { number, question, files }, reads);
  return { thread: number, options, promotable, files, branchContents, account, earlier, own, same };
}

async function ownEntry({ path, ours, base, editor }: EntryFiles, thread: number): Promise<FoundEntry | undefined> {
  for (const text of [ours, base]) {
    const found = text === undefined ? undefined : await editor.work({ do: "find", path, text, which: { thread } });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The id of the comment with this address. */
function commentAt({ comments }: Thread, address: string): string {
  const wanted = /#discussioncomment-\d+$/u.exec(address)?.[0];
  const found = comments.find(({ url }) => wanted !== undefined && url.endsWith(wanted));
  if (found !== undefined) return found.id;
  throw new UserError(wrongOption.answer);
}

/** The branch of a promotion. All promotions on one branch are of one file, so that it can be rebased as a whole. */
function branchOf(number: number, path: string, { collect, file }: FaqConfig): string {
  if (!collect) return `faq/discussion-${number}`;
  return path === file ? collectingBranch : `${collectingBranch}-${answerDigest(path).slice(0, 6)}`;
}

/** The same rules as in the config, for a path that a person typed. */
function pathOf(typed: string): string {
  const path = toRepositoryPath(typed);
  if (typeof path !== "string") throw new UserError(wrongOption.file(`${noFaqPath}: ${path.refused}`));
  const kind = faqFile(path);
  if (isRefusal(kind)) throw new UserError(wrongOption.fileKind(kind.refused));
  const checked = FaqConfig.shape.file.safeParse(path);
  if (!checked.success) throw new UserError(wrongOption.file(checked.error.issues[0]?.message ?? noFaqPath));
  return checked.data;
}
