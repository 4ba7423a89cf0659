/** What front matter says, by key, and by key and sub-key with a dot between. */
export type Fields = ReadonlyMap<string, unknown>;

/**
 * How docs tools are told that a page is not, or no longer, for readers to find. A link to such a page is dead, or
 * leads to what does not hold any more.
 */
const marks: readonly (readonly [key: string, value: boolean | string])[] = [
  // No tool's own; what people write.
  ["archived", true],
  ["status", "archived"],
  // https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter, also Hugo and Starlight
  ["draft", true],
  ["unlisted", true],
  // https://jekyllrb.com/docs/front-matter/
  ["published", false],
  // https://www.mintlify.com/docs/organize/hidden-pages: left out of navigation and search
  ["hidden", true],
  ["noindex", true],
  ["deprecated", true],
  // https://squidfunk.github.io/mkdocs-material/reference/#setting-the-page-status
  ["status", "deprecated"],
  // https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/#search-exclusion
  ["search.exclude", true],
  // https://redocly.com/docs/realm/config/front-matter-config
  ["excludeFromSearch", true],
  // https://just-the-docs.com/docs/search/#hiding-pages-from-search-results
  ["search_exclude", true],
  // https://starlight.astro.build/reference/frontmatter/#pagefind
  ["pagefind", false],
];

/** `archive/`, `archived/`, `archives/`, `_archive/`, anywhere on the way to the file. */
const archiveFolder = /(?:^|\/)_?archive[ds]?\//i;

/**
 * Whether a page is kept for the record only, by its front matter or by the folder it lies in. `archived: false` in
 * the front matter has the last word: a product may have archives, and docs about them.
 */
export function isArchived(path: string, fields: Fields): boolean {
  if (isSame(fields.get("archived"), false)) return false;
  return archiveFolder.test(path) || marks.some(([key, value]) => isSame(fields.get(key), value));
}

/** TOML and careless YAML have `"true"` where `true` is meant. */
function isSame(said: unknown, meant: boolean | string): boolean {
  return said === meant || (typeof said === "string" && said.trim().toLowerCase() === String(meant));
}
