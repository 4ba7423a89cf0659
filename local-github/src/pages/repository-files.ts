import type { GitRepository } from "../git/git-repository.ts";

/** A branch (or commit) and a path in it; the path of the root is empty. */
export interface TreeLocation {
  readonly branch: string;
  readonly path: string;
}

/** A path for an address: slashes stay, everything else is encoded. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** A file's path and bytes. */
export interface FileContent {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Splits `faq/discussion-12/docs/FAQ.md` into a branch and a path. Branch names may contain slashes, so the shortest
 * beginning that names a revision is the branch: git allows no branch `faq` beside a branch `faq/x`.
 */
export async function resolveLocation(git: GitRepository, rest: string): Promise<TreeLocation | undefined> {
  const parts = rest.split("/").filter(Boolean);
  for (let length = 1; length <= parts.length; length += 1) {
    const branch = parts.slice(0, length).join("/");
    if (!isRevision(branch)) return undefined;
    if ((await git.resolve(`${branch}^{commit}`)) !== undefined) {
      return { branch, path: parts.slice(length).join("/") };
    }
  }
  return undefined;
}

/** Keeps git's revision syntax and options out of what comes from an address. */
function isRevision(name: string): boolean {
  return !name.startsWith("-") && !/[~^:?*[\\\s]|\.\.|@\{/u.test(name);
}

export async function findFile(git: GitRepository, location: TreeLocation): Promise<FileContent | undefined> {
  const object = await git.inspect(`${location.branch}:${location.path}`);
  if (object?.type !== "blob") return undefined;
  return { path: location.path, bytes: await git.readBlob(object.sha) };
}

/** The README of the root, whatever its case. */
export async function findReadme(git: GitRepository, branch: string): Promise<FileContent | undefined> {
  const entries = await git.tree(branch);
  const entry = entries.find(({ path, type }) => type === "blob" && /^readme(?:\.(?:md|markdown))?$/iu.test(path));
  return entry === undefined ? undefined : findFile(git, { branch, path: entry.path });
}
