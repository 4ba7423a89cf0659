import { CutShortError, endOfBrackets } from "../../text/json-ends.ts";

/** One JSON value of a text that holds several, and the line it begins at, from 1. */
export interface JsonValue {
  readonly line: number;
  readonly value: unknown;
}

/** A text that is no sequence of JSON values. The message says where. */
export class JsonSequenceError extends Error {
  override name = "JsonSequenceError";
}

const blank = /\s/u;

/**
 * The values of a text that holds any number of them: one document, JSON lines, or documents one behind the other as
 * `gh api --paginate` prints them. Each is an object or an array. Time grows with the text.
 */
export function* jsonValues(text: string): Generator<JsonValue> {
  let line = 1;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length;) {
    if (blank.test(text.charAt(at))) {
      if (text.charAt(at) === "\n") line += 1;
      at += 1;
      continue;
    }
    const end = endOfValue(text, at, line);
    const json = text.slice(at, end);
    yield { line, value: parse(json, line) };
    line += json.split("\n").length - 1;
    at = end;
  }
}

/** Behind the bracket that closes the one at `start`. Brackets in strings do not count. */
function endOfValue(text: string, start: number, line: number): number {
  if (!/[{[]/u.test(text.charAt(start))) throw new JsonSequenceError(`line ${line} begins neither with { nor with [`);
  try {
    return endOfBrackets(text, start);
  } catch (error) {
    if (!(error instanceof CutShortError)) throw error;
    throw new JsonSequenceError(`the value that begins on line ${line} is cut short`);
  }
}

function parse(json: string, line: number): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = /line (\d+)/u.exec(message)?.[1];
    throw new JsonSequenceError(
      place === undefined
        ? `the value that begins on line ${line} is not JSON`
        : `line ${line + Number(place) - 1} is not JSON`,
    );
  }
}
