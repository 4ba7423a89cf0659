import type { DocsSite, PageEnding, SiteRoute } from "../core/docs-site.ts";
import type { PageOutline } from "../core/knowledge.ts";
import { encodePath } from "../core/page-url.ts";
import { generatorNamed } from "./generators/index.ts";
import { below, joinPaths } from "./paths.ts";

/**
 * The address of a page on the site, without a fragment; undefined for a file that the site does not publish. Of
 * folders within each other the innermost counts.
 */
export function pageAddress(site: DocsSite, path: string, outline: PageOutline | undefined): string | undefined {
  const route = innermost(routesOf(site), path);
  const inRoute = route && below(route.folder, path);
  if (route === undefined || inRoute === undefined) return undefined;
  const page = generatorNamed(site.generator).pagePath({ path: inRoute, fields: outline?.fields ?? {} });
  if (page === undefined) return undefined;
  const base = site.url.replace(/(?<!\/)\/+$/u, "");
  if (page.startsWith("/")) return base + encodePath(page);
  const full = joinPaths(route.path, page);
  return `${base}/${encodePath(full)}${endingOf(full, page, route.ending ?? site.ending)}`;
}

/** The folders of a site, as `joinPaths` writes paths. */
function routesOf({ routes, root }: DocsSite): readonly SiteRoute[] {
  return routes ?? [{ folder: joinPaths(root), path: "" }];
}

function innermost(routes: readonly SiteRoute[], path: string): SiteRoute | undefined {
  return routes
    .filter(({ folder }) => below(folder, path) !== undefined)
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

/** A folder's own page ends in a slash, whatever others end in, and the site's own in that of the site. */
function endingOf(full: string, page: string, ending: PageEnding): string {
  if (full === "") return "";
  return page === "" || page.endsWith("/") ? "/" : ending;
}
