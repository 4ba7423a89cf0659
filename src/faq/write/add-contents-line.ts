import { inlineText } from "../../text/neutralise.ts";
import type { Faq } from "../read/faq-entry.ts";

/**
 * The table of contents with a line for the entry `anchor`, in the style of the line of the entry `beside`: behind it,
 * or before it. Undefined where the table has no line of its own for entries.
 */
export function addContentsLine(
  text: string,
  faq: Faq,
  entry: { readonly question: string; readonly anchor: string },
  beside: { readonly anchor: string; readonly side: "after" | "before" },
): string | undefined {
  const model = faq.contents.find(({ anchor }) => anchor === beside.anchor);
  if (model === undefined) return undefined;
  const line = inStyle(model.line, entry);
  if (line === undefined) return undefined;
  const eol = text.slice(model.start).includes("\r\n") ? "\r\n" : "\n";
  const at = beside.side === "after" ? model.end : model.start - indentOf(text, model.start).length;
  const added =
    beside.side === "after"
      ? `${eol}${indentOf(text, model.start)}${line}`
      : `${indentOf(text, model.start)}${line}${eol}`;
  return text.slice(0, at) + added + text.slice(at);
}

/** `- [Old](#old)` becomes `- [New](#new)`; a number counts on. */
function inStyle(
  line: string,
  { question, anchor }: { readonly question: string; readonly anchor: string },
): string | undefined {
  const match = /^([-*+]|(\d{1,9})([.)]))(\s{1,20})([^[]*)\[/u.exec(line);
  if (match === null || !/\]\(<?#[^)>]{0,400}>?\)/u.test(line.slice(match[0].length))) return undefined;
  const [, mark = "-", number, sign = "", space = " ", before = ""] = match;
  const bullet = number === undefined ? mark : `${Number(number) + (number === "1" ? 0 : 1)}${sign}`;
  return `${bullet}${space}${/[*_]/u.test(before) ? "" : before}[${inlineText(question, 256)}](#${anchor})`;
}

function indentOf(text: string, at: number): string {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lead = text.slice(lineStart, at);
  return /^[ \t]*$/u.test(lead) ? lead : "";
}
