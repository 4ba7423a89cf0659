import type { Code, Heading, Paragraph, Root, RootContent, Text } from "mdast";

/**
 * A rough tree in one pass over the lines, for text on which the parser fails or takes too long:
 * `#` headings and fenced code as such, every other run of lines as a paragraph of plain text.
 */
export function parseLines(text: string): Root {
  const children: RootContent[] = [];
  let open: OpenBlock | undefined;
  for (const line of linesOf(text)) {
    const next = readLine(open, line);
    if (open !== undefined && next.open !== open) children.push(closed(open));
    if (next.heading) children.push(next.heading);
    open = next.open;
  }
  if (open !== undefined) children.push(closed(open));
  return { type: "root", children };
}

interface Line {
  readonly content: string;
  /** From 1. */
  readonly number: number;
  readonly offset: number;
}

/** A paragraph, or a code block with the marks that opened it. */
interface OpenBlock {
  readonly fence: string | undefined;
  readonly start: Line;
  readonly lines: string[];
}

function readLine(open: OpenBlock | undefined, line: Line): { readonly open?: OpenBlock; readonly heading?: Heading } {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line.content)?.[1];
  if (open?.fence !== undefined) {
    if (fence?.startsWith(open.fence) && line.content.trim() === fence) return {};
    open.lines.push(line.content);
    return { open };
  }
  if (fence !== undefined) return { open: { fence, start: line, lines: [] } };
  const heading = toHeading(line);
  if (heading) return { heading };
  if (line.content.trim() === "") return {};
  if (!open) return { open: { fence: undefined, start: line, lines: [line.content] } };
  open.lines.push(line.content);
  return { open };
}

const depths = [1, 2, 3, 4, 5, 6] as const;

function toHeading(line: Line): Heading | undefined {
  const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line.content);
  const depth = depths[(marks?.[1]?.length ?? 0) - 1];
  if (marks === null || depth === undefined) return undefined;
  const value = line.content.slice(marks[0].length).trim();
  const withoutClosing = /(?:^|[ \t])#+$/.test(value) ? value.replace(/(?<!#)#+$/, "").trimEnd() : value;
  return { type: "heading", depth, children: [{ type: "text", value: withoutClosing }], position: positionOf(line) };
}

function closed({ fence, start, lines }: OpenBlock): Code | Paragraph {
  const position = positionOf(start);
  if (fence !== undefined) return { type: "code", value: lines.join("\n"), position };
  const texts = lines.map((line): Text => ({ type: "text", value: line }));
  // Whether lines belong together is not known here: each stays one.
  return {
    type: "paragraph",
    children: texts.flatMap((it, i) => (i === 0 ? [it] : [{ type: "break" }, it])),
    position,
  };
}

function positionOf(line: Line): NonNullable<Root["position"]> {
  const start = { line: line.number, column: 1, offset: line.offset };
  return { start, end: { ...start, column: line.content.length + 1, offset: line.offset + line.content.length } };
}

function* linesOf(text: string): Iterable<Line> {
  let number = 1;
  let offset = 0;
  for (const content of text.split(/\r\n|\n|\r/)) {
    yield { content, number, offset };
    number += 1;
    offset += content.length + (text.startsWith("\r\n", offset + content.length) ? 2 : 1);
  }
}
