import type { RepositoryRef } from "../core/discussion.ts";

/** Where the pages about a repository are: `/acme/widgets`, and what is under it, such as `/threads/12`. */
export function repositoryPath({ owner, name }: Pick<RepositoryRef, "owner" | "name">, path = ""): string {
  return `/${encodeURIComponent(owner)}/${encodeURIComponent(name)}${path}`;
}

/**
 * A path of ours that somebody wants to go to after they have signed in. Whatever could lead to another site is the first
 * page: browsers read `//other.example`, `/\other.example` and a tab in between as the address of a host
 * (https://url.spec.whatwg.org/#url-parsing).
 */
export function ownPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > maxPathLength || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/u.test(wanted))
    return "/";
  // Signing in again, or out, is no place to go to.
  return /^\/sign-(?:in|out)\b/u.test(wanted) ? "/" : wanted;
}

/** Longer addresses are refused; so a longer one is none of ours. */
export const maxPathLength = 2000;
