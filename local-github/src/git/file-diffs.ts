import type { FileDiff } from "./git-objects.ts";

const STATUS: Readonly<Record<string, FileDiff["status"]>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  C: "copied",
  T: "changed",
};

/** Joins what `git diff-tree` says in three ways (--raw -z, --numstat -z, -p) about the same files in the same order. */
export function parseFileDiffs(raw: string, numbers: string, patch: string): FileDiff[] {
  const counts = parseNumbers(numbers);
  const hunks = parseHunks(patch);
  return parseRaw(raw).map((file, index) => {
    const count = counts[index] ?? { additions: 0, deletions: 0 };
    const text = hunks[index];
    return text === undefined ? { ...file, ...count } : { ...file, ...count, patch: text };
  });
}

function parseRaw(raw: string): Omit<FileDiff, "additions" | "deletions">[] {
  const parts = raw.split("\0").filter(Boolean);
  const files: Omit<FileDiff, "additions" | "deletions">[] = [];
  while (parts.length > 0) {
    // :100644 100644 <old> <new> R087 NUL path [NUL new path]
    const [, , before = "", after = "", letter = ""] = (parts.shift() ?? "").split(" ");
    const status = STATUS[letter.charAt(0)] ?? "changed";
    const first = parts.shift() ?? "";
    const sha = status === "removed" ? before : after;
    const moved = status === "renamed" || status === "copied";
    files.push(moved ? { path: parts.shift() ?? "", previousPath: first, status, sha } : { path: first, status, sha });
  }
  return files;
}

function parseNumbers(numbers: string): { additions: number; deletions: number }[] {
  const parts = numbers.split("\0").filter(Boolean);
  const counts: { additions: number; deletions: number }[] = [];
  while (parts.length > 0) {
    const [added = "", removed = "", path = ""] = (parts.shift() ?? "").split("\t");
    if (path === "") parts.splice(0, 2); // a rename: its two paths follow
    // Binary files count as "-".
    counts.push({ additions: Number(added) || 0, deletions: Number(removed) || 0 });
  }
  return counts;
}

/** The hunks of each file. Lines of content always start with " ", "+", "-" or "\", so "diff --git" is never content. */
function parseHunks(patch: string): (string | undefined)[] {
  return patch
    .split(/^diff --git /m)
    .slice(1)
    .map((part) => {
      const start = part.search(/^@@ /m);
      return start < 0 ? undefined : part.slice(start).replace(/\n$/, "");
    });
}
