import { breakHashes } from "./break-hashes.ts";
import { withoutUnwanted } from "./unwanted.ts";

/** https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs */
const skips = /\[(?=(?:skip (?:ci|actions)|ci skip|no ci|actions skip)\])|skip-checks(?=:)/giu;

/**
 * One line of plain text, as titles and commit messages are, in which GitHub finds nobody to notify, nothing to refer
 * to or close, and no wish to leave out checks. At most `max` UTF-16 units before that, the last of them `…` where more
 * was cut off.
 */
export function plainLine(text: string, max: number): string {
  const line = withoutUnwanted(text).replaceAll(/\s+/gu, " ").trim();
  const cut = line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
  return breakHashes(cut)
    .replaceAll(/([@#]|GH-|:\/(?=\/))(?=[\w/])/giu, "$1\u200B")
    .replaceAll(/(?<![a-z\d])www(?=\.)/giu, "$&\u200B")
    .replaceAll(skips, "$&\u200B");
}
