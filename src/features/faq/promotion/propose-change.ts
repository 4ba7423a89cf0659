import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal, type Changed, type EntryChange, type Refusal } from "../../../core/faq-editor.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import { commitMessage, proposalBody, proposalTitle, withdrawnProposal } from "../messages/proposal.ts";
import type { EntryFiles } from "./entry-files.ts";
import { findGround, type Ground } from "./find-ground.ts";
import { noEntry, type Promotion } from "./promotion.ts";

/** What somebody wants of the FAQ for one thread. The question is the one known so far. */
export interface Wish {
  readonly promotion: Omit<Promotion, "redacted" | "change" | "state">;
  readonly change: EntryChange;
  /** Who is credited in the commit: `Name <address>`. */
  readonly coAuthor?: string;
}

/** What comes of a wish: a pull request, or nothing to propose, since the default branch says it already. */
export interface Proposed {
  readonly is: "proposed" | "there";
  readonly promotion: Promotion;
  readonly actions: readonly FaqAction[];
}

/** What else is on the branch of a wish. */
interface Company {
  /** Wishes that are put on the default branch anew where the branch cannot be gone on with. */
  readonly fellows: readonly Wish[];
  /** All other promotions there, for the words of the pull request. */
  readonly onBranch: readonly Promotion[];
}

/** The plan for one wish beside what else is on its branch. Refused where the file, or somebody's commits, forbid it. */
export async function proposeChange(
  repository: RepositoryRef,
  files: EntryFiles,
  wish: Wish,
  { fellows, onBranch }: Company,
): Promise<Proposed | Refusal> {
  const kind = faqFile(files.path);
  if (isRefusal(kind)) return kind;
  const how = { path: files.path, ...kind, syntax: files.syntax, isNew: files.base === undefined };
  const change = (text: string | undefined, it: Wish) =>
    files.editor.work({ do: "change", text, change: it.change, ...how });
  const inBase = await change(files.base, wish);
  if (onBranch.length === 0 && !isRefusal(inBase) && inBase.text === files.base) {
    return there(repository, files, await toPromotion(wish, inBase, files));
  }
  const ground = findGround(files);
  if (isRefusal(ground)) return ground;
  const isSame = ground.text === files.base && (!ground.isFresh || fellows.length === 0);
  const changed = isSame ? inBase : await changedText(ground, wish, fellows, change);
  if (isRefusal(changed)) return changed;
  const promotion = await toPromotion(wish, changed, files);
  if (changed.text === files.base) return there(repository, files, promotion);
  const credited = [wish, ...(ground.isFresh ? fellows : [])].flatMap(({ coAuthor }) => coAuthor ?? []);
  const all = promotion.state === "withdrawn" ? onBranch : [...onBranch, promotion];
  return {
    is: "proposed",
    promotion,
    actions: [
      {
        do: "propose",
        repository,
        proposal: {
          branch: files.branch,
          base: files.proposal.base.name,
          from: ground.from,
          parent: ground.parent,
          files: isCommitted(ground, changed) ? [] : [{ path: files.path, text: changed.text ?? null }],
          message: commitMessage(promotion, [...new Set(credited)]),
          title: proposalTitle(all),
          body: proposalBody(all, files.path),
        },
      },
      { do: "keep-promotion", repository, promotion },
    ],
  };
}

/** Whether the branch holds the text already. */
function isCommitted({ isFresh, text }: Ground, changed: Changed): boolean {
  return !isFresh && text === changed.text;
}

async function changedText(
  ground: Ground,
  wish: Wish,
  fellows: readonly Wish[],
  change: (text: string | undefined, wish: Wish) => Promise<Changed | Refusal>,
): Promise<Changed | Refusal> {
  let { text } = ground;
  let own: Changed | Refusal = { refused: "" };
  const all = ground.isFresh ? [...fellows, wish].toSorted((a, b) => a.promotion.number - b.promotion.number) : [wish];
  for (const it of all) {
    const changed = await change(text, it);
    // What no longer fits is left out; its own thread is told when it is looked at next.
    if (!isRefusal(changed)) ({ text } = changed);
    if (it === wish) own = changed;
  }
  return isRefusal(own) ? own : { ...own, text };
}

async function toPromotion(
  wish: Wish,
  { entry, redacted, change }: Changed,
  { path, base, baseSha, editor }: EntryFiles,
): Promise<Promotion> {
  const { promotion, change: wished } = wish;
  const { onto: _, ...rest } = promotion;
  const which = "remove" in wished ? wished.remove : { thread: promotion.number };
  const isInBase = base !== undefined && (await editor.work({ do: "find", path, text: base, which })) !== undefined;
  const isWithdrawn = promotion.wanted === noEntry;
  const isOfAnother = "put" in wished && wished.instead !== undefined;
  return {
    ...rest,
    question: entry?.question ?? promotion.question,
    redacted,
    // What a branch adds and then changes is still new to the default branch.
    change: change === "update" && !isInBase && !isOfAnother ? "add" : change,
    state: isWithdrawn && !isInBase ? "withdrawn" : "proposed",
    ...(baseSha !== undefined && { onto: baseSha }),
  };
}

/** An open pull request that proposes nothing any more is closed. */
function there(repository: RepositoryRef, { branch, proposal }: EntryFiles, promotion: Promotion): Proposed {
  const because = withdrawnProposal(promotion);
  const isOpen = proposal.pullRequest?.state === "open";
  const close: FaqAction[] = isOpen ? [{ do: "withdraw-proposal", repository, branch, because }] : [];
  const settled = { ...promotion, state: promotion.wanted === noEntry ? "withdrawn" : "published" } as const;
  return {
    is: "there",
    promotion: settled,
    actions: [...close, { do: "keep-promotion", repository, promotion: settled }],
  };
}
