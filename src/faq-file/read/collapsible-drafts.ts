import { htmlTokens } from "../../text/html-tokens.ts";
import type { Span } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import { containersIn } from "./containers.ts";
import type { Draft, Collapsible } from "./draft.ts";
import { isContentsTitle } from "./faq-title.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** Something collapsible that holds entries: a section of them. */
export interface CollapsibleGroup extends Span {
  readonly title: string;
}

export interface CollapsibleEntries {
  readonly drafts: readonly Draft[];
  readonly groups: readonly CollapsibleGroup[];
  /** Where a `<details>` begins that has no end. */
  readonly openAt: number | undefined;
}

/**
 * Collapsible entries, in HTML and in the syntax of site generators. One whose title is no question, and that holds
 * questions or several others, is a section; otherwise the outermost one is the entry. A collapsible table of contents
 * is no entry.
 */
export function collapsibleDrafts(blocks: readonly Block[], text: string): CollapsibleEntries {
  const { outermost: details, openAt } = detailsIn(blocks, text);
  const drafts: Draft[] = [];
  const groups: CollapsibleGroup[] = [];
  for (const it of [...details, ...containersIn(blocks, text)]) collect(it, { drafts, groups });
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
  { draft, inner, isForQuestions }: Collapsible,
  found: { readonly drafts: Draft[]; readonly groups: CollapsibleGroup[] },
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
  readonly outermost: readonly Collapsible[];
  /** Where one begins that has no end. */
  readonly openAt: number | undefined;
}

interface Open {
  readonly start: number;
  readonly anchor: string;
  readonly inner: Collapsible[];
  question: string;
  isInSummary: boolean;
  answerStart: number | undefined;
}

/** Collapsible parts in HTML: `<details><summary>question</summary>answer</details>`. */
function detailsIn(blocks: readonly Block[], text: string): Details {
  const outermost: Collapsible[] = [];
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
        if (closed !== undefined) (open.at(-1)?.inner ?? outermost).push(...close(closed, tag.start, tag.end));
      } else if (tag.name === "summary" && last !== undefined) {
        last.isInSummary = tag.kind === "open";
        if (tag.kind === "close") last.answerStart ??= tag.end;
      }
    }
  }
  return { outermost, openAt: open[0]?.start };
}

function newlyOpen(start: number, anchor: string | undefined): Open {
  return { start, anchor: anchor ?? "", inner: [], question: "", isInSummary: false, answerStart: undefined };
}

function close({ start, anchor, question, answerStart, inner }: Open, answerEnd: number, end: number): Collapsible[] {
  const title = question.replaceAll(/\s+/gu, " ").trim();
  if (answerStart === undefined || title === "") return inner;
  const place = { anchor, start, end, questionEnd: answerStart, answerStart, answerEnd };
  return [{ draft: { shape: "details", question: title, ...place }, inner, isForQuestions: true }];
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
