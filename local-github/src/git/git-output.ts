import type { GitCommit, GitTreeEntry } from "../world/git.ts";
import type { GitRef } from "./git-objects.ts";

/** How `git log` has to print commits for `parseCommits`: fields that hold no line break, then the message. */
export const COMMIT_ARGUMENTS = [
  "-z",
  "--format=%H%n%T%n%P%n%an%n%ae%n%ad%n%cn%n%ce%n%cd%n%B",
  "--date=format-local:%Y-%m-%dT%H:%M:%SZ",
] as const;

/** Reads what `git log` printed with `COMMIT_ARGUMENTS`. */
export function parseCommits(output: Buffer): GitCommit[] {
  return output.toString().split("\0").filter(Boolean).map(parseCommit);
}

function parseCommit(text: string): GitCommit {
  const [sha = "", tree = "", parents = "", ...rest] = text.split("\n");
  const [authorName = "", authorEmail = "", authorDate = "", name = "", email = "", date = "", ...message] = rest;
  return {
    sha,
    tree,
    parents: parents.split(" ").filter(Boolean),
    message: message.join("\n").trimEnd(),
    author: { name: authorName, email: authorEmail, date: authorDate },
    committer: { name, email, date },
  };
}

/** Reads `git ls-tree -z -l`: "<mode> <type> <sha> <size>\t<path>". */
export function parseTree(output: Buffer): GitTreeEntry[] {
  return output.toString().split("\0").filter(Boolean).map(parseTreeEntry);
}

function parseTreeEntry(line: string): GitTreeEntry {
  const tab = line.indexOf("\t");
  const [mode = "", kind, sha = "", size = "-"] = line.slice(0, tab).split(/ +/);
  const type = kind === "tree" || kind === "commit" ? kind : "blob";
  const entry = { path: line.slice(tab + 1), mode, type, sha } as const;
  return size === "-" ? entry : { ...entry, size: Number(size) };
}

/** Reads `git cat-file --batch`: the blobs in it by id. Objects that are missing or no blobs are left out. */
export function parseBlobs(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [sha, type, size] = output.toString("utf8", at, end).split(" ");
    at = end + 1;
    if (sha === undefined || size === undefined) continue; // "<id> missing"
    if (type === "blob") blobs.set(sha, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

/** How `git for-each-ref` has to print references for `parseRefs`. */
export const REF_FORMAT = "--format=%(refname)%00%(objectname)%00%(objecttype)";

/** Reads what `git for-each-ref` printed with `REF_FORMAT`. */
export function parseRefs(output: Buffer): GitRef[] {
  const lines = output.toString().split("\n").filter(Boolean);
  return lines.map((line) => {
    const [name = "", sha = "", type = ""] = line.split("\0");
    return { name, sha, type };
  });
}
