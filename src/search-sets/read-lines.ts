import { createReadStream } from "node:fs";
import { SetError } from "./set-error.ts";

/** A line of a file without its end, and its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a UTF-8 file that hold anything, read as they are asked for, so that a file may be larger than memory.
 * Node's `readline` also breaks lines at U+2028 and U+2029, which may stand inside a JSON text; here only `\n` ends one.
 * Throws `SetError` for a file that cannot be read or is not UTF-8.
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
    throw new SetError({ file, what: whyUnreadable(error) });
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
