import type { DocsSite } from "./docs-site.ts";

/** Where a repository's pages can be read: on GitHub, or on a docs site of its own. */
export interface PageHome {
  /** GitHub's address for people, without a slash at the end: `https://github.com`. */
  readonly webUrl: string;
  readonly owner: string;
  readonly name: string;
  readonly site: DocsSite | undefined;
}

/**
 * The address at which a person reads a page on GitHub, at one of its headings, as of the default branch (`blob/HEAD`
 * follows it when it is renamed).
 *
 * Whatever could end a Markdown link or be taken for another part of a URL is percent-encoded.
 */
export function githubUrl({ webUrl, owner, name }: Omit<PageHome, "site">, path: string, anchor: string): string {
  const page = `${webUrl}/${encodePart(owner)}/${encodePart(name)}/blob/HEAD/${encodePath(path)}`;
  return withFragment(page, anchor);
}

/** An address at a fragment; the address itself where that is empty. */
export function withFragment(url: string, anchor: string): string {
  return anchor === "" ? url : `${url}#${encodePart(anchor)}`;
}

/** The parts of a path, percent-encoded. */
export function encodePath(path: string): string {
  return path.split("/").map(encodePart).join("/");
}

/** Like `encodeURIComponent`, for any string (it throws on lone surrogates), and with parentheses, which end Markdown links. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
