import type { z } from "zod";
import { readLines } from "./read-lines.ts";
import { SetError } from "./set-error.ts";

/** What one line holds, and where it stands. */
export interface SetRecord<Value> {
  readonly line: number;
  readonly value: Value;
}

/**
 * The JSON objects of a file, one a line, each of the given shape and with an id of its own. Fields that the shape does
 * not name are left out. Throws `SetError` for the first line that is not so, and for a file without any.
 */
export async function* readRecords<Value extends { readonly id: string }>(
  file: string,
  shape: z.ZodType<Value>,
): AsyncGenerator<SetRecord<Value>> {
  const lineOf = new Map<string, number>();
  for await (const { number: line, text } of readLines(file)) {
    const parsed = shape.safeParse(parse(file, line, text));
    if (!parsed.success) throw new SetError({ file, line, what: whatIsWrong(parsed.error) });
    const { id } = parsed.data;
    const before = lineOf.get(id);
    if (before !== undefined) throw new SetError({ file, line, what: `the id "${id}" stands on line ${before} too` });
    lineOf.set(id, line);
    yield { line, value: parsed.data };
  }
  if (lineOf.size === 0) throw new SetError({ file, what: "is empty" });
}

function parse(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The reason quotes the text, which may hold anything.
    const why = error instanceof Error ? error.message.replace(/\p{Cc}+/gu, " ") : "";
    throw new SetError({ file, line, what: `is not JSON: ${why}` });
  }
}

function whatIsWrong(error: z.ZodError): string {
  const [first] = error.issues;
  return first === undefined ? "is not as it should be" : `${first.path.join(".")} ${first.message}`.trim();
}
