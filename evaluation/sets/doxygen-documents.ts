import type { SetDocument } from "./evaluation-set.ts";
import { docsDocuments } from "./docs-documents.ts";

interface DoxygenPart {
  /** 1 for a page, 2 for a section, and so on. */
  readonly depth: number;
  readonly id: string;
  readonly title: string;
  readonly lines: string[];
}

const commands = ["page", "section", "subsection", "subsubsection"];

/**
 * Documents of Doxygen's pages, which are `\page`, `\section` and so on in comments, or Markdown with `{#id}` behind its
 * headings (https://www.doxygen.nl/manual/markdown.html#md_header_id). `base` is the address of the folder they are
 * published in, with `/` at its end. A section is `docs:<id of page>#<id of section>`.
 */
export function doxygenDocuments(text: string, base: string): readonly SetDocument[] {
  let open: readonly DoxygenPart[] = [];
  return partsOf(text).flatMap((part): SetDocument[] => {
    open = [...open.filter(({ depth }) => depth < part.depth), part];
    const [page] = open;
    if (page === undefined || page.depth !== 1) return [];
    const anchor = part === page ? "" : `#${part.id}`;
    return [
      {
        ...bodyOf(part),
        id: `docs:${page.id}${anchor}`,
        title: part.title,
        context: open.slice(0, -1).map(({ title }) => title),
        url: `${base}${doxygenFile(page.id)}${anchor}`,
      },
    ];
  });
}

/** The file that Doxygen writes a page into: capitals become small with `_` before them. */
export function doxygenFile(id: string): string {
  return `${id.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}.html`;
}

function partsOf(text: string): readonly DoxygenPart[] {
  const parts: DoxygenPart[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const heading = readHeading(line);
    if (heading === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ ...heading, lines: [] });
  }
  return parts;
}

function readHeading(line: string): Omit<DoxygenPart, "lines"> | undefined {
  const [, name = "", id = "", title = ""] =
    /^\s*(?:\/\*[*!]\s*)?[\\@](page|section|subsection|subsubsection)\s+(\S+)\s*(.*?)\s*$/u.exec(line) ?? [];
  if (name !== "") return { depth: commands.indexOf(name) + 1, id, title: withoutMarks(title || id) };
  const [, marks = "", text = "", own = ""] = /^(#{1,4}) +(.*?)\s*\{#([\w-]+)\}\s*$/u.exec(line) ?? [];
  return marks === "" ? undefined : { depth: marks.length, id: own, title: withoutMarks(text) };
}

/** The part as Markdown, cut by the app's own reader, which sets its code apart. */
function bodyOf({ lines }: DoxygenPart): Pick<SetDocument, "kind" | "body"> {
  const text = toMarkdown(lines.join("\n").replace(/\*\/[\s\S]*$/u, ""));
  const pieces = docsDocuments({ path: "part.md", name: "part", text });
  return { kind: "docs", body: pieces.map(({ body }) => body).join("\n\n") };
}

function toMarkdown(text: string): string {
  return withoutMarks(
    text
      .replaceAll(/[\\@](?:tableofcontents|brief|par|internal|endinternal|li)\b/gu, "")
      .replaceAll(/[\\@](?:code(?:\{[^}]*\})?|verbatim)[^\S\n]*\n?/gu, "\n```\n")
      .replaceAll(/\n?[^\S\n]*[\\@](?:endcode|endverbatim)/gu, "\n```\n"),
  );
}

/** Commands within a line: `\ref id "title"` is its title, `\c word` is the word, and `%Word` is not to be linked. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/[\\@](?:ref|subpage)\s+\S+\s+"([^"\n]*)"/gu, "$1")
    .replaceAll(/[\\@](?:ref|subpage|a|b|c|e|em|p)\s+(?=\S)/gu, "")
    .replaceAll(/%(?=[A-Z])/gu, "");
}
