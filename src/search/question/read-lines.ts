import { type LabelRole, labelRole } from "./form-labels.ts";

/**
 * What a line of somebody's Markdown is: their own words, code that they marked as such, what looks like a program's
 * output, words of others, or a remark on their surroundings.
 */
export type LineRole = "prose" | "code" | "log" | "quote" | "aside";

/** Receives each line that has a role, with its inline marks. */
export type TakeLine = (role: LineRole, text: string) => void;

const maxLineLength = 2_000;

const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/u;
const listItem = /^(?:[-*+]|\d{1,9}[.)])(?: +|\t|$)/u;
const heading = /^(?:#{1,6}(?:[ \t]|$)|\*\*(?=[^*]+\*\*:?\s*$))(.*)/su;
const ticked = /^(?:[-*+]|\d{1,9}[.)]) +\[[ xX]\](?: |$)/u;
const noAnswer = /^_no response_\s*$/iu;

/** Classifies lines by what the lines before them have opened. */
class LineReader {
  readonly #take: TakeLine;
  /** The marks that opened a fence. */
  #fence = "";
  #inPre = false;
  #inComment = false;
  /** What the last form label says of the lines under it. */
  #section: LabelRole = "prose";
  /** Columns that a list item's text is indented by; 0 outside of lists. */
  #listIndent = 0;
  /** What a line without marks of its own continues. */
  #before: LineRole | "blank" = "blank";

  constructor(take: TakeLine) {
    this.#take = take;
  }

  read(whole: string): void {
    const line = whole.length > maxLineLength ? whole.slice(0, maxLineLength) : whole;
    const start = firstInk(line);
    if (this.#fence !== "") this.#readFenced(line, start);
    else if (this.#inPre || this.#inComment) this.#readHtml(line);
    else if (start === line.length) this.#before = "blank";
    else this.#readOpen(line, start);
  }

  #readFenced(line: string, start: number): void {
    const text = start === 0 ? line : line.slice(start);
    if (text.startsWith(this.#fence) && /^[`~]+\s*$/u.test(text)) {
      this.#fence = "";
      this.#before = "blank";
    } else this.#say("code", line);
  }

  /** Comments are left out; what stands between `<pre>` and `</pre>` is code. */
  #readHtml(line: string): void {
    const close = this.#inPre ? "</pre>" : "-->";
    const end = line.indexOf(close);
    if (this.#inPre) this.#say("code", end < 0 ? line : line.slice(0, end));
    if (end < 0) return;
    this.#inPre = false;
    this.#inComment = false;
    this.#before = "blank";
    this.read(line.slice(end + close.length));
  }

  #readOpen(line: string, start: number): void {
    const indent = columns(line, start);
    const text = line.slice(start);
    if (indent >= this.#listIndent + 4 && this.#before !== "prose" && this.#before !== "quote") this.#say("log", text);
    else if (this.#openFence(text)) this.#before = "code";
    else if (text.startsWith(">") && !text.startsWith(">>> ")) this.#readQuote(text);
    else if (listItem.test(text)) this.#readItem(text, indent);
    else {
      if (indent < this.#listIndent && this.#before === "blank") this.#listIndent = 0;
      this.#readText(text);
    }
  }

  #openFence(text: string): boolean {
    const mark = text.startsWith("```") || text.startsWith("~~~") ? fence.exec(text)?.[0] : undefined;
    if (mark !== undefined) this.#fence = mark;
    return mark !== undefined;
  }

  #readQuote(text: string): void {
    this.#say("quote", text.replace(/^[\s>]+/u, ""));
    this.#before = "quote";
  }

  /** An item may open a fence, hold a log line, or be a box to tick, which says nothing. */
  #readItem(text: string, indent: number): void {
    const mark = listItem.exec(text)?.[0] ?? "";
    this.#listIndent = indent + Math.max(2, mark.length);
    this.#before = "prose";
    if (ticked.test(text)) return;
    const rest = text.slice(mark.length);
    if (!this.#openFence(rest)) this.#readText(rest);
  }

  #readText(text: string): void {
    if (text.startsWith("#") || text.startsWith("**")) {
      const label = heading
        .exec(text)?.[1]
        ?.trimStart()
        .replace(/(?<![\s#*:])[\s#*:]+$/u, "");
      const role = label === undefined ? undefined : labelRole(label);
      if (label !== undefined) this.#section = role ?? "prose";
      if (role !== undefined) return void (this.#before = "blank");
    }
    if (text.includes("<")) this.#readTagged(text);
    else if (isLogLine(text)) this.#say("log", text);
    else this.#sayWords(text);
  }

  /** Leaves out comments and hands `<pre>` on; what follows either is read as a line of its own. */
  #readTagged(text: string): void {
    const comment = text.indexOf("<!--");
    const pre = text.search(/<pre[\s>]/iu);
    const at = comment < 0 || (pre >= 0 && pre < comment) ? pre : comment;
    if (at < 0) return isLogLine(text) ? this.#say("log", text) : this.#sayWords(text);
    if (at > 0) this.#sayWords(text.slice(0, at));
    this.#inPre = at === pre;
    this.#inComment = !this.#inPre;
    this.#readHtml(text.slice(this.#inPre ? text.indexOf(">", at) + 1 || text.length : at + "<!--".length));
  }

  #sayWords(text: string): void {
    // A line without marks goes on with the paragraph before it, which may be a quote.
    const role = this.#before === "quote" ? "quote" : this.#section;
    if (role === "nothing" || noAnswer.test(text)) return;
    this.#say(role, text);
    if (role !== "quote") this.#before = "prose";
  }

  #say(role: LineRole, text: string): void {
    this.#before = role;
    if (text !== "") this.#take(role, text);
  }
}

function firstInk(line: string): number {
  let at = 0;
  while (at < line.length && line.charCodeAt(at) <= 32) at++;
  return at;
}

/** Width of a line's indentation, where a tab goes to the next multiple of four. */
function columns(line: string, start: number): number {
  let width = 0;
  for (let i = 0; i < start; i++) width += line.charCodeAt(i) === 9 ? 4 - (width % 4) : 1;
  return width;
}

/**
 * Reads Markdown line by line and classifies each line, in linear time: a question is read while its find waits and may
 * be a megabyte of log, for which a syntax tree would block for seconds. A line of a wrong class only gets another
 * weight. Comments, images, link targets, boxes to tick and the labels of question forms are left out.
 */
export function readLines(markdown: string, take: TakeLine): void {
  const text = markdown.includes("\r") ? markdown.replace(/\r\n?/gu, "\n") : markdown;
  const reader = new LineReader(take);
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf("\n", start);
    reader.read(text.slice(start, end < 0 ? text.length : end));
    if (end < 0) return;
    start = end + 1;
  }
}

/** Lines that programs write: timestamps, levels, stack frames, shell prompts, assignments of data. */
const logLine =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]|\[?\d\d:\d\d:\d\d|at [\w$.<>[\] ]+\(|File ".*", line \d+|(?:\[\w+\] ?)?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b[:\] ]|npm (?:ERR!|WARN|error|warn)|\$ |>>> |[{}[\]();,]+\s*$)/u;

/** The first characters of such lines, which exclude most other lines quickly. */
const starts: ReadonlySet<string> = new Set("[0123456789aFTDIWEn$>{}]();,");

/** Whether a line, without its indentation, was written by a program: a log, a stack trace, a prompt. */
function isLogLine(line: string): boolean {
  return starts.has(line.charAt(0)) && logLine.test(line);
}
