import type { DatedPage } from "../replay/history.ts";
import type { DocsConfig } from "../../features/wiki/config.ts";
import { createWorkerSplitter } from "../../section-thread/worker-splitter.ts";
import { docsGlob } from "../../text/docs-glob.ts";
import { docsIn, folderProblem, globsFor, readPage } from "../../cli/docs-folder.ts";
import { BadInputError } from "./options.ts";
import { gitDates } from "./git-dates.ts";
import type { Progress } from "./progress.ts";

export interface DocsFolder {
  readonly folder: string;
  /** Where it stands in the repository; without it git is asked, and else it is the root. */
  readonly root: string | undefined;
  /** Given only where somebody configured the docs: else all Markdown of a folder of docs counts, and of a checkout the usual. */
  readonly config: DocsConfig | undefined;
}

/**
 * The pages of a folder, split as the app splits them, each with the day it was added where the folder is in a git checkout.
 * Rejects with `BadInputError` for a folder that is none or has no pages.
 */
export async function loadDocs({ folder, root, config }: DocsFolder, progress: Progress): Promise<DatedPage[]> {
  const problem = await folderProblem(folder);
  if (problem !== undefined) throw new BadInputError(problem);
  const git = await gitDates(folder);
  const at = root === undefined ? (git?.prefix ?? "") : toPrefix(root);
  const isWanted = config && docsGlob(config);
  const globs = at === "" && config === undefined ? await globsFor(folder, {}) : anyMarkdown;
  const say = (line: string) => progress.say(line.trimEnd());
  const paths = (await docsIn(folder, globs, say)).filter((path) => isWanted?.(at + path) ?? true);
  if (paths.length === 0) throw new BadInputError(`There are no docs in ${folder}: no Markdown that counts as docs.`);
  progress.start("Cutting the docs", paths.length);
  const splitter = createWorkerSplitter();
  const pages: DatedPage[] = [];
  try {
    for (const [done, path] of paths.entries()) {
      progress.update(done);
      const bytes = await readPage(folder, path, say);
      if (bytes === undefined) continue;
      const sections = await splitter.split(at + path, bytes);
      const addedAt = git?.addedAt?.get(path);
      pages.push({ path: at + path, sections, ...(addedAt && { addedAt }) });
    }
  } finally {
    await splitter.close();
    progress.stop();
  }
  return pages;
}

const anyMarkdown = { include: ["**/*.{md,mdx,markdown}"], exclude: [] };

/** `./docs/` and `docs` are `docs/`, and the root is nothing. */
function toPrefix(root: string): string {
  const path = root.replaceAll(/^[./]+|(?<!\/)\/+$/gu, "");
  return path === "" ? "" : `${path}/`;
}
