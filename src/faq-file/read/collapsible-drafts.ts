import { htmlTokens } from "../../text/html-tokens.ts";
import type { Span } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import { containersIn } from "./containers.ts";
import type { Draft, Folded } from "./draft.ts";
import { isContentsTitle } from "./faq-title.ts";
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

export interface Details {
  /** Outermost ones, with what they hold. */
  readonly folded: readonly Folded[];
  /** Where one begins that has no end. */
  readonly openAt: number | undefined;
}

interface Open {
  readonly start: number;
  readonly anchor: string;
  readonly inner: Folded[];
  question: string;
  isInSummary: boolean;
  answerStart: number | undefined;
}

/** What unfolds in HTML: `<details><summary>question</summary>answer</details>`. */
function detailsIn(blocks: readonly Block[], text: string): Details {
  const folded: Folded[] = [];
  const open: Open[] = [];
  for (const block of blocks) {
    if (block.node.type !== "html" || block.heading !== undefined) continue;
    for (const tag of tagsIn(block, text)) {
      const last = open.at(-1);
      if (tag.kind === "text") {
        if (last?.isInSummary === true) last.question += tag.text;
      } else if (tag.name === "details" && tag.kind === "open") open.push(newlyOpen(tag.start, block.ownAnchor));
      else if (tag.name === "details") {
        const closed = open.pop();
        if (closed !== undefined) (open.at(-1)?.inner ?? folded).push(...close(closed, tag.start, tag.end));
      } else if (tag.name === "summary" && last !== undefined) {
        last.isInSummary = tag.kind === "open";
        if (tag.kind === "close") last.answerStart ??= tag.end;
      }
    }
  }
  return { folded, openAt: open[0]?.start };
}

function newlyOpen(start: number, anchor: string | undefined): Open {
  return { start, anchor: anchor ?? "", inner: [], question: "", isInSummary: false, answerStart: undefined };
}

function close({ start, anchor, question, answerStart, inner }: Open, answerEnd: number, end: number): Folded[] {
  const asked = question.replaceAll(/\s+/gu, " ").trim();
  if (answerStart === undefined || asked === "") return inner;
  const place = { anchor, start, end, questionEnd: answerStart, answerStart, answerEnd };
  return [{ draft: { shape: "details", question: asked, ...place }, inner, isForQuestions: true }];
}

type Tag =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open" | "close"; readonly name: string; readonly start: number; readonly end: number };

/** The tags of an HTML block with their places in the file. */
function* tagsIn(block: Block, text: string): Iterable<Tag> {
  for (const token of htmlTokens(text.slice(block.start, block.end))) {
    if (token.kind === "text") yield token;
    else {
      const start = block.start + token.offset;
      yield { kind: token.kind, name: token.name, start, end: text.indexOf(">", start) + 1 };
    }
  }
}
