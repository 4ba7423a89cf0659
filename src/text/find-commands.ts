import type { Node, Nodes, Paragraph, Root, RootContent } from "mdast";
import { isNoShow, outcomeCommand } from "../core/command-names.ts";
import { isTooLong } from "./block-marks.ts";
import { readArguments, type GivenOption } from "./command-arguments.ts";
import { htmlTokens, voidElements } from "./html-tokens.ts";
import { mathRanges } from "./math-ranges.ts";
import { endOfOwnText, linesOf } from "./own-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { childrenOf, plainText } from "./plain-text.ts";

/** One use of a slash command. */
export interface CommandLine {
  /** Lower-case name without the slash. */
  readonly name: string;
  /** Everything behind the name on its line, as typed, without white space around it. */
  readonly rest: string;
  /** The words of `rest` that are not options; a quoted phrase is one word. */
  readonly words: readonly string[];
  /** `key:value` and `key:"some words"`, by lower-case key; the last one counts. */
  readonly options: ReadonlyMap<string, string>;
  /** All of them in the order they were written, repeated ones too. */
  readonly given: readonly GivenOption[];
  /** The items of a list that starts on the very next line, as plain text. */
  readonly list: readonly string[];
}

/** A command and where it stands. */
export interface PlacedCommand {
  readonly line: CommandLine;
  /** Offset of the slash. */
  readonly start: number;
  /** Whether its paragraph goes on below its line. */
  readonly goesOn: boolean;
}

/** A command that is quoted text for Markdown, by the line above it, and not for its author. */
export interface QuotedCommand {
  readonly line: CommandLine;
  /** The line as written, without white space around it. */
  readonly written: string;
  /** The line above, without its marks of quotes. */
  readonly above: string;
}

/** What one comment may ask for; the rest is ignored. */
export const maxCommands = 10;

/**
 * Whether a comment begins as a command does: it is said to a bot, whoever's, and to nobody in the thread. An outcome is
 * said to everybody.
 */
export function beginsWithCommand(markdown: string): boolean {
  const name = /^\s*[/／]([a-z][a-z-]*)/iu.exec(markdown)?.[1];
  if (name?.toLowerCase() !== outcomeCommand) return name !== undefined;
  const rest = markdown.trim().slice(outcomeCommand.length + 1);
  return rest.trim() === "" || isNoShow(rest);
}

const mayHaveOne = /^[ \t\u3000]*[/／][a-z][a-z-]*(?:[ \t\u00A0\u2007\u202F\u3000：]|$)/im;

/**
 * The commands of a comment: lines that start with `/name` in its author's own plain paragraphs. Quotes, lists, code,
 * links, HTML, tables, formulas and what an e-mail program adds are talk about commands, not use of them.
 * White space (phones make a no-break space of it) or the end of the line follows the name, so `/usr/bin` is none. East
 * Asian keyboards type `／`, and people put a `：` behind the name: both are taken.
 * Whether a command exists is not known here.
 * A comment that is too long to be parsed on the event loop (see `isTooLong`) has none: it is a log, or an attack.
 */
export function findCommands(markdown: string): CommandLine[] {
  return placeCommands(markdown)
    .slice(0, maxCommands)
    .map(({ line }) => line);
}

/** The same with their places, in order; all of them, also those that nobody carries out. */
export function placeCommands(markdown: string): readonly PlacedCommand[] {
  if (!mayHaveOne.test(markdown) || isTooLong(markdown)) return [];
  const { text, tree } = readOwnText(markdown);
  const blocks = outsideHtml(tree.children);
  const math = mathRanges(text, tree);
  return blocks.flatMap((block, index) =>
    block.type === "paragraph" ? commandsIn(block, blocks[index + 1], { text, math }) : [],
  );
}

/**
 * Commands without a mark of their own right under a quote, where Markdown takes them for more of its paragraph:
 * https://spec.commonmark.org/0.31.2/#lazy-continuation-line. `findCommands` has none of them.
 */
