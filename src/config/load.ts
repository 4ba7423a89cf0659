import { loadAll, YAMLException } from "js-yaml";
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { issueMessage } from "./issue-message.ts";
import { Config } from "./schema.ts";

/** A mistake in a config, for the person who can mend it. Lines and columns count from 1. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type LoadedConfig = { readonly config: Config } | { readonly problems: readonly ConfigProblem[] };

/** Longer than any honest config; keeps a hostile file from costing time. */
const maxConfigLength = 64 * 1024;

/**
 * Values of a config with each alias counted as often as it stands for something: more than a file of that length holds
 * without any. Ten kilobytes of aliases of a map of mistakes are a quarter of a million problems.
 */
const maxValues = 40_000;

/** Nobody mends more at a time, and each is looked up in the text. */
const maxProblems = 300;

/** Turn the text of a config into a `Config`, or into problems with their places. Never throws. */
export function loadConfig(text: string): LoadedConfig {
  if (text.length > maxConfigLength) return problem(1, 1, `The file is longer than ${maxConfigLength / 1024} KB.`);
  let data: unknown;
  try {
    const documents = loadAll(text);
    if (documents.length > 1) return problem(1, 1, "The file holds more than one YAML document.");
    data = documents[0] ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return problem((error.mark?.line ?? 0) + 1, (error.mark?.column ?? 0) + 1, sentence(error.reason));
  }
  if (!isWithin(data, maxValues)) return problem(1, 1, "The file repeats too much by its aliases (`*name`).");
  const result = Config.safeParse(data);
  if (result.success) return { config: result.data };
  const place = places(text);
  const described = result.error.issues.flatMap(describe).slice(0, maxProblems);
  const problems = described.map((it) => ({ ...place(it), message: cut(it.message, maxMessage) }));
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** `5:14 related-answers.threshold: …`, as a compiler would say it. */
export function renderProblem({ line, column, message }: ConfigProblem): string {
  return `${line}:${column} ${message}`;
}

/** Whether a value has no more than `max` values in it. */
function isWithin(data: unknown, max: number): boolean {
  let seen = 0;
  const waiting: unknown[] = [data];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
    seen += 1 + inner.length;
    if (seen > max) return false;
    for (const it of inner) if (typeof it === "object") waiting.push(it);
  }
  return true;
}

function problem(line: number, column: number, message: string): LoadedConfig {
  return { problems: [{ line, column, message: cut(message, maxMessage) }] };
}

interface Described {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Whether the key itself is wrong, and not its value. */
  readonly isKey?: boolean;
}

/** Unknown keys arrive as one issue at their parent; each gets its own place and line. */
function describe(issue: z.core.$ZodIssue): Described[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path, message: `${name(path)}: there is no such setting`, isKey: true };
    });
  }
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flatMap((them) => them).filter((it) => it.path.length > 0);
    const first = inner[0];
    if (first) return describe({ ...first, path: [...issue.path, ...first.path] });
  }
  return [{ path: issue.path, message: `${name(issue.path) || "the file"}: ${issueMessage(issue)}` }];
}

/**
 * Finds where a setting stands: its value, or its key where the key is what is wrong.
 * `js-yaml` reads the data; only `yaml` keeps positions for all of it.
 */
function places(text: string): (it: Described) => Omit<ConfigProblem, "message"> {
  const lineCounter = new LineCounter();
  // js-yaml has refused a file with a key twice; looking for one here takes the square of their number.
  const document = parseDocument(text, { lineCounter, uniqueKeys: false });
  return ({ path, isKey }) => {
    const node = (isKey ? keyAt(document, path) : undefined) ?? nearestValue(document, path);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) return { line: 1, column: 1 };
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
}

/** Where a setting of a config stands, for what is wrong with it elsewhere. */
export function placeOf(text: string, path: readonly PropertyKey[]): Omit<ConfigProblem, "message"> {
  return places(text)({ path, message: "" });
}

function keyAt(document: Document, path: readonly PropertyKey[]): unknown {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key;
}

/** The value at `path`, or at the longest part of it that there is: a missing setting is told at its parent. */
function nearestValue(document: Document, path: readonly PropertyKey[]): unknown {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

/** Keys, aliases and values are repeated in messages, however long somebody made them. */
const maxKey = 100;
const maxMessage = 600;

function name(path: readonly PropertyKey[]): string {
  return path.map((it) => cut(String(it), maxKey)).join(".");
}

function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max).toWellFormed()}…` : text;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
