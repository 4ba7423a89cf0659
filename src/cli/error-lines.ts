import { GitHubError, GoneError } from "../core/errors.ts";
import { isFileError, isNetworkError, ownWords } from "./known-errors.ts";

/**
 * What is told of an error: one line of what is wrong and what to do, or a few for several problems of one file. Where it
 * came from is for whoever looks for a bug: FRONTDESK_DEBUG=1.
 */
export function errorLines(error: unknown, env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (!(error instanceof Error)) return String(error);
  if (env["FRONTDESK_DEBUG"] === "1" && error.stack !== undefined) return error.stack;
  if (isFileError(error)) return fileLine(error);
  if (error instanceof GoneError) return `${error.message} (Does it exist, and may the token read it?)`;
  if (error instanceof GitHubError) {
    return `${error.message}. Look at the network, the address and the token, and at https://www.githubstatus.com.`;
  }
  if (isNetworkError(error) && !hasOwnWords(error)) return networkLine(error);
  if (isBug(error)) {
    return `${oneLine(error.message)}\nThat is a bug in Frontdesk. FRONTDESK_DEBUG=1 shows where it is; please report it.`;
  }
  return error.message;
}

/** Our own kinds of errors say what to do themselves. */
function hasOwnWords({ constructor }: Error): boolean {
  return constructor !== Error && constructor !== TypeError;
}

/** What JavaScript itself throws at wrong code. */
function isBug(error: Error): boolean {
  return [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind);
}

function fileLine(error: NodeJS.ErrnoException): string {
  const { code = "", path, message } = error;
  const words = Object.hasOwn(ownWords, code) ? ownWords[code as keyof typeof ownWords] : oneLine(message);
  return path === undefined ? `A file cannot be used: ${words}.` : `${path} cannot be used: ${words}.`;
}

/** The innermost tells most: `fetch failed` is caused by what the system said. */
function networkLine(error: Error): string {
  let inner: Error = error;
  while (inner.cause instanceof Error) inner = inner.cause;
  const said = inner === error ? "" : ` (${oneLine(inner.message)})`;
  return `${oneLine(error.message)}${said}. Is there a network, and is the address right?`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/gu, " ");
}
