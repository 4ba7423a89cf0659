import { createReadStream } from "node:fs";
import type { z } from "zod";
import { EvaluationSetError } from "./evaluation-set-error.ts";

/** What one line holds, and where it stands. */
export interface JsonRecord<Value> {
  readonly line: number;
  readonly value: Value;
}

/**
 * The JSON objects of a file, one a line, each of the given shape and with an id of its own. Fields that the shape does
 * not name are left out. Throws `EvaluationSetError` for the first line that is not so, and for a file without any.
 */
export async function* readRecords<Value extends { readonly id: string }>(
  file: string,
  shape: z.ZodType<Value>,
): AsyncGenerator<JsonRecord<Value>> {
  const lineOf = new Map<string, number>();
  for await (const { number: line, text } of readLines(file)) {
    const parsed = shape.safeParse(parse(file, line, text));
    if (!parsed.success) throw new EvaluationSetError({ file, line, what: whatIsWrong(parsed.error) });
    const { id } = parsed.data;
    const before = lineOf.get(id);
    if (before !== undefined)
      throw new EvaluationSetError({ file, line, what: `the id "${id}" stands on line ${before} too` });
    lineOf.set(id, line);
    yield { line, value: parsed.data };
  }
  if (lineOf.size === 0) throw new EvaluationSetError({ file, what: "is empty" });
}

function parse(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The reason quotes the text, which may hold anything.
    const why = error instanceof Error ? error.message.replace(/\p{Cc}+/gu, " ") : "";
    throw new EvaluationSetError({ file, line, what: `is not JSON: ${why}` });
  }
}

function whatIsWrong(error: z.ZodError): string {
  const [first] = error.issues;
  return first === undefined ? "is not as it should be" : `${first.path.join(".")} ${first.message}`.trim();
}

/** A line of a file without its end, and its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a UTF-8 file that hold anything, read as they are asked for, so that a file may be larger than memory.
 * Node's `readline` also breaks lines at U+2028 and U+2029, which may stand inside a JSON text; here only `\n` ends one.
 * Throws `EvaluationSetError` for a file that cannot be read or is not UTF-8.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  let rest = "";
  for await (const text of decoded(file)) {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number += 1;
      if (line.trim() !== "") yield { number, text: line };
    }
  }
  if (rest.trim() !== "") yield { number: number + 1, text: rest };
}

/** The file's text in pieces, without a byte order mark. */
async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Uint8Array>) {
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw new EvaluationSetError({ file, what: whyUnreadable(error) });
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EISDIR") return "is a folder, not a file";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "is not UTF-8 text";
  if (code.startsWith("E") && !code.startsWith("ERR_")) return `cannot be read (${code})`;
  throw error;
}
