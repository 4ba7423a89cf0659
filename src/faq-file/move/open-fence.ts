import { parseMarkdown } from "../../text/parse-markdown.ts";

/**
 * The fence of the code that a text ends in where nobody closed it; empty where there is none. In a comment such code
 * goes to the end of that; in a file it would go on to the end of the file.
 */
export function openFence(edited: string): string {
  if (!/`{3}|~{3}/u.test(edited)) return "";
  const text = `\n${edited}`;
  const last = parseMarkdown(text).children.at(-1);
  if (last?.type !== "code") return "";
  const source = text.slice(last.position?.start.offset, last.position?.end.offset);
  const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(source)?.[1];
  if (fence === undefined) return "";
  const closing = /\n {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(source.trimEnd())?.[1];
  return closing?.startsWith(fence) === true ? "" : fence;
}
