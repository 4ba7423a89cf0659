import { withSuggestion } from "../../../config/problem.ts";
import { configPath } from "../../../config/schema.ts";
import type { CheckReport } from "../../../core/check-run.ts";
import type { Locale, Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated, joined, md } from "../../../words/compose-text.ts";
import type { CheckedConfig } from "../gather.ts";
import { say } from "./words.ts";

/** What the check says of a config that was proposed. The problems are English, as on the command line. */
export function checkReport({ isThere, problems, unknown }: CheckedConfig, locale: Locale): CheckReport {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const annotations = problems.map((it) => ({
    path: it.path,
    line: it.line,
    column: it.column,
    endLine: it.endLine,
    endColumn: it.endColumn,
    level: it.severity === "error" ? ("failure" as const) : ("warning" as const),
    message: withSuggestion(it),
  }));
  const summary = joined(
    [
      isThere ? meaning(errors, warnings) : say("summary.gone", { file: configPath }),
      ...(unknown.length === 0 ? [] : [notLookedAt(unknown)]),
      ...(problems.length > 0 ? [say("summary.locally")] : []),
    ],
    "\n\n",
  );
  return {
    conclusion: errors > 0 ? "failure" : warnings > 0 ? "neutral" : "success",
    title: titleOf(errors, warnings, isThere)(locale),
    summary: summary(locale),
    annotations,
  };
}

function titleOf(errors: number, warnings: number, isThere: boolean): Text {
  if (errors + warnings === 0) return say(isThere ? "title.good" : "title.gone");
  return enumerated([
    ...(errors > 0 ? [say("mistakes", { count: errors })] : []),
    ...(warnings > 0 ? [say("warnings", { count: warnings })] : []),
  ]);
}

function meaning(errors: number, warnings: number): Text {
  if (errors > 0) return say("summary.mistakes");
  return say(warnings > 0 ? "summary.warnings" : "summary.good");
}

function notLookedAt(unknown: readonly string[]): Text {
  return md`${say("summary.unknown")}\n${unknown.map((it) => `- ${inlineText(it, 300)}`).join("\n")}`;
}
