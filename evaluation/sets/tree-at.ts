import type { GitTree } from "./git-tree.ts";
import { SetError } from "./set-error.ts";

/** The tree of the source at an index. Throws `SetError` where a set is made from fewer repositories than it names. */
export function treeAt(trees: readonly GitTree[], index: number): GitTree {
  const tree = trees[index];
  if (tree === undefined) throw new SetError(`This set is made from ${index + 1} repositories, and there are fewer.`);
  return tree;
}
