import { mask, withoutMasks } from "./mask.ts";

/**
 * The Markdown parser takes time in the square of these: markers of nested quotes and lists, unpaired inline marks
 * in one paragraph, and lines that continue a quote or list item without its marker. People's text stays far below
 * these limits. What is above them is read as plain text.
 */
export const limits = {
  /** Quote and list markers on one line. cmark-gfm, which GitHub uses, stops at 100 levels of lists. */
  markersPerLine: 32,
  /** Columns of white space before a marker, which bounds nesting over many lines. */
  indent: 160,
  /** Sum of the line numbers of lines that start something inside a list item: each costs all that came before. */
  nesting: 10_000_000,
  /** `*`, `_`, `~`, `[` and `]` in one paragraph. */
  marksPerParagraph: 1500,
  /** `<` in one paragraph: each may start a search for its end. */
  anglesPerParagraph: 100,
  /** Lengths of runs of backticks in one paragraph: each that has no second one starts a search to its end. */
  tickLengthsPerParagraph: 50,
  /** Unmarked lines that continue one quote or list item. */
  lazyLines: 300,
  /** Lines of one paragraph, table rows and link definitions aside. */
  linesPerParagraph: 1000,
} as const;

/**
 * Mask marks above the limits. Text inside code blocks may be masked as well: it is not known yet what is code.
 */
export function maskExcess(text: string): string {
  const out: string[] = [];
  const scan = new Scan();
  for (const line of withoutMasks(text).match(/[^\n]+\n?|\n/g) ?? []) {
    const end = /\r?\n?$/.exec(line)?.index ?? line.length;
    const masked = scan.line(line.slice(0, end));
    if (masked.joinsPrevious) out.push(mask(out.pop() ?? "", /[\r\n]/g));
    out.push(masked.text, line.slice(end));
  }
  return out.join("");
}

interface MaskedLine {
  readonly text: string;
  readonly joinsPrevious: boolean;
}

/** What one line-by-line reading remembers. */
class Scan {
  #marks = 0;
  #angles = 0;
  readonly #tickLengths = new Set<number>();
  #lazy = 0;
  #lines = 0;
  #number = 0;
  #nesting = 0;
  #inContainer = false;
  /** Columns that the content of the innermost open list item is indented by, roughly. */
  #itemIndent = 0;
  #previous = "";
  #inTable = false;

  line(text: string): MaskedLine {
    this.#number += 1;
    const { prefix, markers, indent } = this.#prefix(text);
    const rest = text.slice(prefix.length);
    if (rest === "") this.#endParagraph();
    else if (markers > 0 || rest.startsWith("#")) this.#startParagraph(markers > 0);
    const joinsPrevious = this.#joinsPrevious(rest, markers, indent);
    if (this.#isDelimiterRow(text)) this.#inTable = true;
    else if (this.#inTable) this.#startParagraph(this.#inContainer);
    this.#previous = text;
    return { text: prefix + this.#inline(rest), joinsPrevious };
  }

  /** Quote and list markers with the white space around them; those above the limits are masked. */
  #prefix(text: string): { readonly prefix: string; readonly markers: number; readonly indent: number } {
    if (/^[ \t>]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(text)) return { prefix: text, markers: 0, indent: 0 };
    const step = /[ \t]+|>|(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/y;
    let prefix = "";
    let markers = 0;
    let indent = 0;
    let isInItem = false;
    for (let at = 0, found = step.exec(text); found !== null; at = step.lastIndex, found = step.exec(text)) {
      const [token, number] = found;
      const isSpace = token.trim() === "";
      const isItem = !isSpace && token !== ">";
      if (isItem && markers === 0 && !this.#mayStartItem(at, number)) break;
      const isNested = !isSpace && (isInItem || (indent > 0 && this.#itemIndent > 0));
      if (isSpace || this.#mayNest(isNested, markers, at)) prefix += token;
      else prefix += mask(token, /[-+*>.)]/g);
      if (!isSpace) markers += 1;
      if (isSpace && markers === 0) indent = token.length;
      if (isItem) this.#itemIndent = at + token.length + 1;
      isInItem ||= isItem;
    }
    return { prefix, markers, indent };
  }

  #mayNest(isNested: boolean, markers: number, column: number): boolean {
    if (isNested) this.#nesting += this.#number;
    if (isNested && this.#nesting > limits.nesting) return false;
    return markers < limits.markersPerLine && column < limits.indent;
  }

  /** Four columns more than the open item has make a line code or text; a paragraph is broken only by an item 1. */
  #mayStartItem(indent: number, number: string | undefined): boolean {
    if (indent > this.#itemIndent + 3) return false;
    return number === undefined || this.#inContainer || this.#previous.trim() === "" || Number(number) === 1;
  }

  #joinsPrevious(rest: string, markers: number, indent: number): boolean {
    // A code block, a heading, HTML or a link definition is no part of the paragraph, nor is what follows it.
    if (markers > 0 || this.#inTable || /^(?:$|```|~~~|#|<|\[[^\]]{1,999}\]:)/.test(rest)) {
      this.#lines = 0;
      if (markers === 0) this.#inContainer = false;
      return false;
    }
    this.#lines += 1;
    if (this.#inContainer && indent < Math.max(this.#itemIndent, 1)) this.#lazy += 1;
    return this.#lazy > limits.lazyLines || this.#lines > limits.linesPerParagraph;
  }

  /** Whether this line makes a table of the line before it, whose cells are then parsed one by one. */
  #isDelimiterRow(text: string): boolean {
    return /^[ \t>|:-]*$/.test(text) && text.includes("-") && cells(text) > 1 && cells(text) === cells(this.#previous);
  }

  #inline(text: string): string {
    return text.replace(/[*_~[\]<]|`+/g, (mark, at: number) => {
      if (mark.startsWith("`")) return this.#mayOpenCode(mark, at, text) ? mark : mask(mark, /`/g);
      if (mark === "<") return ++this.#angles > limits.anglesPerParagraph ? mask(mark, /./) : mark;
      // Never the marks that may close a code block.
      const isFence = mark === "~" && /^~+$/.test(text.slice(0, Math.min(at + 1, 80)));
      return ++this.#marks > limits.marksPerParagraph && !isFence ? mask(mark, /./) : mark;
    });
  }

  #mayOpenCode(ticks: string, at: number, line: string): boolean {
    // Never the marks that may open or close a code block.
    if (at === 0 && ticks.length >= 3 && !line.includes("`", ticks.length)) return true;
    if (this.#tickLengths.size < limits.tickLengthsPerParagraph) this.#tickLengths.add(ticks.length);
    return this.#tickLengths.has(ticks.length);
  }

  #startParagraph(inContainer: boolean): void {
    this.#marks = 0;
    this.#angles = 0;
    this.#tickLengths.clear();
    this.#lazy = 0;
    this.#lines = 0;
    this.#inContainer = inContainer;
  }

  #endParagraph(): void {
    this.#startParagraph(false);
    this.#inTable = false;
  }
}

function cells(row: string): number {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/).length;
}
