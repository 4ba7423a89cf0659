/** The config that makes a folder a site of Docusaurus: https://docusaurus.io/docs/api/docusaurus-config */
const config = /^docusaurus\.config\.[cm]?[jt]s$/u;

/** Folders at the top of a repository that sites stand in when their pages stand elsewhere. */
export const siteFolders: readonly string[] = ["website", "site", "docs", "documentation"];

/**
 * Whether the names in a folder say that Markdown is read as MDX by what publishes it: Docusaurus does so with `.md`
 * too, unless `markdown.format` says otherwise (https://docusaurus.io/docs/markdown-features). An answer written for
 * MDX says the same in Markdown, so a wrong guess costs some backslashes.
 */
export function readsMarkdownAsMdx(names: readonly string[]): boolean {
  return names.some((name) => config.test(name));
}
