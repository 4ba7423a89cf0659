import { splitSections } from "../../src/text/split-sections.ts";
import type { SetDocument } from "./evaluation-set.ts";

/** A page of docs, and how its sections are called. */
export interface DocsPage {
  /** Its path in the repository; `.mdx` is read as MDX. */
  readonly path: string;
  readonly text: string;
  /** Rest of the ids of its sections: `docs:<name>#<anchor>`. */
  readonly name: string;
  /** Where it is published, without `#`. */
  readonly url?: string;
}

/** Cuts a page into documents where the app cuts it. The first section of a page has the page's own id. */
export function docsDocuments({ path, text, name, url }: DocsPage): readonly SetDocument[] {
  return splitSections(path, text).map((section, index) => {
    const anchor = index === 0 ? "" : `#${section.anchor}`;
    return {
      id: `docs:${name}${anchor}`,
      kind: "docs",
      title: section.title,
      context: section.headings.slice(0, -1),
      body: withCode(section.text, section.code),
      ...(url !== undefined && { url: `${url}${anchor}` }),
    };
  });
}

/** A corpus keeps code in fences within the body, from which its reader takes it apart again. */
function withCode(text: string, code: string): string {
  if (code.trim() === "") return text;
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([mark]) => mark.length));
  const fence = "`".repeat(longest + 1);
  return `${text}\n\n${fence}\n${code}\n${fence}`.trim();
}
