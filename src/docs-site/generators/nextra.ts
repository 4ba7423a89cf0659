import type { SiteRoute } from "../../core/docs-site.ts";
import type { Generator, RepositoryFiles } from "../generator.ts";
import { firstText, objectsIn } from "../js-literals.ts";
import { below, joinPaths, pageWithIndex } from "../paths.ts";
import { isHtml, slugsByGithub } from "../slugs.ts";

/**
 * https://github.com/shuding/nextra: pages in `content` or `pages`, or `page.mdx` below `app`
 * (https://nextra.site/docs/file-conventions), anchors by github-slugger without those of depth 1
 * (packages/nextra/src/server/remark-plugins/remark-headings.ts).
 */
export const nextra: Generator = {
  name: "nextra",
  configFile: /^next\.config\.[cm]?[jt]s$/u,
  otherFiles: /^package\.json$/u,
  layout({ folder, text }, files) {
    const isNextra = /nextra/u.test(text) || /"nextra"\s*:/u.test(files.text(joinPaths(folder, "package.json")) ?? "");
    if (!isNextra) return undefined;
    const objects = objectsIn(text);
    const base = firstText(objects, "basePath");
    const routes = foldersOf(folder, files, firstText(objects, "contentDirBasePath") ?? "");
    return routes.length === 0 ? undefined : { routes, ending: "", ...(base !== undefined && { base }) };
  },
  pagePath({ path }) {
    // Nextra 2 and 3 name translations `index.en-US.mdx`.
    const page = pageWithIndex(path.replace(/\.[a-z]{2}(?:-[A-Z]{2})?(?=\.mdx?$)/u, ""), /^(?:index|page)$/u);
    if (page === undefined || /(?:^|\/)_/u.test(page)) return undefined;
    // `(group)` of the app router is no part of the address.
    const parts = page.split("/").filter((part) => !/^\(.*\)$/u.test(part));
    return parts.join("/").replace(/^\/$/u, "");
  },
  anchors: (headings) => slugsByGithub(headings, (it) => it.depth === 1 || isHtml(it)),
};

function foldersOf(folder: string, { paths }: RepositoryFiles, base: string): SiteRoute[] {
  const routes = ["content", "src/content", "pages", "src/pages", "app", "src/app"].map((name) => ({
    folder: joinPaths(folder, name),
    path: name.endsWith("content") ? joinPaths(base) : "",
  }));
  return routes.filter((route) => paths.some((it) => /\.mdx?$/u.test(below(route.folder, it) ?? "")));
}
