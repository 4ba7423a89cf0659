import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodePage } from "../text/decode-page.ts";
import { defaultDocs, docsGlob, isUsableGlob, type DocsGlobs } from "../text/docs-glob.ts";
import { plain } from "./terminal/plain.ts";

/** Takes whole lines, with their line ends. */
export type Print = (text: string) => void;

/** Globs over paths from the folder, as far as somebody gave some. */
export interface GivenGlobs {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Why a folder cannot be read, in one sentence; undefined for one that can. */
export async function folderProblem(folder: string): Promise<string | undefined> {
  try {
    // With a slash at its end, a link to a folder is that folder.
    return (await lstat(join(folder, "/"))).isDirectory() ? undefined : `${folder} is not a folder.`;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return `${folder} does not exist.`;
    if (code === "ENOTDIR") return `${folder} is not a folder.`;
    return `${folder} cannot be read (${String(code)}).`;
  }
}

/** Why one of these globs cannot be used. */
export function globProblem(globs: readonly string[]): string | undefined {
  const unusable = globs.find((glob) => !isUsableGlob(glob));
  return unusable === undefined
    ? undefined
    : `the glob ${unusable.slice(0, 200)} is too long or has too many wildcards.`;
}

/**
 * A folder with a `docs` folder or a `.git` in it is a checkout, and its docs are what a repository's docs are by
 * default. Any other folder is itself the docs, with all the Markdown in it.
 */
export async function globsFor(folder: string, { include, exclude = [] }: GivenGlobs): Promise<DocsGlobs> {
  if (include !== undefined) return { include, exclude };
  const names = new Set(await readdir(folder));
  const isCheckout = names.has("docs") || names.has(".git");
  return { include: isCheckout ? defaultDocs.include : ["**/*.{md,mdx,markdown}"], exclude };
}

/** Paths of the docs in a folder, from the folder, sorted. What is left out and looks like docs is told on `err`. */
export async function docsIn(folder: string, globs: DocsGlobs, err: Print): Promise<string[]> {
  return (await filesUnder(folder, err)).filter(docsGlob(globs)).sort();
}

/** Paths of all regular files, with `/`. Links are not followed: on GitHub a link is a file that names another. */
export async function filesUnder(folder: string, err: Print, prefix = ""): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isFile()) files.push(path);
    else if (entry.isSymbolicLink() && /\.(?:md|mdx|markdown)$/i.test(path))
      err(`${plain(path)}: skipped, a symbolic link\n`);
    else if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") {
      files.push(...(await filesUnder(folder, err, `${path}/`)));
    }
  }
  return files;
}

/** A page's bytes; undefined, with a line on `err`, for what is no text. */
export async function readPage(folder: string, path: string, err: Print): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, path));
  } catch (error) {
    err(`${plain(path)}: skipped, ${error instanceof Error ? plain(error.message) : "cannot be read"}\n`);
    return undefined;
  }
  const page = decodePage(bytes);
  if ("text" in page) return bytes;
  err(`${plain(path)}: skipped, ${page.notText === "binary" ? "a binary file" : "a Git LFS pointer"}\n`);
  return undefined;
}
