import type { KnownEntry } from "../../../core/knowledge.ts";
import type { Locale, Text } from "../../../core/language.ts";
import { md } from "../../../words/compose-text.ts";
import { reviewCommandText } from "./review-issue.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { plainLine } from "../../../text/plain-line.ts";
import { say } from "./words.ts";

/** The words of a pull request that verifies or retires an entry. Its commit is English, as commits are. */
export function reviewPullRequest(
  {
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
  },
  locale: Locale,
): { readonly message: string; readonly title: string; readonly body: string } {
  const plain = plainLine(question, 150);
  const asked = inlineText(question, 150);
  const what =
    command === "verify"
      ? say("verify.body", { file, day, question: asked })
      : say("retire.body", { file, question: asked });
  const body = md`${what}\n\n${say("review-pull.asked-for", { by: inlineText(by, 60) })}\n\n${say("review-pull.footer")}`;
  return {
    message: `docs(faq): ${command} "${plain}"\n\nIn ${file}.`,
    title: say(`${command}.title`, { question: plain })(locale),
    body: body(locale),
  };
}

/** The answer to a command in the review issue: its pull request is found by its branch. */
export function reviewPullOpened(command: "verify" | "retire", issue: string, branch: string): Text {
  const repository = issue.replace(/\/issues\/\d.*/su, "");
  const found = `${repository}/pulls?q=${encodeURIComponent(`is:pr head:${branch}`)}`;
  return say(`${command}.opened`, { pull: md`[${say("review-pull.from", { branch })}](<${found}>)` });
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
  several: (list: string): Text => md`${say("entry.several")}\n\n${list}`,
  none: (list: string): Text => md`${say("entry.none")}\n\n${list}`,
  unknown: (list: string): Text => (list === "" ? say("entry.no-entries") : md`${say("entry.unknown")}\n\n${list}`),
} as const;

export const verifiedToday = say("verified-today");

export function fileGone(path: string): Text {
  return say("file-gone", { file: path });
}
