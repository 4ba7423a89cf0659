import type { RepositoryRef } from "../../../core/discussion.ts";
import { githubUrl } from "../../../core/page-url.ts";

/** Where an entry is read on GitHub. `discussion`: address of a discussion there, which tells where GitHub is. */
export function entryUrl({ owner, name }: RepositoryRef, discussion: string, file: string, anchor: string): string {
  const webUrl = URL.canParse(discussion) ? new URL(discussion).origin : "https://github.com";
  return githubUrl({ webUrl, owner, name }, file, anchor);
}
