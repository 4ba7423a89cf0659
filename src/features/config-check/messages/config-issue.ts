import { withSuggestion, type ProblemInFile } from "../../../config/problem.ts";
import { configPath } from "../../../config/schema.ts";
import type { Text } from "../../../core/language.ts";
import { inlineTextWithCode } from "../../../text/neutralise.ts";
import { joined, md } from "../../../words/compose-text.ts";
import { say } from "./words.ts";

export const configIssueTitle = say("issue.title", { file: configPath });

/** More are not mended at a time, and an issue has no room for them. */
const maxListed = 50;

/** What the issue says while the config is broken. `url`: of the repository. */
export function brokenConfig(
  problems: readonly ProblemInFile[],
  { url, commit, hasLastGood }: { readonly url: string; readonly commit: string; readonly hasLastGood: boolean },
): Text {
  const address = `${url}/blob/${commit}/${configPath}`;
  const lines = problems.slice(0, maxListed).map((it) => {
    const place = md`[${say("issue.place", { line: it.line, column: it.column })}](${address}#L${it.line})`;
    const problem = inlineTextWithCode(withSuggestion(it), 500);
    return md`- ${say("issue.problem", { place, problem })}`;
  });
  const more = problems.length - lines.length;
  const file = `[\`${configPath}\`](${address})`;
  return joined(
    [
      say(hasLastGood ? "issue.last-good" : "issue.never-good", { file }),
      joined([...lines, ...(more > 0 ? [md`- ${say("issue.more", { count: more })}`] : [])], "\n"),
      say("issue.how"),
      say("footer"),
    ],
    "\n\n",
  );
}

/** What the issue says when the config is good again. */
export function mendedConfig(commit: string, url: string): Text {
  const link = `[${commit.slice(0, 7)}](${url}/commit/${commit})`;
  return joined([say("issue.mended", { file: configPath, commit: link }), say("footer")], "\n\n");
}
