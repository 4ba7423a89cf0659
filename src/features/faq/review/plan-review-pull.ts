import type { RepositoryRef } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { isRefusal, type Refusal } from "../../../core/faq-editor.ts";
import type { KnownEntry } from "../../../core/knowledge.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import { reviewPull } from "../messages/review-pull.ts";
import { plainPlace, reviewCommand } from "../messages/review.ts";
import { answerDigest } from "../promotion/answer-digest.ts";
import { readEntryFiles, type EntryFiles } from "../promotion/entry-files.ts";
import { findGround, type Ground } from "../promotion/find-ground.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";

export type ReviewDeed = "verify" | "retire";

/** The entry that a command in the review issue means, and its file. */
export interface ReviewPullFacts {
  readonly entry: KnownEntry;
  readonly files: EntryFiles;
  /** Where the change goes, and the file as it would read with it. */
  readonly ground: Ground & { readonly text: string };
  readonly done: { readonly text: string } | Refusal;
}

const mostListed = 10;

/** Elsewhere than in the review issue, `/verify` and `/retire` may be another bot's. */
export async function isFaqReview(
  { repository, number }: { readonly repository: RepositoryRef; readonly number: number },
  _config: unknown,
  { faq }: ReadsWithFaq,
): Promise<boolean> {
  return (await faq.findReview(repository))?.number === number;
}

/**
 * Finds the entry by its anchor, with or without its file before it. Throws a `UserError` for one that is not there, with
 * those that may have been meant. 1 point and at most 4 REST requests.
 */
export async function gatherReviewPull(
  repository: RepositoryRef,
  { deed, wanted, now }: { readonly deed: ReviewDeed; readonly wanted: string; readonly now: Date },
  { knowledge, github, editor }: ReadsWithFaq,
): Promise<ReviewPullFacts> {
  const entry = findKnown(await knowledge.faqEntries(repository), wanted, deed);
  const { path, anchor } = entry.section;
  const slug = anchor
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "")
    .slice(0, 60);
  const branch = `faq/${deed}-${slug}${slug === "" ? "" : "-"}${answerDigest(`${path}#${anchor}`).slice(0, 6)}`;
  const files = await readEntryFiles(repository, { path, branch, mdx: "never" }, { github, editor });
  if (isRefusal(files)) throw new UserError(`I left \`${path}\` as it is: ${files.refused}.`);
  const ground = findGround(files);
  if (isRefusal(ground)) throw new UserError(`I left \`${path}\` as it is: ${ground.refused}.`);
  const kind = faqFile(path);
  if (isRefusal(kind) || ground.text === undefined) throw new UserError(`\`${path}\` is not there any more.`);
  const { text } = ground;
  const job = { path, text, which: { anchor } };
  const done =
    deed === "verify"
      ? await editor.work({ do: "verify", ...job, day: dayOf(now), isMdx: kind.isMdx })
      : await editor.work({ do: "remove", ...job });
  return { entry, files, ground: { ...ground, text }, done };
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function findKnown(entries: readonly KnownEntry[], wanted: string, deed: ReviewDeed): KnownEntry {
  const name = bare(wanted.trim().replace(/^#/u, ""));
  const placeOf = ({ section }: KnownEntry) => `${section.path}#${section.anchor}`;
  const found = entries.filter(
    (it) => it.section.anchor !== "" && [it.section.anchor, placeOf(it)].some((at) => bare(at) === name),
  );
  const [entry] = found;
  if (entry !== undefined && found.length === 1) return entry;
  const shown = found.length > 1 ? found : nearestFirst(entries, name, placeOf);
  const list = shown
    .slice(0, mostListed)
    .map(({ section }) => `- ${reviewCommand(deed, section)}`)
    .join("\n");
  if (found.length > 1) throw new UserError(`Several files have that entry. Say which:\n\n${list}`);
  if (name === "") throw new UserError(`Say which entry, by its anchor. There are:\n\n${list}`);
  throw new UserError(
    list === "" ? "The FAQ has no entries that I know of." : `I know no such entry. The nearest are:\n\n${list}`,
  );
}

/** As commands are written for people to copy. */
function bare(place: string): string {
  return plainPlace(place).toLowerCase();
}

/** A pull request that verifies or retires one entry. Throws a `UserError` where the file forbids it. */
export function planReviewPull(
  repository: RepositoryRef,
  { entry, files, ground, done }: ReviewPullFacts,
  { deed, by, now }: { readonly deed: ReviewDeed; readonly by: string; readonly now: Date },
): FaqAction {
  const { path, branch, proposal } = files;
  const day = dayOf(now);
  // Retired on the branch already: there is nothing left to take out.
  const isDone = isRefusal(done) && !ground.isFresh;
  if (isRefusal(done) && !isDone) throw new UserError(`I left \`${path}\` as it is: ${done.refused}.`);
  const text = isRefusal(done) ? ground.text : done.text;
  if (text === files.base) throw new UserError("The FAQ says this already: the entry was verified today.");
  return {
    do: "propose",
    repository,
    proposal: {
      branch,
      base: proposal.base.name,
      from: ground.from,
      parent: ground.parent,
      files: text === ground.text && !ground.isFresh ? [] : [{ path, text }],
      ...reviewPull({ deed, question: entry.item.title, file: path, by, day }),
    },
  };
}
