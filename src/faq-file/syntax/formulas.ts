import type { Code, Node, Parent, PhrasingContent } from "mdast";
import { visit } from "unist-util-visit";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { childrenOf } from "../../text/plain-text.ts";
import { applyEdits, type Edit } from "../edit/text-edit.ts";
import { mathIn } from "../relocate/outside-math.ts";

/** The text with its formulas (`$x^{2}$`) in GitHub's other form, with code inside; see `keepFormulas`. */
export function formulasAsCode(markdown: string): string {
  if (!markdown.includes("$")) return markdown;
  const edits: Edit[] = [];
  visit(parseMarkdown(markdown), "text", ({ position }) => {
    const at = position?.start.offset ?? 0;
    for (const { start, end, sign } of mathIn(markdown.slice(at, position?.end.offset))) {
      const inner = markdown.slice(at + start + sign.length, at + end - sign.length);
      if (!inner.includes("`")) edits.push({ start: at + start, end: at + end, text: `${sign}\`${inner}\`${sign}` });
    }
  });
  return applyEdits(markdown, edits);
}

/**
 * Formulas in GitHub's form with code inside (`` $`x^{2}`$ ``), which MDX cannot take for expressions, as they are to be
 * written; those that stand alone become blocks. Any other `$` is escaped: where a site reads formulas, it could
 * otherwise end code early, and what stands in code would be an expression. Changes the tree in place.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 */
export function keepFormulas(node: Node): void {
  if (!("children" in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.map((child) => (child.type === "paragraph" && asBlock(child.children)) || child);
  for (let i = 1; i + 1 < parent.children.length; i++) {
    const formula = formulaAt(parent.children as PhrasingContent[], i);
    if (formula !== undefined) parent.children.splice(i - 1, 3, ...formula);
  }
  for (const child of childrenOf(node)) keepFormulas(child);
}

function asBlock(children: readonly PhrasingContent[]): Code | undefined {
  const [before, code, after] = children;
  const isAlone = children.length === 3 && before?.type === "text" && after?.type === "text";
  if (!isAlone || before.value !== "$$" || after.value !== "$$" || code?.type !== "inlineCode") return undefined;
  return { type: "code", lang: "math", value: code.value };
}

function formulaAt(children: readonly PhrasingContent[], at: number): PhrasingContent[] | undefined {
  const [before, code, after] = children.slice(at - 1, at + 2);
  if (before?.type !== "text" || code?.type !== "inlineCode" || after?.type !== "text") return undefined;
  if (!before.value.endsWith("$") || !after.value.startsWith("$") || /[$`]/u.test(code.value)) return undefined;
  return [
    { ...before, value: before.value.slice(0, before.value.endsWith("$$") ? -2 : -1) },
    { type: "verbatim", value: `$\`${onOneLine(code.value)}\`$` },
    { ...after, value: after.value.slice(after.value.startsWith("$$") ? 2 : 1) },
  ];
}

function onOneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}
