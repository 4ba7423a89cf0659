import type { SiteSyntax } from "../../core/faq-editor.ts";
import type { EntryShape } from "../read/faq-entry.ts";
import type { NewEntry } from "./entry-content.ts";
import type { EntryTemplate } from "./entry-template.ts";
import { htmlText } from "./html-text.ts";
import { questionText } from "./question-text.ts";
import { underQuestion } from "./under-question.ts";
import { spacesForTabs } from "./tab-columns.ts";

/** How entries are written in a file. */
export interface EntryStyle {
  readonly shape: EntryShape;
  /** Of headings. */
  readonly depth: number;
  /** As the neighbours are; without one, as the shape usually is. */
  readonly template?: EntryTemplate | undefined;
  /** The fragment that leads to it where its file gives entries their own. */
  readonly id: string;
  /** Whether the file is MDX, where comments are written in another way. */
  readonly isMdx: boolean;
  /** What it is read as, whatever it is called. */
  readonly syntax: SiteSyntax;
}

/** An entry as Markdown in the style of its file, with `\n` as line ends and none at its end. */
export function entryText(entry: NewEntry, style: EntryStyle): string {
  const { isMdx, syntax, id } = style;
  const { shape, above, before, after, lead, tail, indent, ids, countedId } = style.template ?? usual(style);
  const question = isHtml(shape, before)
    ? htmlText(entry.question, { isAttribute: before.endsWith('"'), syntax })
    : questionText(entry.question, syntax);
  const [ownAbove, ownBefore] = [above, before].map((it) => withId(it, ids, countedId ?? id)) as [string, string];
  const head = `${ownAbove}${ownBefore}${question}${underlined(after, entry.question)}`;
  return `${head}${setIn(`${underQuestion(entry, { shape, lead, isMdx })}${tail}`, indent)}`;
}

function usual({ shape, depth }: EntryStyle): Omit<EntryTemplate, "number"> {
  const plain = {
    shape,
    above: "",
    before: "",
    after: "",
    lead: "\n\n",
    tail: "",
    indent: 0,
    ids: [],
    countedId: undefined,
  };
  switch (shape) {
    case "heading":
      return { ...plain, before: `${"#".repeat(depth)} ` };
    case "html":
      return { ...plain, before: `<h${depth}>`, after: `</h${depth}>` };
    case "quote":
      return { ...plain, before: "> " };
    case "container":
    case "details":
      return { ...plain, before: "<details>\n<summary>", after: "</summary>", tail: "\n\n</details>" };
    case "bold":
      return { ...plain, before: "**", after: "**" };
    case "numbered":
      return { ...plain, before: "1. **", after: "**", indent: 3 };
    case "lines":
      return { ...plain, before: "Q: ", lead: "\n\nA: " };
  }
}

/** A fragment may lead to one entry only. */
function withId(source: string, ids: readonly string[], id: string): string {
  return ids.reduce(
    (text, old) =>
      text.replaceAll(/((?:id|name)\s*=\s*["']?|#|^\()([\w:.-]+)/giu, (whole, lead: string, name: string) =>
        name === old ? lead + id : whole,
      ),
    source,
  );
}

/** A line under a heading is as long as its words. */
function underlined(after: string, question: string): string {
  return after.replace(/\n(?:-+|=+)/u, (it) => `\n${it.charAt(1).repeat(Math.max(3, question.length))}`);
}

/** Whether a question stands where Markdown means nothing: in a block of HTML, or in an attribute. */
function isHtml(shape: EntryShape, before: string): boolean {
  return shape === "details" || before.endsWith('"') || /^<(?:h[1-6]|p|div|dt|summary|li|ol|ul|dl)\b/iu.test(before);
}

/** Lines as they stand inside of a list, but for the first one. */
export function setIn(text: string, columns: number): string {
  return columns === 0 ? text : spacesForTabs(text).replaceAll(/\n(?=[^\n])/gu, `\n${" ".repeat(columns)}`);
}
