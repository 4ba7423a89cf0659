import type { KnownEntry } from "../../../core/knowledge.ts";
import { reviewCommandText } from "./review-issue.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { plainLine } from "../../../text/plain-line.ts";

/** The words of a pull request that verifies or retires an entry. */
export function reviewPullRequest({
  command,
  question,
  file,
  by,
  day,
}: {
  readonly command: "verify" | "retire";
  readonly question: string;
  readonly file: string;
  readonly by: string;
  readonly day: string;
}): { readonly message: string; readonly title: string; readonly body: string } {
  const plain = plainLine(question, 150);
  const what =
    command === "verify"
      ? `says that this entry of \`${file}\` was found right on ${day}`
      : `takes this entry out of \`${file}\``;
  return {
    message: `docs(faq): ${command} "${plain}"\n\nIn ${file}.`,
    title: `FAQ: ${command} ${plain}`,
    body: `This ${what}: ${inlineText(question, 150)}\n\nAsked for by ${inlineText(by, 60)} in the FAQ's review issue. Commits of yours on this branch stay.\n\n<sub>I am a bot.</sub>`,
  };
}

/** The answer to a command in the review issue: its pull request is found by its branch. */
export function reviewPullOpened(command: "verify" | "retire", issue: string, branch: string): string {
  const repository = issue.replace(/\/issues\/\d.*/su, "");
  const found = `${repository}/pulls?q=${encodeURIComponent(`is:pr head:${branch}`)}`;
  const then = command === "verify" ? "it is suggested again" : "it is gone";
  return `I proposed it: [pull request from \`${branch}\`](<${found}>). Once that is merged, ${then}.`;
}

/** Entries that a refusal lists. */
const maxListed = 10;

/** Entries as the commands about them, to copy. */
export function listEntries(command: "verify" | "retire", entries: readonly KnownEntry[]): string {
  return entries
    .slice(0, maxListed)
    .map(({ section }) => `- ${reviewCommandText(command, section)}`)
    .join("\n");
}

/** The answer to a command that means no entry, or several; with a list of those that may have been meant. */
export const notOneEntry = {
  several: (list: string): string => `Several files have that entry. Say which:\n\n${list}`,
  none: (list: string): string => `Say which entry, by its anchor. There are:\n\n${list}`,
  unknown: (list: string): string =>
    list === "" ? "The FAQ has no entries that I know of." : `I know no such entry. The nearest are:\n\n${list}`,
} as const;

export const verifiedToday = "The FAQ says this already: the entry was verified today.";

export function fileGone(path: string): string {
  return `\`${path}\` is not there any more.`;
}
