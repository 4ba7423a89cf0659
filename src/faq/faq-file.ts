import type { Refusal } from "./refusal.ts";

const markdown = /\.(?:md|mdx|markdown|mdown|mkdn?)$/iu;

/** What a file's name says of how it is written: whether as MDX; a refusal where it is no Markdown. */
export function faqFile(path: string): { readonly isMdx: boolean } | Refusal {
  if (!markdown.test(path)) return { refused: `${path} is not a Markdown file (.md or .mdx)` };
  return { isMdx: /\.mdx$/iu.test(path) };
}
