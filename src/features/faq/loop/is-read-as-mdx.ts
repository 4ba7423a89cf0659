import type { RepositoryRef } from "../../../core/discussion.ts";
import type { GitHubReads } from "../../../core/ports.ts";
import type { Folder } from "../../../core/proposal.ts";
import { faqFile } from "../../../faq/faq-file.ts";
import { isRefusal } from "../../../faq/refusal.ts";
import { readsMarkdownAsMdx, siteFolders } from "../../../faq/site-folders.ts";
import type { FaqConfig } from "../config.ts";

/** What there is to know of a file before it is read: where it stands, and the folders that lead there, from the top. */
interface Surroundings {
  readonly path: string;
  readonly head: string;
  readonly folders: readonly Folder[];
  readonly mdx: FaqConfig["mdx"];
}

/**
 * Whether what builds the docs reads a file as MDX, so that an answer is written for that. 1 point for each folder at the
 * top that may hold a site, and none where a folder around the file does.
 */
export async function isReadAsMdx(
  repository: RepositoryRef,
  { path, head, folders, mdx }: Surroundings,
  { foldersTo }: Pick<GitHubReads, "foldersTo">,
): Promise<boolean> {
  const kind = faqFile(path);
  if (isRefusal(kind) || kind.isMdx || mdx === "always") return true;
  if (mdx === "never") return false;
  if (folders.some(holdsSite)) return true;
  const top = folders.find((it) => it.path === "")?.entries ?? [];
  const others = top.flatMap(({ name, kind: is }) =>
    is === "folder" && siteFolders.includes(name) && !folders.some((it) => it.path === name) ? [name] : [],
  );
  const found = await Promise.all(others.map((name) => foldersTo(repository, [head], `${name}/x`)));
  return found.flat(2).some(holdsSite);
}

function holdsSite({ entries }: Folder): boolean {
  return readsMarkdownAsMdx(entries.map(({ name }) => name));
}
