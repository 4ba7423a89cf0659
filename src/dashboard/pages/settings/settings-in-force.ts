import { listSettings, type ListedSetting } from "../../../config/list-settings.ts";
import { loadConfig } from "../../../config/load.ts";
import type { ConfigProblem } from "../../../config/problem.ts";
import { defaultConfig } from "../../../config/schema.ts";
import { shadowConfig, shadowSource, shadowText } from "../../../config/shadow-config.ts";
import type { ConfigText } from "../../../core/github-reads.ts";

/** Which config is in force in a repository, and why. */
export interface SettingsInForce {
  /**
   * `file`: the text that was found. `defaults`: there is none. `last-good`: what was found is broken, or cannot be read for
   * now. `silent`: there is nothing to go by, so nothing is said in the repository. `shadow`: nobody there has agreed to a config yet.
   */
  readonly by: "file" | "defaults" | "last-good" | "silent" | "shadow";
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
  if (found?.text === undefined) return withoutConfig(kept);
  if (!found.isShown) return { by: "silent", settings: [], hidden: found.source };
  const { source, text } = found;
  const loaded = loadConfig(text);
  if ("problems" in loaded) return { ...goOn(lastGood), broken: { source, problems: loaded.problems } };
  return { by: "file", source, settings: listSettings(loaded.config, text) };
}

/** What was kept when an event was handled last tells whether the defaults may speak. */
function withoutConfig(kept: { readonly source: string } | undefined): SettingsInForce {
  if (kept?.source === shadowSource) {
    // Nobody wrote that text, so its lines are no places.
    const settings = listSettings(shadowConfig, shadowText).map(({ name, value, isSet }) => ({
      name,
      value,
      isSet,
    }));
    return { by: "shadow", settings };
  }
  return { by: "defaults", settings: listSettings(defaultConfig, "") };
}

function goOn(lastGood: { readonly source: string; readonly text: string } | undefined): SettingsInForce {
  const loaded = lastGood && loadConfig(lastGood.text);
  if (!lastGood || !loaded || "problems" in loaded) return { by: "silent", settings: [] };
  const { source, text } = lastGood;
  return { by: "last-good", source, settings: listSettings(loaded.config, text) };
}
