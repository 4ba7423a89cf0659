import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { Section } from "../core/knowledge.ts";
import { createWorkerCutter } from "../cutting/worker-cutter.ts";
import { decodePage } from "../text/decode-page.ts";
import { defaultDocs, docsGlob, isUsableGlob, type DocsGlobs } from "../text/docs-glob.ts";

export interface IndexDocsOptions {
  readonly json?: boolean;
  /** Globs over paths from the folder; without them it is looked at what the folder is. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Takes whole lines, with their line ends. */
export type Print = (text: string) => void;

/** `frontdesk index-docs <folder>`: shows what the wiki looks like to Frontdesk; exits 2 when there is no such folder. */
export function register(program: Command): void {
  program
    .command("index-docs")
    .description("Cut a folder's docs into sections, as Frontdesk does with those of a repository, and print them.")
    .argument("<folder>", "a checkout, or a folder of docs")
    .option("--json", "one JSON object a line for each section")
    .option("--include <glob>", "files that are docs; may be repeated", collect)
    .option("--exclude <glob>", "files that are not; may be repeated", collect)
    .action(async (folder: string, options: IndexDocsOptions) => {
      process.exitCode = await indexDocs(
        folder,
        options,
        (text) => process.stdout.write(text),
        (text) => process.stderr.write(text),
      );
    });
}

function collect(glob: string, before: readonly string[] = []): readonly string[] {
  return [...before, glob];
}

/** Print every section of a folder's docs in the order of their paths. Resolves to the exit code: 0, or 2 with one line on `err`. */
export async function indexDocs(folder: string, options: IndexDocsOptions, out: Print, err: Print): Promise<number> {
  const problem =
    (await folderProblem(folder)) ?? globProblem([...(options.include ?? []), ...(options.exclude ?? [])]);
  if (problem !== undefined) {
    err(`frontdesk index-docs: ${problem}\n`);
    return 2;
  }
  const isDocs = docsGlob(await globsFor(folder, options));
  const paths = (await filesUnder(folder, err)).filter(isDocs).sort();
  const cutter = createWorkerCutter();
  const counts = { pages: 0, sections: 0 };
  try {
    for (const path of paths) {
      const bytes = await readPage(join(folder, path), path, err);
      if (bytes === undefined) continue;
      const sections = await cutter.cut(path, bytes);
      counts.pages += 1;
      counts.sections += sections.length;
      out(options.json ? jsonLines(sections) : outline(path, sections));
    }
  } finally {
    await cutter.close();
  }
  if (!options.json) out(`${counts.sections} sections on ${counts.pages} pages\n`);
  return 0;
}

async function folderProblem(folder: string): Promise<string | undefined> {
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

function globProblem(globs: readonly string[]): string | undefined {
  const unusable = globs.find((glob) => !isUsableGlob(glob));
  return unusable === undefined
    ? undefined
    : `the glob ${unusable.slice(0, 200)} is too long or has too many wildcards.`;
}

/**
 * A folder with a `docs` folder or a `.git` in it is a checkout, and its docs are what a repository's docs are by
 * default. Any other folder is itself the docs, with all the Markdown in it.
 */
async function globsFor(folder: string, { include, exclude = [] }: IndexDocsOptions): Promise<DocsGlobs> {
  if (include !== undefined) return { include, exclude };
  const names = new Set(await readdir(folder));
  const isCheckout = names.has("docs") || names.has(".git");
  return { include: isCheckout ? defaultDocs.include : ["**/*.{md,mdx,markdown}"], exclude };
}

/** Paths of all regular files, with `/`. Links are not followed: on GitHub a link is a file that names another. */
async function filesUnder(folder: string, err: Print, prefix = ""): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isFile()) files.push(path);
    else if (entry.isSymbolicLink() && /\.(?:md|mdx|markdown)$/i.test(path)) err(`${path}: skipped, a symbolic link\n`);
    else if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") {
      files.push(...(await filesUnder(folder, err, `${path}/`)));
    }
  }
  return files;
}

async function readPage(file: string, path: string, err: Print): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    err(`${path}: skipped, ${error instanceof Error ? error.message : "cannot be read"}\n`);
    return undefined;
  }
  const page = decodePage(bytes);
  if ("text" in page) return bytes;
  err(`${path}: skipped, ${page.notText === "binary" ? "a binary file" : "a Git LFS pointer"}\n`);
  return undefined;
}

function jsonLines(sections: readonly Section[]): string {
  return sections
    .map(({ path, anchor, headings, title, text, line }) =>
      JSON.stringify({ path, anchor, headings, title, text, line }),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** A page's sections as an indented list: line, heading, anchor, and how much text stands there. */
function outline(path: string, sections: readonly Section[]): string {
  const lines = sections.map(({ line, headings, title, anchor, text }) => {
    const indent = "  ".repeat(headings.length);
    return `${String(line).padStart(6)} ${indent}${title || "(no heading)"}  #${anchor}  ${words(text)} words\n`;
  });
  return `${path}\n${lines.join("")}`;
}

function words(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
