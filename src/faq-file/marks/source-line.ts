import type { EntrySource } from "../../core/faq-editor.ts";
import { inlineText } from "../../text/neutralise.ts";

export type { EntrySource };

/** Longest login that GitHub gives, with room for those of apps and companies. */
const longestLogin = 60;

/** Most logins mean nothing to Markdown as they are. */
function loginText(login: string): string {
  return /^[a-z\d]+(?:-[a-z\d]+)*$/iu.test(login) ? login.slice(0, longestLogin) : inlineText(login, longestLogin);
}

/**
 * The last line of an entry, for its readers: where it comes from, who answered (credited in plain words, which
 * notifies nobody), and when it was verified.
 */
export function sourceLine({ number, url, answerer, verified }: EntrySource): string {
  const credit = answerer === undefined ? "" : `, answered by ${loginText(answerer)}`;
  const address = url.replaceAll(
    /[<>(){}\\\s"]/gu,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `_From [discussion ${number}](${address})${credit}, verified on ${verified}._`;
}

/**
 * Where the source line begins in the text of an answer; undefined where it does not end in one. Only an entry with a
 * source has one.
 */
export function findSourceLine(answer: string, thread: number): number | undefined {
  const start = Math.max(answer.lastIndexOf("\n"), answer.lastIndexOf("\r")) + 1;
  const line = answer.slice(start).trimStart();
  const isOne = line.length < 3_000 && line.startsWith(`_From [discussion ${thread}](`) && line.endsWith("._");
  return isOne ? answer.length - line.length : undefined;
}

/** The same line with another day; as it is where somebody took the day out. */
export function redated(line: string, verified: string): string {
  return line.replace(/(?<=, verified on )\d{4}-\d{2}-\d{2}(?=\._$)/u, verified);
}
