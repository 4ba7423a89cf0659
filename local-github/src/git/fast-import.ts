import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import type { GitIdentity } from "../world/git.ts";

/** A file to be put into a repository. */
export interface ImportedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** "100644" unless it is executable ("100755") or a symlink ("120000", content: its target). */
  readonly mode?: string;
}

/** The files below a folder as they would be committed, symlinks as symlinks. A `.git` folder is left out. */
export async function* readFolder(folder: string, below = ""): AsyncGenerator<ImportedFile> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.name === ".git") continue;
    if (entry.isDirectory()) yield* readFolder(folder, path);
    if (entry.isSymbolicLink()) yield { path, mode: "120000", content: await readlink(join(folder, path)) };
    if (entry.isFile()) {
      const executable = ((await lstat(join(folder, path))).mode & 0o100) !== 0;
      yield { path, mode: executable ? "100755" : "100644", content: await readFile(join(folder, path)) };
    }
  }
}

/** What git-fast-import(1) reads for one commit. A list lies in memory already; anything else may be more than fits there. */
export async function importInput(
  ...about: Parameters<typeof importCommands>
): Promise<Uint8Array | AsyncIterable<string | Uint8Array>> {
  const [, , files] = about;
  const commands = importCommands(...about);
  return Array.isArray(files) ? gather(commands) : commands;
}

async function gather(stream: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(typeof part === "string" ? Buffer.from(part) : part);
  return Buffer.concat(parts);
}

/** The command stream for one commit. */
async function* importCommands(
  ref: string,
  parent: string | undefined,
  files: Iterable<ImportedFile> | AsyncIterable<ImportedFile>,
  commit: { readonly message: string; readonly author: GitIdentity; readonly keep?: boolean },
): AsyncGenerator<string | Uint8Array> {
  const seconds = Math.floor(Date.parse(commit.author.date) / 1000);
  yield `commit ${ref}\n`;
  yield `committer ${cleanName(commit.author.name)} <${cleanName(commit.author.email)}> ${seconds} +0000\n`;
  yield* data(commit.message);
  if (parent !== undefined) yield `from ${parent}\n`;
  if (commit.keep !== true) yield "deleteall\n";
  for await (const file of files) {
    yield `M ${file.mode ?? "100644"} inline ${quotePath(file.path)}\n`;
    yield* data(file.content);
  }
  yield "done\n";
}

function* data(content: string | Uint8Array): Generator<string | Uint8Array> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  yield `data ${bytes.byteLength}\n`;
  yield bytes;
  yield "\n";
}

function quotePath(path: string): string {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

function cleanName(text: string): string {
  return text.replaceAll(/[<>\n]/g, "");
}
