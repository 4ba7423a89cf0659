import { withSuggestion } from "../../../config/problem.ts";
import { configPath } from "../../../config/schema.ts";
import type { CheckReport } from "../../../core/check-run.ts";
import { inlineText } from "../../../text/neutralise.ts";
import type { CheckedConfig } from "../gather.ts";

/** What the check says of a config that was proposed. */
export function checkReport({ isThere, problems, unknown }: CheckedConfig): CheckReport {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counted = [count(errors, "mistake"), count(warnings, "warning")].filter((it) => it !== "").join(", ");
  const annotations = problems.map((it) => ({
    path: it.path,
    line: it.line,
    column: it.column,
    endLine: it.endLine,
    endColumn: it.endColumn,
    level: it.severity === "error" ? ("failure" as const) : ("warning" as const),
    message: withSuggestion(it),
  }));
  return {
    conclusion: errors > 0 ? "failure" : warnings > 0 ? "neutral" : "success",
    title: counted !== "" ? counted : isThere ? "The config is good" : "The config is taken away",
    summary: [
      isThere ? meaning(errors, warnings) : withoutConfig,
      ...(unknown.length === 0
        ? []
        : [`Not looked at, since GitHub did not tell:\n${unknown.map((it) => `- ${inlineText(it, 300)}`).join("\n")}`]),
      ...(problems.length > 0 ? ["The same on your machine: `frontdesk check-config --online`."] : []),
    ].join("\n\n"),
    annotations,
  };
}

const withoutConfig = `There is no \`${configPath}\` at this commit. Once it is merged, the config of the owner's \`.github\` repository holds, or else the defaults.`;

function meaning(errors: number, warnings: number): string {
  if (errors > 0)
    return "With these mistakes the config does not do what it says: a file that cannot be read is not used, and the last good one stays in force.";
  if (warnings > 0) return "The config can be merged. Some of it may not mean what was meant.";
  return "It holds from the moment in which it is merged.";
}

function count(number: number, what: string): string {
  return number === 0 ? "" : `${number} ${what}${number === 1 ? "" : "s"}`;
}
