import type { Generator } from "../generator.ts";
import { joinPaths, pageWithIndex } from "../paths.ts";
import { slugsBy, withoutDashes } from "../slugs.ts";

/**
 * https://github.com/rust-lang/mdBook: pages below `src`, `README.md` as the folder's own page (the `index`
 * preprocessor), anchors by `id_from_content` and `unique_id` (crates/mdbook-html/src/utils.rs).
 */
export const mdbook: Generator = {
  name: "mdbook",
  configFile: /^book\.toml$/u,
  layout({ folder, text }) {
    const book = /^\[book\][^\n]*\n((?:(?!\[)[^\n]*(?:\n|$))*)/mu.exec(text)?.[1] ?? "";
    const [, source = "src"] = /^src[ \t]*=[ \t]*["']([^"'\n]*)["']/mu.exec(book) ?? [];
    const [, base] = /^site-url[ \t]*=[ \t]*["'](\/[^"'\n]*)["']/mu.exec(text) ?? [];
    return {
      routes: [{ folder: joinPaths(folder, source), path: "" }],
      ending: ".html",
      ...(base !== undefined && { base }),
    };
  },
  pagePath: ({ path }) => (path === "SUMMARY.md" ? undefined : pageWithIndex(path, /^(?:index|readme)$/iu)),
  anchors: (headings) =>
    slugsBy(headings, { slug: slugOf, next: (slug, count) => `${slug}-${count}`, reserved: "none" }),
};

function slugOf(text: string): string {
  const letters = withoutDashes(text)
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\-\s]/gu, "");
  return letters.replaceAll(/\s/gu, "-") || "section";
}
