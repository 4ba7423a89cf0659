import { ExportError } from "./export-error.ts";
import { CutShortError, endOfString } from "../text/json-ends.ts";
import { endOfValue, skipBlank } from "./value-ends.ts";

/** A part of a text; `end` is behind its last character. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where in an export is what. */
export interface ScannedExport {
  readonly threads: readonly Range[];
  /** Values of what stands beside the discussions in a file that `frontdesk export` writes. */
  readonly roles?: Range;
  readonly exportedAt?: Range;
  /** What GitHub's answer refused. */
  readonly errors?: Range;
}

/** What leads to discussions: keys of GraphQL's answers, and our own. */
const containers: ReadonlySet<string> = new Set(
  "data,repository,organization,search,discussions,threads,nodes,edges,node".split(","),
);
const beside = ["roles", "exportedAt", "errors"] as const;

const maxDepth = 20;

/**
 * Finds the discussions in a text without reading them, so that 100,000 need not be in memory at one time, and each that
 * is wrong can be named by its line. Takes an array of discussions, `{ "threads": […], "roles": {…} }`, and GraphQL's
 * answers as they come: one, one behind the other as `gh api --paginate` prints them (cli/cli#1268), or in an array, as
 * with `--slurp` (cli/cli#10459); with `nodes` or with `edges`. Throws `ExportError`.
 */
export function scanExport(text: string): ScannedExport {
  const scan = new Scan(text);
  try {
    scan.run();
  } catch (error) {
    if (!(error instanceof CutShortError)) throw error;
    const line = new ExportError(text, scan.last, "").line;
    const where = `the file is cut short here, in or behind what begins on line ${line}`;
    throw new ExportError(text, text.length, `${where}; discussions before that: ${scan.threads.length}`);
  }
  return { ...scan.beside, threads: scan.threads };
}

class Scan {
  readonly threads: Range[] = [];
  readonly beside: Partial<Record<(typeof beside)[number], Range>> = {};
  /** Where the object begins that was looked at last. */
  last = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    let at = skipBlank(this.#text, this.#text.startsWith("\uFEFF") ? 1 : 0);
    if (at === this.#text.length) throw this.#problem(0, "the file is empty");
    while (at < this.#text.length) at = skipBlank(this.#text, this.#walk(at, 0));
  }

  /** The end of a value that may hold discussions. */
  #walk(start: number, depth: number): number {
    if (depth > maxDepth) throw this.#problem(start, "these values are nested deeper than any export");
    const first = this.#at(start);
    if (first === "[") return this.#walkArray(start, depth);
    if (first === "{") return this.#walkObject(start, depth);
    if (this.#text.startsWith("null", start)) return start + 4;
    throw this.#problem(start, "here should be a discussion, or an array of them");
  }

  #walkArray(start: number, depth: number): number {
    let next = skipBlank(this.#text, start + 1);
    while (this.#at(next) !== "]") next = this.#behindComma(this.#walk(next, depth + 1), "]");
    return next + 1;
  }

  #walkObject(start: number, depth: number): number {
    this.last = start;
    const known = this.threads.length;
    const keys = new Set<string>();
    let next = skipBlank(this.#text, start + 1);
    while (this.#at(next) !== "}") {
      const { key, value } = this.#member(next);
      keys.add(key);
      const isContainer = containers.has(key) && "[{".includes(this.#at(value));
      const end = isContainer ? this.#walk(value, depth + 1) : endOfValue(this.#text, value);
      const name = beside.find((it) => it === key);
      if (name) this.beside[name] ??= { start: value, end };
      next = this.#behindComma(end, "}");
    }
    this.#close(keys, { start, end: next + 1 }, known);
    return next + 1;
  }

  /** An object with a number or a title is a discussion; what it says of its repository leads to no others. */
  #close(keys: ReadonlySet<string>, range: Range, known: number): void {
    if (keys.has("number") || keys.has("title")) this.threads.splice(known, Infinity, range);
    else if (![...keys].some((it) => containers.has(it) || it === "errors" || it === "roles")) {
      throw this.#problem(range.start, "this is no discussion: it has no number and no title");
    }
  }

  #member(at: number): { readonly key: string; readonly value: number } {
    if (this.#at(at) !== '"') throw this.#problem(at, "here should be the name of a field");
    const end = endOfString(this.#text, at);
    const colon = skipBlank(this.#text, end);
    if (this.#at(colon) !== ":") throw this.#problem(colon, "here should be :");
    return { key: this.#text.slice(at + 1, end - 1), value: skipBlank(this.#text, colon + 1) };
  }

  /** Where the next member begins, or what closes them stands. */
  #behindComma(end: number, closing: "]" | "}"): number {
    const next = skipBlank(this.#text, end);
    if (this.#at(next) === closing) return next;
    if (this.#at(next) !== ",") throw this.#problem(next, `here should be , or ${closing}`);
    const member = skipBlank(this.#text, next + 1);
    if (this.#at(member) === closing) throw this.#problem(next, `there is a comma too many before ${closing}`);
    return member;
  }

  #at(offset: number): string {
    const character = this.#text[offset];
    if (character === undefined) throw new CutShortError();
    return character;
  }

  #problem(offset: number, message: string): ExportError {
    return new ExportError(this.#text, offset, message);
  }
}
