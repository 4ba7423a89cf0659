import { lineFinder } from "./places.ts";
import { loadConfig, maxConfigLength, toPlainText } from "./load.ts";
import { toProblem, type ConfigProblem } from "./problem.ts";
import type { Config } from "./schema.ts";

/** A config as far as its text tells: what is wrong with it, and what it says where that is nothing worse than a warning. */
export interface CheckedText {
  readonly config: Config | undefined;
  readonly problems: readonly ConfigProblem[];
}

/** Everything that can be said of a config without asking anybody. Never throws. */
export function checkText(text: string): CheckedText {
  const loaded = loadConfig(text);
  if ("problems" in loaded) return { config: undefined, problems: loaded.problems };
  return { config: loaded.config, problems: unreadable(toPlainText(text).slice(0, maxConfigLength)) };
}

/** Bytes that are not UTF-8 have become U+FFFD by now; GitHub reads them the same way. */
function unreadable(text: string): readonly ConfigProblem[] {
  const offset = text.indexOf("\uFFFD");
  if (offset < 0) return [];
  const message = "The file is not UTF-8: a character here cannot be read. Save it as UTF-8";
  return [toProblem(lineFinder(text)(offset), message, { severity: "warning" })];
}
