import type { SiteSyntax } from "../core/faq-editor.ts";

/** Folders at the top of a repository that sites stand in when their pages stand elsewhere. */
export const siteFolders: readonly string[] = ["website", "site", "docs", "documentation"];

/**
 * Names by which a site is known, and what it reads in Markdown besides. Whatever is written for one of these says the
 * same in Markdown, so a wrong guess costs some backslashes. What stands first is the strictest.
 */
const sites: readonly (readonly [SiteSyntax, RegExp])[] = [
  // Docusaurus reads `.md` as MDX, unless `markdown.format` says otherwise: https://docusaurus.io/docs/markdown-features
  ["mdx", /^docusaurus\.config\.[cm]?[jt]s$/u],
  // Jekyll (GitHub Pages has it run unless there is a `.nojekyll`): https://jekyllrb.com/docs/liquid/
  ["template", /^(?:_config\.(?:ya?ml|toml)|CNAME)$/u],
  // MkDocs: https://mkdocs-macros-plugin.readthedocs.io and https://facelessuser.github.io/pymdown-extensions/extensions/snippets/
  ["template", /^(?:mkdocs|properdocs)\.ya?ml$|^zensical\.toml$/u],
  // mdBook: https://rust-lang.github.io/mdBook/format/mdbook.html#including-files
  ["template", /^book\.toml$/u],
  // Hugo and Zola: https://gohugo.io/content-management/shortcodes/ and https://www.getzola.org/documentation/content/shortcodes/
  ["template", /^(?:hugo|config)\.toml$|^hugo\.(?:ya?ml|json)$/u],
  // Eleventy: https://www.11ty.dev/docs/languages/markdown/
  ["template", /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/u],
  // Sphinx with MyST: https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
  ["template", /^conf\.py$/u],
  // VitePress and VuePress: https://vitepress.dev/guide/using-vue
  ["vue", /^\.(?:vitepress|vuepress)$/u],
];

/** What a site reads in Markdown, by the names in each of the folders that it may stand in; none says nothing. */
export function siteSyntax(folders: readonly (readonly string[])[]): SiteSyntax {
  const names = folders.flat();
  return sites.find(([, name]) => names.some((it) => name.test(it)))?.[0] ?? "markdown";
}
