/** The log: facts first, then one line for a person. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The most that is told of an error's message, in characters. */
const maxMessageLength = 400;

/**
 * An error in one line, for the log and the inbox: its kind, and its message cut short. What the engine says of
 * unreadable text repeats that text, such as a whole regular expression or the beginning of a JSON document, so of a
 * `SyntaxError` only the words before are kept: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors
 */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  return `${error.name}: ${errorMessage(error)}`;
}

/** The message alone, by the same rule. */
export function errorMessage(error: Error): string {
  const isQuoting = error instanceof SyntaxError;
  return oneLine(isQuoting ? (error.message.split(/[:'"`/]/u, 1)[0] ?? "") : error.message);
}

/** Where an error comes from, without its message, which V8 puts on top: at most `maxLines` lines. */
export function stackFrames({ stack = "" }: Error, maxLines: number): string {
  const frames = stack.split("\n").filter((line) => /^ {4}at /u.test(line));
  return frames
    .slice(0, maxLines)
    .map((it) => it.slice(0, maxMessageLength))
    .join("\n");
}

function oneLine(text: string): string {
  // Cut before it is looked through: a message may be megabytes long.
  const start = text.slice(0, maxMessageLength * 2).replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
  const line = start.trim();
  return line.length > maxMessageLength || text.length > maxMessageLength * 2
    ? `${line.slice(0, maxMessageLength)}…`
    : line;
}
