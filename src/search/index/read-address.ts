import { percentDecode } from "../../text/percent-decode.ts";

/**
 * An address without what differs between links to the same page: scheme, `www.`, query, the branch or commit of a file
 * on GitHub, file ending, last slash, letter case, percent signs.
 */
export function readAddress(url: string): { page: string; fragment: string } {
  const [, path = "", fragment = ""] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(url) ?? [];
  const page = percentDecode(path)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, "")
    .replace(/^([^/]+\/[^/]+\/[^/]+)\/(?:blob|tree)\/[^/]+\//u, "$1/")
    .replace(/(?:\/index)?(?:\.(?:html?|mdx?|markdown))?(?<!\/)\/*$/u, "");
  return { page, fragment: percentDecode(fragment).toLowerCase() };
}
