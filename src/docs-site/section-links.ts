import type { DocsSite, PageEnding, SiteRoute } from "../core/docs-site.ts";
import type { PageOutline, Section } from "../core/knowledge.ts";
import { encodePath, githubUrl, withFragment, type PageHome } from "../core/page-url.ts";
import { generatorNamed } from "./generators/index.ts";
import { below, joinPaths } from "./paths.ts";

/** Where a section is read on a docs site. */
export interface SiteLink {
  readonly url: string;
  /** The fragments by which the site leads to it, the one in `url` first. */
  readonly anchors: readonly string[];
}

/** Addresses of the sections of one page, in their order: on the docs site if it publishes the page, else on GitHub. */
export function sectionUrls(home: PageHome, sections: readonly Section[]): readonly string[] {
  const links = home.site && siteLinks(home.site, sections);
  return sections.map(({ path, anchor, slug }, i) => links?.[i]?.url ?? githubUrl(home, path, slug ?? anchor));
}

/** Where the sections of one page are read on a site; undefined for a page that it does not publish. */
export function siteLinks(site: DocsSite, sections: readonly Section[]): readonly SiteLink[] | undefined {
  const outline = sections.find((it) => it.outline !== undefined)?.outline;
  const [first] = sections;
  const page = first && pageAddress(site, first.path, outline);
  if (page === undefined) return undefined;
  const found = siteAnchors(site, outline);
  return sections.map(({ anchor }) => {
    // What is no heading, such as a FAQ entry with an anchor that its author wrote, has the same on both.
    const anchors = found.get(anchor) ?? (anchor === "" ? [] : [anchor]);
    return { url: withFragment(page, anchors[0] ?? ""), anchors };
  });
}

/**
 * The fragments by which a site leads to each heading of a page, by those of GitHub. An id that its author gave a
 * heading comes before what the generator makes of its text, for it holds however the generator is set.
 */
export function siteAnchors(site: DocsSite, outline: PageOutline | undefined): ReadonlyMap<string, readonly string[]> {
  const generator = generatorNamed(site.generator);
  const headings = outline?.headings ?? [];
  const made = generator.anchors(headings, site.slugs);
  const given = generator.givenId ?? ((id: string) => id);
  return new Map(
    headings.flatMap(({ anchor, id, others = [], old = [] }, i) => {
      if (anchor === "") return [];
      const own = made[i] ?? "";
      const all = [...(id === undefined ? [] : [own]), ...others.map(given), own, ...old.map(given)];
      return [[anchor, [...new Set(all)].filter((it) => it !== "")]];
    }),
  );
}

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
