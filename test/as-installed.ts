import type { Plugin } from "vitest/config";

/** What Vite asks packages for besides the usual: builds to develop with. */
const ofVite = "development|production";

/**
 * Loads packages as an installed app does. Vite asks them for `development` builds, and those of micromark check and
 * log each character: tests took twice the processor time, and held code to its promise that no user runs.
 * https://vite.dev/config/shared-options#resolve-conditions
 */
export function asInstalled(): Plugin {
  return {
    name: "as-installed",
    enforce: "post",
    configResolved({ ssr, resolve, environments }) {
      for (const { conditions } of [
        resolve,
        ssr.resolve ?? {},
        ...Object.values(environments).map((it) => it.resolve),
      ]) {
        const at = conditions?.indexOf(ofVite) ?? -1;
        if (at >= 0) conditions?.splice(at, 1);
      }
    },
  };
}
