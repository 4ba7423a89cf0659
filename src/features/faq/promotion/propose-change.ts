import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal, type Changed, type Refusal } from "../../../core/faq-editor.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import { commitMessage, proposalBody, proposalTitle, withdrawnProposal } from "../messages/pull-request.ts";
import type { BranchContents } from "./branch-contents.ts";
import { findBranchBase, type BranchBase } from "./branch-base.ts";
import type { EntryFiles } from "./entry-files.ts";
import type { EntryRequest } from "./entry-request.ts";
import { noEntry, type Promotion } from "./promotion.ts";
import { localeOf } from "../../../words/locale-of.ts";

/** The outcome of a request: a pull request, or nothing to propose, since the default branch says it already. */
export interface Proposed {
  readonly is: "proposed" | "unchanged";
  readonly promotion: Promotion;
  readonly actions: readonly FaqAction[];
}

/** The plan for one request beside what else is on its branch. Refused where the file, or somebody's commits, forbid it. */
export async function proposeChange(
  repository: RepositoryRef,
  files: EntryFiles,
  request: EntryRequest,
  { otherRequests, otherPromotions }: Pick<BranchContents, "otherRequests" | "otherPromotions">,
): Promise<Proposed | Refusal> {
  const kind = faqFile(files.path);
  if (isRefusal(kind)) return kind;
  const how = { path: files.path, ...kind, syntax: files.syntax, isNew: files.base === undefined };
  const change = (text: string | undefined, it: EntryRequest) =>
    files.editor.work({ do: "change", text, change: it.change, ...how });
  const inBase = await change(files.base, request);
  if (otherPromotions.length === 0 && !isRefusal(inBase) && inBase.text === files.base) {
    return nothingToPropose(repository, files, await toPromotion(request, inBase, files));
  }
  const branchBase = findBranchBase(files);
  if (isRefusal(branchBase)) return branchBase;
  const isSame = branchBase.text === files.base && (!branchBase.isFresh || otherRequests.length === 0);
  const changed = isSame ? inBase : await changedText(branchBase, request, otherRequests, change);
  if (isRefusal(changed)) return changed;
  const promotion = await toPromotion(request, changed, files);
  if (changed.text === files.base) return nothingToPropose(repository, files, promotion);
  const credited = [request, ...(branchBase.isFresh ? otherRequests : [])].flatMap(({ coAuthor }) => coAuthor ?? []);
  const all = promotion.state === "withdrawn" ? otherPromotions : [...otherPromotions, promotion];
  const locale = localeOf(files.language);
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
          from: branchBase.from,
          parent: branchBase.parent,
          files: isCommitted(branchBase, changed) ? [] : [{ path: files.path, text: changed.text ?? null }],
          message: commitMessage(promotion, [...new Set(credited)]),
          title: proposalTitle(all)(locale),
          body: proposalBody(all, files.path)(locale),
        },
      },
      { do: "keep-promotion", repository, promotion },
    ],
  };
}

/** Whether the branch holds the text already. */
function isCommitted({ isFresh, text }: BranchBase, changed: Changed): boolean {
  return !isFresh && text === changed.text;
}

async function changedText(
  branchBase: BranchBase,
  request: EntryRequest,
  otherRequests: readonly EntryRequest[],
  change: (text: string | undefined, request: EntryRequest) => Promise<Changed | Refusal>,
): Promise<Changed | Refusal> {
  let { text } = branchBase;
  let own: Changed | Refusal = { refused: "" };
  const all = branchBase.isFresh
    ? [...otherRequests, request].toSorted((a, b) => a.promotion.number - b.promotion.number)
    : [request];
  for (const it of all) {
    const changed = await change(text, it);
    // What no longer fits is left out; its own thread learns of it when its promotion is compared next.
    if (!isRefusal(changed)) ({ text } = changed);
    if (it === request) own = changed;
  }
  return isRefusal(own) ? own : { ...own, text };
}

async function toPromotion(
  request: EntryRequest,
  { entry, redacted, change }: Changed,
  { path, base, baseSha, editor }: EntryFiles,
): Promise<Promotion> {
  const { promotion, change: requested } = request;
  const { onto: _, ...rest } = promotion;
  const which = "remove" in requested ? requested.remove : { thread: promotion.number };
  const isInBase = base !== undefined && (await editor.work({ do: "find", path, text: base, which })) !== undefined;
  const isWithdrawn = promotion.wanted === noEntry;
  const isOfAnother = "put" in requested && requested.instead !== undefined;
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

/** The default branch has the change: closes the pull request if one is open, and records the promotion as settled. */
function nothingToPropose(
  repository: RepositoryRef,
  { branch, proposal, language }: EntryFiles,
  promotion: Promotion,
): Proposed {
  const because = withdrawnProposal(promotion)(localeOf(language));
  const isOpen = proposal.pullRequest?.state === "open";
  const close: FaqAction[] = isOpen ? [{ do: "withdraw-proposal", repository, branch, because }] : [];
  const settled = { ...promotion, state: promotion.wanted === noEntry ? "withdrawn" : "published" } as const;
  return {
    is: "unchanged",
    promotion: settled,
    actions: [...close, { do: "keep-promotion", repository, promotion: settled }],
  };
}
