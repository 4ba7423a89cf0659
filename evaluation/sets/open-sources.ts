import type { SetSource } from "./evaluation-set.ts";
import { GitTree } from "./git-tree.ts";
import { SetError } from "./set-error.ts";

/**
 * The commit of each source, in the order of the sources, from the clone that holds it: whichever of the folders that
 * is. Rejects with `SetError` for a folder that is no clone and for a commit that none of them holds.
 */
export async function openSources(sources: readonly SetSource[], folders: readonly string[]): Promise<GitTree[]> {
  const trees: GitTree[] = [];
  for (const { repository, commit } of sources) {
    const opened = await Promise.all(folders.map((folder) => GitTree.open(folder, commit)));
    const tree = opened.find((it) => it !== undefined);
    if (tree === undefined)
      throw new SetError(
        `No folder of --from holds ${commit}. Give a whole clone of https://github.com/${repository}, or fetch that commit into it.`,
      );
    trees.push(tree);
  }
  return trees;
}
