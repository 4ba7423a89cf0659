import type { DocsSite } from "./plan.ts";

/** Where a repository's pages can be read: on GitHub, or on a docs site of its own. */
export interface PageHome {
  /** GitHub's address for people, without a slash at the end: `https://github.com`. */
  readonly webUrl: string;
  readonly owner: string;
  readonly name: string;
  readonly site: DocsSite | undefined;
}

/**
 * The address at which a person reads a page, at one of its headings. Pages under the site's root are linked on the
 * site, all others on GitHub, as of the default branch (`blob/HEAD` follows it when it is renamed).
 *
 * Whatever could end a Markdown link or be taken for another part of a URL is percent-encoded.
 */
export function pageUrl(home: PageHome, path: string, anchor: string): string {
  const fragment = anchor === "" ? "" : `#${encodePart(anchor)}`;
  const published = home.site === undefined ? undefined : siteUrl(home.site, path);
  const page =
    published ?? `${home.webUrl}/${encodePart(home.owner)}/${encodePart(home.name)}/blob/HEAD/${encodePath(path)}`;
  return page + fragment;
}

/** The page's address on the site; undefined when it is not under the site's root. */
function siteUrl(site: DocsSite, path: string): string | undefined {
  const root = trimSlashes(site.root.replace(/^\.(?=\/|$)/, ""));
  if (root !== "" && !path.startsWith(`${root}/`)) {
    return undefined;
  }
  const base = site.url.replace(/(?<!\/)\/+$/, "");
  const inSite = trimSlashes(root === "" ? path : path.slice(root.length));
  const page = inSite.replace(/\.(?:md|mdx|markdown)$/i, "");
  const folder = /^(.*\/)?(?:index|readme)$/i.exec(page);
  // Site generators serve `guide/index.md` and `guide/README.md` as the folder itself.
  return folder === null ? `${base}/${encodePath(page)}${site.ending}` : `${base}/${encodePath(folder[1] ?? "")}`;
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|(?<!\/)\/+$/g, "");
}

function encodePath(path: string): string {
  return path.split("/").map(encodePart).join("/");
}

/** Like `encodeURIComponent`, for any string (it throws on lone surrogates), and with parentheses, which end Markdown links. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
