/** The names that git refuses for a branch: https://git-scm.com/docs/git-check-ref-format */
const forbidden = /^[-/.]|[/.]$|\.\.|\/\/|\/\.|@\{|^@$|\.lock(?:\/|$)|^refs\/|^HEAD$|[\p{Cc}\p{Zs}~^:?*[\\]/u;

/** Whether git takes a name for that of a branch. */
export function isBranchName(name: string): boolean {
  return name !== "" && !forbidden.test(name);
}
