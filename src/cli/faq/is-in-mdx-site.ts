import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readsMarkdownAsMdx, siteFolders } from "../../faq/site-folders.ts";

/** Whether a file's repository has a site that reads Markdown as MDX: as `isReadAsMdx` finds it, on the disk. */
export async function isInMdxSite(file: string): Promise<boolean> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const names = await namesIn(folder);
    if (readsMarkdownAsMdx(names)) return true;
    const isTop = names.includes(".git");
    if (isTop) {
      const others = await Promise.all(siteFolders.map((name) => namesIn(join(folder, name))));
      return others.some(readsMarkdownAsMdx);
    }
    if (folder === dirname(folder)) return false;
  }
}

/** None where there is no such folder, or nobody may look into it. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
