import type { Block } from "./blocks.ts";
import { containersIn } from "./containers.ts";
import { detailsIn } from "./details.ts";
import type { Draft, Folded } from "./draft.ts";
import { isContentsTitle } from "./faq-title.ts";
import type { Span } from "./faq-entry.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** Something that unfolds, and holds entries: a section of them. */
export interface FoldedGroup extends Span {
  readonly title: string;
}

export interface FoldedEntries {
  readonly drafts: readonly Draft[];
  readonly groups: readonly FoldedGroup[];
  /** Where a `<details>` begins that has no end. */
  readonly openAt: number | undefined;
}

/**
 * Entries that unfold, in HTML and in the ways of site generators. One that asks nothing, and holds some that do or
 * several of any kind, is a section; else the outermost count. A table of contents that unfolds is no entry.
 */
export function foldedDrafts(blocks: readonly Block[], text: string): FoldedEntries {
  const { folded, openAt } = detailsIn(blocks, text);
  const drafts: Draft[] = [];
  const groups: FoldedGroup[] = [];
  for (const it of [...folded, ...containersIn(blocks, text)]) collect(it, { drafts, groups });
  const inOrder = <Part extends Span>(parts: readonly Part[]): Part[] =>
    parts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const outermost = inOrder(drafts).filter((it) => {
    const isOuter = it.start >= end;
    if (isOuter) ({ end } = it);
    return isOuter;
  });
  return { drafts: outermost, groups: inOrder(groups), openAt };
}

function collect(
  { draft, inner, isForQuestions }: Folded,
  found: { readonly drafts: Draft[]; readonly groups: FoldedGroup[] },
): void {
  const asks = looksLikeQuestion(draft.question);
  const isGroup = !asks && (inner.length > 1 || inner.some((it) => looksLikeQuestion(it.draft.question)));
  if (isGroup) {
    if (draft.question !== "") found.groups.push({ title: draft.question, start: draft.start, end: draft.end });
    for (const it of inner) collect(it, found);
  } else if ((asks || isForQuestions) && !isContentsTitle(draft.question)) found.drafts.push(draft);
}
