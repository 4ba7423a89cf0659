import type { RepositoryRef } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { isRefusal, type Refusal } from "../../../core/faq-editor.ts";
import type { KnownEntry } from "../../../core/knowledge.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import { fileLeftAsItIs } from "../messages/pull-request.ts";
import { plainPlace } from "../messages/review-issue.ts";
import { fileGone, listEntries, notOneEntry, reviewPullRequest, verifiedToday } from "../messages/verify-and-retire.ts";
import { answerDigest } from "../promotion/answer-digest.ts";
import { findBranchBase, type BranchBase } from "../promotion/branch-base.ts";
import { readEntryFiles, type EntryFiles } from "../promotion/entry-files.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { localeOf, type LanguageSettings } from "../../../words/locale-of.ts";

export type ReviewCommand = "verify" | "retire";

/** The entry that a command in the review issue names, and its file. */
export interface ReviewCommandFacts {
  readonly entry: KnownEntry;
  readonly files: EntryFiles;
  /** What the change is put on. */
  readonly branchBase: BranchBase & { readonly text: string };
  readonly done: { readonly text: string } | Refusal;
}

/** Whether an issue holds the review. In any other, `/verify` and `/retire` may be commands of another bot. */
export async function isFaqReview(
  { repository, number }: { readonly repository: RepositoryRef; readonly number: number },
  _config: unknown,
  { faq, livingIssues }: ReadsWithFaq,
): Promise<boolean> {
  const [review, living] = await Promise.all([faq.findReview(repository), livingIssues.findLivingIssue(repository)]);
  return review?.number === number || (review !== undefined && living?.number === number);
}

/**
 * Finds the entry by its anchor, with or without its file before it. Throws a `UserError` for one that is not there, with
 * those that may have been meant. 1 point and at most 4 REST requests.
 */
export async function gatherReviewCommand(
  repository: RepositoryRef,
  {
    command,
    wanted,
    now,
    language,
  }: {
    readonly command: ReviewCommand;
    readonly wanted: string;
    readonly now: Date;
    readonly language: LanguageSettings;
  },
  { knowledge, github, editor }: ReadsWithFaq,
): Promise<ReviewCommandFacts> {
  const entry = findListed(await knowledge.faqEntries(repository), wanted, command);
  const { path, anchor } = entry.section;
  const slug = anchor
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "")
    .slice(0, 60);
  const branch = `faq/${command}-${slug}${slug === "" ? "" : "-"}${answerDigest(`${path}#${anchor}`).slice(0, 6)}`;
  const files = await readEntryFiles(repository, { path, branch, mdx: "never", language }, { github, editor });
  if (isRefusal(files)) throw new UserError(fileLeftAsItIs(path, files.refused));
  const branchBase = findBranchBase(files);
  if (isRefusal(branchBase)) throw new UserError(fileLeftAsItIs(path, branchBase.refused));
  const kind = faqFile(path);
  if (isRefusal(kind) || branchBase.text === undefined) throw new UserError(fileGone(path));
  const { text } = branchBase;
  const job = { path, text, which: { anchor } };
  const done =
    command === "verify"
      ? await editor.work({ do: "verify", ...job, day: dayOf(now), isMdx: kind.isMdx })
      : await editor.work({ do: "remove", ...job });
  return { entry, files, branchBase: { ...branchBase, text }, done };
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function findListed(entries: readonly KnownEntry[], wanted: string, command: ReviewCommand): KnownEntry {
  const name = normalised(wanted.trim().replace(/^#/u, ""));
  const placeOf = ({ section }: KnownEntry) => `${section.path}#${section.anchor}`;
  const found = entries.filter(
    (it) => it.section.anchor !== "" && [it.section.anchor, placeOf(it)].some((at) => normalised(at) === name),
  );
  const [entry] = found;
  if (entry !== undefined && found.length === 1) return entry;
  if (found.length > 1) throw new UserError(notOneEntry.several(listEntries(command, found)));
  const nearest = listEntries(command, nearestFirst(entries, name, placeOf));
  throw new UserError(name === "" ? notOneEntry.none(nearest) : notOneEntry.unknown(nearest));
}

/** A place as the commands that people copy have it, in lower case. */
function normalised(place: string): string {
  return plainPlace(place).toLowerCase();
}

/** A pull request that verifies or retires one entry. Throws a `UserError` where the file forbids it. */
export function planReviewCommand(
  repository: RepositoryRef,
  { entry, files, branchBase, done }: ReviewCommandFacts,
  { command, by, now }: { readonly command: ReviewCommand; readonly by: string; readonly now: Date },
): FaqAction {
  const { path, branch, proposal } = files;
  const day = dayOf(now);
  // Retired on the branch already: there is nothing left to take out.
  const isDone = isRefusal(done) && !branchBase.isFresh;
  if (isRefusal(done) && !isDone) throw new UserError(fileLeftAsItIs(path, done.refused));
  const text = isRefusal(done) ? branchBase.text : done.text;
  if (text === files.base) throw new UserError(verifiedToday);
  return {
    do: "propose",
    repository,
    proposal: {
      branch,
      base: proposal.base.name,
      from: branchBase.from,
      parent: branchBase.parent,
      files: text === branchBase.text && !branchBase.isFresh ? [] : [{ path, text }],
      ...reviewPullRequest({ command, question: entry.item.title, file: path, by, day }, localeOf(files.language)),
    },
  };
}
