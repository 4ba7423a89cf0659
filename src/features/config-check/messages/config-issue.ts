import { withSuggestion, type ProblemInFile } from "../../../config/problem.ts";
import { configPath } from "../../../config/schema.ts";
import { inlineTextWithCode } from "../../../text/neutralise.ts";

export const configIssueTitle = `The config of Frontdesk is broken: ${configPath}`;

/** More are not mended at a time, and an issue has no room for them. */
const maxListed = 50;

/** What the issue says while the config is broken. `url`: of the repository. */
export function brokenConfig(
  problems: readonly ProblemInFile[],
  { url, commit, hasLastGood }: { readonly url: string; readonly commit: string; readonly hasLastGood: boolean },
): string {
  const file = `${url}/blob/${commit}/${configPath}`;
  const lines = problems.slice(0, maxListed).map((it) => {
    const place = `[line ${it.line}, column ${it.column}](${file}#L${it.line})`;
    return `- ${place}: ${inlineTextWithCode(withSuggestion(it), 500)}`;
  });
  const more = problems.length - lines.length;
  return [
    hasLastGood
      ? `[\`${configPath}\`](${file}) cannot be used. The last good config stays in force until it is mended.`
      : `[\`${configPath}\`](${file}) cannot be used, and there was no good one before. Until it is mended, I say nothing in this repository.`,
    [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
    "`frontdesk check-config` says the same on your machine. This issue changes with the problems and closes itself when they are gone. Whoever closes it sooner hears no more of these problems.",
    "_I am a bot._",
  ].join("\n\n");
}

/** What the issue says when the config is good again. */
export function mendedConfig(commit: string, url: string): string {
  return `\`${configPath}\` is good again, as of [${commit.slice(0, 7)}](${url}/commit/${commit}), and in force.\n\n_I am a bot._`;
}
