import type { PageRef } from "../core/knowledge.ts";

/** What publishing does to the list of a repository's pages. */
export interface DocsChanges {
  /** Pages that are new, or have another content or address than before. */
  readonly put: readonly PageRef[];
  /** Paths of pages that were published until now. */
  readonly removed: readonly string[];
  /** Pages at contents that were published until now. */
  readonly unused: readonly PageRef[];
}

/**
 * Compare the pages that are to be published with what the store has by path (null: removed earlier).
 * With `moved`, every page has a new address and so is changed.
 */
export function compareDocs(
  stored: ReadonlyMap<string, string | null>,
  wanted: readonly PageRef[],
  moved: boolean,
): DocsChanges {
  const byPath = new Map(wanted.map((page) => [page.path, page]));
  const put = [...byPath.values()].filter((page) => moved || stored.get(page.path) !== page.sha);
  const removed: string[] = [];
  const unused: PageRef[] = [];
  for (const [path, sha] of stored) {
    if (sha === null) continue;
    const now = byPath.get(path);
    if (now === undefined) removed.push(path);
    if (now?.sha !== sha) unused.push({ path, sha });
  }
  return { put, removed, unused };
}
