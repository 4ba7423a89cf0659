/**
 * One line of plain text, as titles and commit messages are, in which GitHub finds nobody to notify and nothing to
 * refer to or close. At most `max` UTF-16 units before that, the last of them `…` where more was cut off.
 */
export function plainLine(text: string, max: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const cut = line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
  return cut.replaceAll(/([@#]|GH-)(?=\w)/giu, "$1\u200B");
}
