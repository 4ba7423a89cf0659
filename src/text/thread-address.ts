import { halfWidth } from "./half-width.ts";

/** A discussion, issue or pull request as somebody names it. */
export interface ThreadAddress {
  readonly number: number;
  /** `owner/name`, where it was said. */
  readonly repository?: string;
  /** Host of an address, without `www.` and `redirect.`. */
  readonly host?: string;
  readonly kind?: "issue" | "discussion" | "pull request";
}

const kinds = { issues: "issue", discussions: "discussion", pull: "pull request" } as const;

/** `#12`, `12`, `GH-12`, `owner/name#12`, or the address of a thread or of a comment in it. Undefined for anything else. */
export function readThreadAddress(text: string): ThreadAddress | undefined {
  const wanted = halfWidth(text.trim()).replace(/^<(.*)>$/u, "$1");
  const [, repository, digits] = /^(?:([\w.-]{1,100}\/[\w.-]{1,100})#|#|GH-)?([1-9]\d{0,9})$/iu.exec(wanted) ?? [];
  if (digits !== undefined) return { number: Number(digits), ...(repository !== undefined && { repository }) };
  if (!/^https?:\/\//iu.test(wanted) || !URL.canParse(wanted)) return undefined;
  const { host, pathname } = new URL(wanted);
  const [, place, name, kind, number] =
    /^\/([^/]+)\/([^/]+)\/(issues|discussions|pull)\/([1-9]\d{0,9})(?:\/|$)/iu.exec(pathname) ?? [];
  const key = kind?.toLowerCase();
  if (number === undefined || (key !== "issues" && key !== "discussions" && key !== "pull")) return undefined;
  return {
    number: Number(number),
    repository: `${place}/${name}`,
    host: host.toLowerCase().replace(/^(?:www|redirect)\./u, ""),
    kind: kinds[key],
  };
}
