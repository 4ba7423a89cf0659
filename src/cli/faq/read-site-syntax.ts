import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { SiteSyntax } from "../../core/faq-editor.ts";
import { siteFolders, siteSyntax } from "../../faq-file/site-folders.ts";

/** What the site of a file's repository reads in Markdown: as the app finds it, on the disk. */
export async function readSiteSyntax(file: string): Promise<SiteSyntax> {
  const around: (readonly string[])[] = [];
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const names = await namesIn(folder);
    around.push(names);
    if (names.includes(".git")) {
      const others = await Promise.all(siteFolders.map((name) => namesIn(join(folder, name))));
      return siteSyntax([...around, ...others]);
    }
    if (folder === dirname(folder)) return siteSyntax(around);
  }
}

/** None where there is no such folder, or nobody may look into it. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
