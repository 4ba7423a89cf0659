import { htmlTokens } from "../../text/html-tokens.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";

export interface Details {
  readonly drafts: readonly Draft[];
  /** Where one begins that has no end. */
  readonly openAt: number | undefined;
}

/** Entries that unfold: `<details><summary>question</summary>answer</details>`, outermost ones only. */
export function detailsDrafts(blocks: readonly Block[], text: string): Details {
  const drafts: Draft[] = [];
  let depth = 0;
  let opened = 0;
  let open: Open | undefined;
  for (const block of blocks) {
    if (block.node.type !== "html") continue;
    for (const tag of tagsIn(block, text)) {
      if (tag.kind === "text") {
        if (open?.isInSummary === true) open.question += tag.text;
      } else if (tag.name === "details") {
        depth = Math.max(0, depth + (tag.kind === "open" ? 1 : -1));
        if (depth === 1 && tag.kind === "open") opened = tag.start;
        if (depth === 1 && tag.kind === "open") open = newlyOpen(tag.start, block.ownAnchor);
        else if (depth === 0 && open !== undefined) {
          drafts.push(...close(open, tag.start, tag.end));
          open = undefined;
        }
      } else if (tag.name === "summary" && open !== undefined && depth === 1) {
        open.isInSummary = tag.kind === "open";
        if (tag.kind === "close") open.answerStart = tag.end;
      }
    }
  }
  return { drafts, openAt: depth > 0 ? opened : undefined };
}

interface Open {
  readonly start: number;
  readonly anchor: string;
  question: string;
  isInSummary: boolean;
  answerStart: number | undefined;
}

function newlyOpen(start: number, anchor: string | undefined): Open {
  return { start, anchor: anchor ?? "", question: "", isInSummary: false, answerStart: undefined };
}

function close({ start, anchor, question, answerStart }: Open, answerEnd: number, end: number): Draft[] {
  const asked = question.replaceAll(/\s+/gu, " ").trim();
  if (answerStart === undefined || asked === "") return [];
  return [{ shape: "details", question: asked, anchor, start, end, questionEnd: answerStart, answerStart, answerEnd }];
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
