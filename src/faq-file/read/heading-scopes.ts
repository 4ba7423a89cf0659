import type { List } from "mdast";
import { findMetadata } from "../entry-metadata.ts";
import { bareAnchor } from "./anchors.ts";
import type { Block } from "./blocks.ts";
import { sourceBlock } from "./entry-spans.ts";

/** A heading with the blocks under it, down to the next of its depth or above. */
export interface HeadingScope {
  readonly block: Block;
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
  readonly slug: string;
  readonly isHtml: boolean;
  /** Whether a metadata comment follows it, which makes it an entry whatever its words are. */
  readonly hasMetadata: boolean;
  /** Whether anything stands under it before the next heading of any depth. */
  readonly hasOwn: boolean;
  /** Whether that is more than tables. */
  readonly hasWords: boolean;
  /** Whether anything stands under it at all. */
  readonly hasAnswer: boolean;
  readonly end: number;
  /** Where what stands under it before the next heading ends. */
  readonly ownEnd: number;
}

/** The scope of each heading, in one pass: a file may have tens of thousands. */
export function headingScopes(blocks: readonly Block[], text: string): HeadingScope[] {
  const areParted = hasSeparators(blocks);
  const shallowest = shallowestAfter(blocks);
  const scopes: HeadingScope[] = [];
  /** Headings whose end has not come yet, from the shallowest, with the last block of their answers so far. */
  let open: OpenScope[] = [];
  const close = (depth: number): void => {
    for (const it of open.filter((one) => one.depth >= depth)) scopes.push(toScope(it));
    open = open.filter((one) => one.depth < depth);
  };
  for (const [i, block] of blocks.entries()) {
    if (block.heading !== undefined) close(block.heading.depth);
    for (const it of open) {
      if (areParted && i > it.source && separatesEntries(blocks, i, it.depth, shallowest)) it.isOver = true;
      if (it.isOver || !isAnswer(block, blocks[i - 1])) continue;
      it.last = block;
      if (it !== open.at(-1) || block.heading !== undefined) continue;
      it.hasOwn = true;
      it.hasWords ||= block.node.type !== "table";
      it.ownEnd = block.end;
    }
    if (block.heading !== undefined)
      open.push({
        block,
        ...block.heading,
        isHtml: block.heading.isHtml === true,
        hasMetadata: findMetadata(text, block.end, text.length, 0) !== undefined,
        source: sourceBlock(blocks, i, block.end, text) ?? -1,
        last: undefined,
        hasOwn: false,
        hasWords: false,
        ownEnd: block.end,
        isOver: false,
      });
  }
  close(0);
  return scopes.sort((one, other) => one.block.start - other.block.start);
}

interface OpenScope extends Pick<HeadingScope, "block" | "depth" | "title" | "anchor" | "slug" | "isHtml"> {
  readonly hasMetadata: boolean;
  /** Place of the block that holds its source line; -1 where it has none. */
  readonly source: number;
  last: Block | undefined;
  hasOwn: boolean;
  hasWords: boolean;
  ownEnd: number;
  isOver: boolean;
}

function toScope({ last, ...it }: OpenScope): HeadingScope {
  return { ...it, hasAnswer: last !== undefined, end: last?.end ?? it.block.end };
}

/** Whether thematic breaks separate entries: one within an answer is followed by deeper headings at most. */
function hasSeparators(blocks: readonly Block[]): boolean {
  let above: number | undefined;
  return blocks.some(({ node, heading }, at) => {
    above = heading?.depth ?? above;
    if (node.type !== "thematicBreak" || above === undefined) return false;
    const next = blocks.slice(at + 1, at + 3).find((it) => it.heading !== undefined)?.heading;
    return next !== undefined && next.depth <= above;
  });
}

/** Whether a thematic break ends an answer: the next entry follows at once, or none follows. */
function separatesEntries(blocks: readonly Block[], at: number, depth: number, shallowest: readonly number[]): boolean {
  if (blocks[at]?.node.type !== "thematicBreak") return false;
  const next = blocks.slice(at + 1, at + 3).find((it) => it.heading !== undefined)?.heading;
  return (next !== undefined && next.depth <= depth) || (shallowest[at] ?? 7) > depth;
}

/** The depth of the shallowest heading behind each block; 7 where there is none. */
function shallowestAfter(blocks: readonly Block[]): readonly number[] {
  let shallowest = 7;
  return blocks
    .toReversed()
    .map(({ heading }) => {
      const after = shallowest;
      shallowest = Math.min(shallowest, heading?.depth ?? 7);
      return after;
    })
    .toReversed();
}

/**
 * Lines between entries, the anchor above the next question, comments, and a table of contents behind a thematic break
 * are no part of an answer.
 */
function isAnswer({ node, heading }: Block, before: Block | undefined): boolean {
  if (heading !== undefined) return true;
  if (node.type === "thematicBreak" || node.type === "definition") return false;
  if (node.type === "html" && node.value.trimStart().startsWith("<!--")) return false;
  if (node.type === "list" && before?.node.type === "thematicBreak" && isContents(node)) return false;
  return bareAnchor(node) === undefined;
}

/** Whether each item leads to a place in the file. */
function isContents({ children }: List): boolean {
  return children.every(({ children: [first] }) => {
    if (first?.type !== "paragraph") return false;
    const link = first.children.find(({ type }) => type === "link");
    return link?.type === "link" && link.url.startsWith("#");
  });
}
