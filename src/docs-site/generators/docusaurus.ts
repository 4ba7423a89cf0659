import type { SiteRoute } from "../../core/docs-site.ts";
import type { ConfigFile, Generator, RepositoryFiles } from "../generator.ts";
import { firstText, firstValue, objectsIn, type ObjectLiterals } from "../js-literals.ts";
import { below, folderOf, joinPaths, withoutExtension } from "../paths.ts";
import { isHtml, slugsByGithub } from "../slugs.ts";

/**
 * https://github.com/facebook/docusaurus: docs plugins at `routeBasePath`, `slug` and `id` of front matter
 * (packages/docusaurus-plugin-content-docs/src/slug.ts), number prefixes (numberPrefix.ts), folders' own pages
 * (`isCategoryIndex` in docs.ts), anchors by github-slugger
 * (packages/docusaurus-mdx-loader/src/remark/headings/index.ts).
 */
export const docusaurus: Generator = {
  name: "docusaurus",
  configFile: /^docusaurus\.config\.[cm]?[jt]s$/u,
  otherFiles: /^versions\.json$/u,
  layout(config, files) {
    const objects = objectsIn(config.text);
    const [url, base] = [firstText(objects, "url"), firstText(objects, "baseUrl")];
    return {
      routes: routesOf(config, files, objects),
      ending: firstValue(objects, "trailingSlash") === true ? "/" : "",
      ...(url !== undefined && { url: `${url.replace(/\/$/u, "")}${base ?? "/"}` }),
      ...(base !== undefined && { base }),
    };
  },
  pagePath({ path, fields }) {
    const page = withoutExtension(path);
    if (page === undefined || page.split("/").some((part) => part.startsWith("_"))) return undefined;
    const keepsNumbers = fields["parse_number_prefixes"] === "false";
    const bare = keepsNumbers ? page : page.split("/").map(withoutNumber).join("/");
    const folder = folderOf(bare);
    const { slug } = fields;
    if (slug !== undefined) return slugPath(slug, folder);
    if (isFolderPage(page)) return folder === "" ? "" : `${folder}/`;
    return joinPaths(folder, fields["id"] ?? (folder === "" ? bare : bare.slice(folder.length + 1)));
  },
  // The title is drawn without an anchor, but takes its slug: packages/docusaurus-theme-classic/src/theme/Heading.
  anchors: (headings) =>
    slugsByGithub(headings, isHtml).map((anchor, i) =>
      headings[i]?.depth === 1 && !isHtml(headings[i]) ? "" : anchor,
    ),
};

function slugPath(slug: string, folder: string): string {
  const path = slug.startsWith("/") ? joinPaths(slug) : joinPaths(folder, slug);
  return slug.endsWith("/") && path !== "" ? `${path}/` : path;
}

function isFolderPage(page: string): boolean {
  const [name = "", folder] = page.toLowerCase().split("/").toReversed();
  return name === "index" || name === "readme" || name === folder;
}

/** `01-intro` is `intro`; dates and versions stay. */
function withoutNumber(name: string): string {
  if (/^\d+[-_.]\d+/u.test(name)) return name;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/u.exec(name)?.[1] ?? name;
}

/** Each docs plugin has a folder, versions of it, and translations of it; the pages of a site have a folder, too. */
function routesOf({ folder }: ConfigFile, files: RepositoryFiles, objects: readonly ObjectLiterals[]): SiteRoute[] {
  const plugins = objects.filter(isDocsPlugin);
  const docs = plugins.length === 0 ? [new Map<string, string>()] : plugins.map(({ values }) => values);
  const routes = docs.flatMap((values) => {
    const text = (key: string, fallback: string): string => String(values.get(key) ?? fallback);
    const root = joinPaths(folder, text("path", "docs"));
    const path = joinPaths(text("routeBasePath", "docs"));
    const id = values.has("id") ? `-${text("id", "")}` : "";
    const prefix = values.has("id") ? `${text("id", "")}_` : "";
    return [...versionsOf(folder, prefix, files, { folder: root, path }), ...localesOf(folder, id, files, path)];
  });
  return [...routes, { folder: joinPaths(folder, "src/pages"), path: "" }];
}

function isDocsPlugin({ name, values }: ObjectLiterals): boolean {
  const isOther = name === "blog" || name === "pages" || name === "theme";
  return name === "docs" || (!isOther && values.has("routeBasePath") && values.has("path"));
}

/** Where there are versions, the newest of them stands in the place of the docs, and the docs are `next`. */
function versionsOf(folder: string, prefix: string, files: RepositoryFiles, docs: SiteRoute): SiteRoute[] {
  const list = namesIn(files.text(joinPaths(folder, `${prefix}versions.json`)));
  const versions = list.map((version, i) => ({
    folder: joinPaths(folder, `${prefix}versioned_docs`, `version-${version}`),
    path: i === 0 ? docs.path : joinPaths(docs.path, version),
  }));
  return [{ ...docs, path: list.length === 0 ? docs.path : joinPaths(docs.path, "next") }, ...versions];
}

function namesIn(json: string | undefined): readonly string[] {
  try {
    const list: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(list) ? list.filter((it) => typeof it === "string") : [];
  } catch {
    // A file that is no JSON names no versions.
    return [];
  }
}

/** `i18n/fr/docusaurus-plugin-content-docs/current` is published as `fr/docs`. */
function localesOf(folder: string, id: string, files: RepositoryFiles, path: string): SiteRoute[] {
  const root = joinPaths(folder, "i18n");
  const locales = files.paths.flatMap((it) => below(root, it)?.split("/", 1) ?? []);
  return [...new Set(locales)].map((locale) => ({
    folder: joinPaths(root, locale, `docusaurus-plugin-content-docs${id}`, "current"),
    path: joinPaths(locale, path),
  }));
}