export function findQuotedCommands(markdown: string): QuotedCommand[] {
  if (!mayHaveOne.test(markdown) || isTooLong(markdown)) return [];
  const { text, tree } = readOwnText(markdown);
  const own = { text, math: mathRanges(text, tree) };
  return quotedParagraphs(outsideHtml(tree.children), false).flatMap((paragraph) =>
    commandsIn(paragraph, undefined, own).flatMap(({ start, line }) => {
      // The first line of a paragraph has its mark before it.
      if (start <= rangeOf(paragraph).start) return [];
      const lineAbove = text.lastIndexOf("\n", start - 1);
      const above = text.slice(text.lastIndexOf("\n", lineAbove - 1) + 1, lineAbove);
      return [{ line, written: text.slice(start, endOfLine(text, start)).trimEnd(), above: withoutQuoteMarks(above) }];
    }),
  );
}

/** A line without the marks of the quotes and lists it stands in, and without white space around it. */
export function withoutQuoteMarks(line: string): string {
  return line.replace(/^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)+/u, "").trimEnd();
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function quotedParagraphs(nodes: readonly Node[], isQuoted: boolean): Paragraph[] {
  return nodes.flatMap((node) => {
    const it = node as Nodes;
    if (it.type === "paragraph") return isQuoted ? [it] : [];
    return quotedParagraphs(childrenOf(it), isQuoted || it.type === "blockquote");
  });
}

/** Without what an e-mail program added. Cut and read again, for `-- ` under a line makes a heading of that line. */
function readOwnText(markdown: string): { readonly text: string; readonly tree: Root } {
  const tree = parseMarkdown(markdown);
  const end = endOfOwnText(markdown, tree);
  if (end === markdown.length) return { text: markdown, tree };
  const text = markdown.slice(0, end);
  return { text, tree: parseMarkdown(text) };
}

interface OwnText {
  readonly text: string;
  readonly math: readonly { readonly start: number; readonly end: number }[];
}

function commandsIn(paragraph: Paragraph, next: RootContent | undefined, { text, math }: OwnText): PlacedCommand[] {
  const own = rangeOf(paragraph);
  const plain = outsideHtml(paragraph.children).flatMap((child) => (child.type === "text" ? [rangeOf(child)] : []));
  return linesOf(text.slice(own.start, own.end)).flatMap(({ content, offset }) => {
    const match = /^([ \t\u3000]*)[/／]([a-z][a-z-]*)(?=[ \t\u00A0\u2007\u202F\u3000：]|$)：?/i.exec(content);
    if (!match) return [];
    const [whole, space = "", name = ""] = match;
    const slash = own.start + offset + space.length;
    if (!plain.some(({ start, end }) => start <= slash && slash + name.length < end)) return [];
    if (math.some(({ start, end }) => start < slash && slash < end)) return [];
    const rest = content.slice(whole.length).replaceAll("\0", "").trim();
    const isLastLine = own.start + offset + content.length >= own.end;
    return [
      {
        start: slash,
        goesOn: !isLastLine,
        line: {
          name: name.toLowerCase(),
          rest,
          ...readArguments(rest),
          list: isLastLine ? listBelow(own.end, next, text) : [],
        },
      },
    ];
  });
}

/** One line of text for each item of the list that starts on the line below. */
function listBelow(end: number, next: RootContent | undefined, text: string): string[] {
  if (next?.type !== "list" || text.slice(end, rangeOf(next).start).split("\n").length !== 2) return [];
  return next.children.map((item) => plainText(item).replaceAll("\n", " "));
}

/**
 * Nodes that stand between no opening and closing HTML tag. A tag that is never closed holds nothing:
 * people write `<name>` for a blank to fill in.
 */
function outsideHtml<T extends { readonly type: string }>(nodes: readonly T[]): T[] {
  const open: { readonly name: string; readonly index: number }[] = [];
  const inside = new Set<number>();
  for (const [index, node] of nodes.entries()) {
    if (node.type !== "html" || !("value" in node) || typeof node.value !== "string") continue;
    for (const token of htmlTokens(node.value)) {
      if (token.kind === "open" && !voidElements.has(token.name)) open.push({ name: token.name, index });
      if (token.kind !== "close") continue;
      const at = open.findLastIndex(({ name }) => name === token.name);
      const start = open[at]?.index ?? index;
      if (at !== -1) open.length = at;
      for (let between = start + 1; between < index; between += 1) inside.add(between);
    }
  }
  return nodes.filter((_, index) => !inside.has(index));
}

function rangeOf(node: Pick<RootContent, "position">): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
