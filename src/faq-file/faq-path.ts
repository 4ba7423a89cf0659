import type { Refusal } from "../core/faq-editor.ts";

const markdown = /\.(?:md|mdx|markdown|mdown|mkdn?)$/iu;

const faqName =
  /^(?:faqs?|frequently[-_ ]?asked(?:[-_ ]questions)?|common[-_ ]questions|questions(?:[-_ ]and[-_ ]answers)?)\b[^/]*$/iu;

/** Whether a page is a FAQ by its name, or by that of its folder: `docs/FAQ.md`, `faq/install.md`. */
export function isFaqPath(path: string): boolean {
  const [name = "", folder = ""] = path.split("/").toReversed();
  return faqName.test(name.replace(/\.[^.]+$/u, "")) || /^faqs?$/iu.test(folder);
}

/** What a file's name says of how it is written: whether as MDX; a refusal where it is no Markdown. */
export function faqFile(path: string): { readonly isMdx: boolean } | Refusal {
  if (!markdown.test(path)) return { refused: `${path} is not a Markdown file (.md or .mdx)` };
  return { isMdx: /\.mdx$/iu.test(path) };
}
