import { loadAll, YAMLException } from "js-yaml";
import { describeIssues } from "./describe-issue.ts";
import { placesOf } from "./places.ts";
import { startOfFile, toProblem, type ConfigProblem } from "./problem.ts";
import { Config } from "./schema.ts";
import { yamlProblem } from "./yaml-problem.ts";

export type LoadedConfig = { readonly config: Config } | { readonly problems: readonly ConfigProblem[] };

/** Longer than any honest config; keeps a hostile file from costing time. */
export const maxConfigLength = 64 * 1024;

/**
 * Values of a config with each alias counted as often as it stands for something: more than a file of that length holds
 * without any. Ten kilobytes of aliases of a map of mistakes are a quarter of a million problems.
 */
const maxValues = 40_000;

/** Nobody mends more at a time, and each is looked up in the text. */
const maxProblems = 300;

/** Turn the text of a config into a `Config`, or into problems with their places. Never throws. */
export function loadConfig(text: string): LoadedConfig {
  if (text.length > maxConfigLength) return broken(`The file is longer than ${maxConfigLength / 1024} KB`);
  const plain = toPlainText(text);
  let data: unknown;
  try {
    const documents = loadAll(plain);
    if (documents.length > 1) {
      const second = toProblem(
        placesOf(plain).ofDocument(1),
        "Here begins a second YAML document, and a config is one: take the line `---` out",
      );
      return { problems: [second] };
    }
    data = documents[0] ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problems: [yamlProblem(error, plain)] };
  }
  if (!isWithin(data, maxValues)) return broken("The file repeats too much by its aliases (`*name`)");
  const result = Config.safeParse(data);
  if (result.success) return { config: result.data };
  const places = placesOf(plain);
  const problems = describeIssues(result.error.issues, data)
    .slice(0, maxProblems)
    .map(({ path, message, suggestion, isKey }) =>
      toProblem(isKey ? places.ofKey(path) : places.ofValue(path), message, {
        ...(suggestion !== undefined && { suggestion }),
      }),
    );
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/**
 * The text by which places are counted: without a byte order mark, which no editor shows, and with line feeds where old
 * programs end lines by carriage returns alone.
 */
export function toPlainText(text: string): string {
  return text.replace(/^\uFEFF/u, "").replaceAll(/\r(?!\n)/gu, "\n");
}

function broken(message: string): LoadedConfig {
  return { problems: [toProblem(startOfFile, message)] };
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
