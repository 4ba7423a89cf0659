import { listSettings, type ListedSetting } from "../../../config/list-settings.ts";
import { loadConfig } from "../../../config/load.ts";
import type { ConfigProblem } from "../../../config/problem.ts";
import { defaultConfig } from "../../../config/schema.ts";
import type { ConfigText } from "../../../core/github-reads.ts";

/** Which config is in force in a repository, and why. */
export interface SettingsInForce {
  /**
   * `file`: the text that was found. `defaults`: there is none. `last-good`: what was found is broken, or cannot be read for
   * now. `silent`: there is nothing to go by, so nothing is said in the repository.
   */
  readonly by: "file" | "defaults" | "last-good" | "silent";
  /** `owner/name:path` of the text in force. */
  readonly source?: string;
  readonly settings: readonly ListedSetting[];
  /** What is wrong with the text that was found, and where that is. */
  readonly broken?: { readonly source: string; readonly problems: readonly ConfigProblem[] };
  /** A text of the owner's that fewer may read than the repository: it is not used, and not told. */
  readonly hidden?: string;
}

/**
 * By the same rules as events are handled (`src/pipeline/config-source.ts`). `texts` is undefined where GitHub does not tell
 * them for now.
 */
export function settingsInForce(
  texts: readonly ConfigText[] | undefined,
  kept: { readonly source: string; readonly text: string } | undefined,
): SettingsInForce {
  const lastGood = texts?.some(({ source, isShown }) => !isShown && source === kept?.source) ? undefined : kept;
  if (!texts) return goOn(lastGood);
  const found = texts.find(({ text }) => text !== undefined);
  if (found?.text === undefined) return { by: "defaults", settings: listSettings(defaultConfig, "") };
  if (!found.isShown) return { by: "silent", settings: [], hidden: found.source };
  const { source, text } = found;
  const loaded = loadConfig(text);
  if ("problems" in loaded) return { ...goOn(lastGood), broken: { source, problems: loaded.problems } };
  return { by: "file", source, settings: listSettings(loaded.config, text) };
}

function goOn(lastGood: { readonly source: string; readonly text: string } | undefined): SettingsInForce {
  const loaded = lastGood && loadConfig(lastGood.text);
  if (!lastGood || !loaded || "problems" in loaded) return { by: "silent", settings: [] };
  const { source, text } = lastGood;
  return { by: "last-good", source, settings: listSettings(loaded.config, text) };
}
