/** GitHub and git take longer ones; file systems do not: a name has 255 bytes at most on those people use. */
const maxNameBytes = 255;
const maxPathLength = 300;

const encoder = new TextEncoder();

/** What must not be in a path, and how it is said. Names are held against git's own rule: `verify_path` in its read-cache.c. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u, "it holds a character that cannot be seen"],
  [/\\/u, "folders are parted by `/`, not by a backslash"],
  [/^\//u, "it begins with `/`; leave that out"],
  [/\/\/|\/$/u, "a folder in it has no name"],
  [/(?:^|\/)\.\.(?:\/|$)/u, "`..` leads out of a folder"],
  [/(?:^|\/)(?:\.git|git~\d)[ .]*(?:\/|$)/iu, "`.git` is git's own"],
  [/(?:^|\/)[^/]*[ .](?:\/|$)|(?:^|\/) /u, "a name in it begins or ends with a space, or ends with a dot"],
  [/[<>:"|?*]/u, "it holds a character that file names cannot have on every system"],
];

/**
 * A path of a file in a repository as git knows it, from what a person wrote; steps that lead nowhere (`./`) are left
 * out. Refused where it cannot be one, or would be another file to some systems.
 */
export function toRepositoryPath(text: string): string | { readonly refused: string } {
  const path = text.trim().replaceAll(/(?:^|(?<=\/))(?:\.\/)+/gu, "");
  for (const [pattern, refused] of forbidden) if (pattern.test(path)) return { refused };
  const isTooLong = path.split("/").some((name) => encoder.encode(name).length > maxNameBytes);
  if (path.length > maxPathLength || isTooLong) return { refused: "it is too long" };
  return path === "" || path === "." ? { refused: "it names no file" } : path;
}
