import { percentDecode } from "./percent-decode.ts";

/**
 * Where a link on a docs page leads: an absolute URL as it is, a path inside the repository without leading slash
 * (with its `#fragment`, without its query), the same page for a lone `#fragment`. Undefined for what is no address
 * of a page: `javascript:`, `data:`, a path above the root.
 *
 * `/docs/x.md` starts at the root of the repository and `../x.md` at the page's folder, as on GitHub:
 * https://docs.github.com/get-started/writing-on-github (section on relative links).
 */
export function resolveLink(page: string, url: string): string | undefined {
  const address = url.trim();
  if (address === "" || address.length > 2000) return undefined;
  if (/^(?:https?|mailto):/i.test(address)) return address;
  if (address.startsWith("//")) return `https:${address}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const [, path = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  if (path === "") return `${page}${percentDecode(fragment)}`;
  const resolved = resolvePath(page, percentDecode(path));
  return resolved === undefined ? undefined : `${resolved}${percentDecode(fragment)}`;
}

function resolvePath(page: string, path: string): string | undefined {
  const resolved = path.startsWith("/") ? [] : page.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (resolved.pop() === undefined) return undefined;
    } else if (segment !== "" && segment !== ".") resolved.push(segment);
  }
  return resolved.join("/");
}
