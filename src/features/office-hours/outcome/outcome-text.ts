import { withoutComments } from "../../../text/without-comments.ts";

/** Kept of an outcome, in UTF-16 units; all of it stands in its comment. */
const maxLength = 4_000;

/** What is kept of what somebody said of a session, as Markdown; undefined where they said nothing of their own. */
export function outcomeText(said: string): string | undefined {
  const text = said.trim();
  const own = withoutComments(text)
    .split("\n")
    .filter((line) => !/^\s*(?:>|$)/u.test(line));
  return own.length === 0 ? undefined : text.slice(0, maxLength).toWellFormed();
}
