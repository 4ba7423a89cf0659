import { inlineText } from "../../../text/neutralise.ts";
import { plainLine } from "../../../text/plain-line.ts";

/** The words of a pull request that verifies or retires an entry. */
export function reviewPull({
  deed,
  question,
  file,
  by,
  day,
}: {
  readonly deed: "verify" | "retire";
  readonly question: string;
  readonly file: string;
  readonly by: string;
  readonly day: string;
}): { readonly message: string; readonly title: string; readonly body: string } {
  const plain = plainLine(question, 150);
  const what =
    deed === "verify"
      ? `says that this entry of \`${file}\` was found right on ${day}`
      : `takes this entry out of \`${file}\``;
  return {
    message: `docs(faq): ${deed} "${plain}"\n\nIn ${file}.`,
    title: `FAQ: ${deed} ${plain}`,
    body: `This ${what}: ${inlineText(question, 150)}\n\nAsked for by ${inlineText(by, 60)} in the FAQ's review issue. Commits of yours on this branch stay.\n\n<sub>I am a bot.</sub>`,
  };
}

/** The answer to a command in the review issue: its pull request is found by its branch. */
export function reviewPullOpened(deed: "verify" | "retire", issue: string, branch: string): string {
  const repository = issue.replace(/\/issues\/\d.*/su, "");
  const found = `${repository}/pulls?q=${encodeURIComponent(`is:pr head:${branch}`)}`;
  const then = deed === "verify" ? "it is suggested again" : "it is gone";
  return `I proposed it: [pull request from \`${branch}\`](<${found}>). Once that is merged, ${then}.`;
}
