import type { YAMLException } from "js-yaml";
import { isScalar, parseDocument, visit } from "yaml";
import { lineFinder } from "./places.ts";
import { startOfFile, toProblem, type ConfigProblem } from "./problem.ts";

/** Why YAML cannot be read, in words for people who do not know its grammar. */
export function yamlProblem(error: YAMLException, text: string): ConfigProblem {
  const { mark, reason } = error;
  if (!mark) return toProblem(startOfFile, sentence(reason));
  const at = lineFinder(text);
  const offset = Math.min(mark.position, text.length);
  const { line } = at(offset);
  if (reason.startsWith("nesting exceeded"))
    return toProblem(at(offset), "This is nested deeper than a hundred levels");
  if (reason.startsWith("null byte")) {
    const isWide = text.split("\0").length > text.length / 3;
    const advice = isWide ? "it looks like UTF-16; save it as UTF-8" : "take it out";
    return toProblem(at(offset), `The file holds a character that no text has (NUL): ${advice}`);
  }
  const opened = openedBefore(text, line);
  if (opened) return toProblem(at(opened.offset), opened.message);
  const before = lineAt(text, offset);
  const tab = /^ *\t/u.test(before) || /indentation/iu.test(reason) ? before.indexOf("\t") : -1;
  if (tab >= 0) {
    return toProblem(at(offset - before.length + 1 + tab), "The line has a tab in it: YAML takes spaces alone");
  }
  const hint = hintAt(text, offset, reason);
  if (hint !== undefined) return toProblem(at(offset), hint);
  if (reason.startsWith("bad indentation")) {
    const indent = /^ *(?=[\w"'-]+:?$)/u.exec(before)?.[0];
    if (indent === undefined)
      return toProblem(
        at(offset),
        "YAML cannot read on from here: a text with `: `, `#` or quotes in it needs quotes around it",
      );
    return toProblem(
      at(offset - before.length + 1 + indent.length, offset),
      "The line is not indented like those it belongs to",
    );
  }
  if (reason.startsWith("deficient indentation")) {
    return toProblem(at(offset), "A bracket or a quote that was opened before this line is not closed");
  }
  return toProblem(at(offset), sentence(reason));
}

/**
 * A quote that is open: `yaml` knows of it where `js-yaml` only stops some lines later. No more of the text is shown to
 * it than was read, since it takes any depth of nesting.
 */
function openedBefore(text: string, line: number): { readonly offset: number; readonly message: string } | undefined {
  const read = text
    .split(/(?<=\r\n|\r(?!\n)|\n)/u)
    .slice(0, line)
    .join("");
  const [first] = parseDocument(read, { uniqueKeys: false, prettyErrors: false }).errors;
  const quote = first?.code === "MISSING_CHAR" ? /closing (['"])quote/u.exec(first.message)?.[1] : undefined;
  const offset = quote === undefined ? undefined : openQuote(read, quote);
  return offset === undefined ? undefined : { offset, message: `A quote is opened here and never closed: ${quote}` };
}

/** The last value that begins with a quote of this kind and has no second one in its line. */
function openQuote(text: string, quote: string): number | undefined {
  let offset = 0;
  let found: number | undefined;
  for (const line of text.split(/(?<=\n)/u)) {
    const start = line.indexOf(quote);
    if (start >= 0 && line.indexOf(quote, start + 1) < 0) found = offset + start;
    offset += line.length;
  }
  return found;
}

/** Advice for what people write most often and YAML does not take. */
function hintAt(text: string, offset: number, reason: string): string | undefined {
  const rest = text.slice(offset, offset + 200).split(/[\r\n]/u, 1)[0] ?? "";
  if (reason.startsWith("duplicated mapping key")) return duplicate(text, offset);
  if (reason.includes("tag !")) return "YAML tags are not read: put a text that begins with `!` into quotes";
  const alias = /^unidentified alias "([^]*)"$/u.exec(reason)?.[1];
  const starts = alias === undefined ? /^[@`%*&]/u.exec(rest)?.[0] : "*";
  if (starts === undefined) return undefined;
  const whole = alias === undefined ? (rest.split(/[,\]}]/u, 1)[0] ?? "").trim() : `*${alias}`;
  const quote = whole.includes("'") ? '"' : "'";
  return `A text that begins with \`${starts}\` needs quotes: write \`${quote}${whole.slice(0, 60)}${quote}\``;
}

function lineAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return text.slice(start, offset + 1);
}

/** The same key twice, with the line of the first. */
function duplicate(text: string, offset: number): string {
  const at = lineFinder(text);
  let told: string | undefined;
  visit(parseDocument(text.slice(0, offset + 200), { uniqueKeys: false }), {
    Map(_, { items }) {
      const keys = items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      const second = keys.find(({ range }) => range?.[0] === offset);
      const first = second && keys.find(({ value }) => value === second.value);
      if (!first?.range || first === second) return undefined;
      told = `\`${String(first.value).slice(0, 60)}\` stands here a second time, and in line ${at(first.range[0]).line} before: keep one of them`;
      return visit.BREAK;
    },
  });
  return told ?? "The same key stands here a second time: keep one of them";
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
