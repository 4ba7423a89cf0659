import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { Config } from "../../src/config/schema.ts";
import { shadowConfig, shadowText } from "../../src/config/shadow-config.ts";
import { sharedSettings } from "../../src/config/shared.ts";

/** Parts of the config whose features say, label, close and list nothing by themselves. */
const silent: readonly string[] = ["docs", "issues", "timeline", ...Object.keys(sharedSettings)];

/** Those that do so only by what a config lists, of which there is none. */
const byConfigAlone: readonly string[] = ["on-call", "office-hours"];

describe("the config of shadow mode", () => {
  it("thinks of every part of the config: a new one is turned off here, or is named as silent", () => {
    const others = Object.keys(Config.shape).filter((it) => !silent.includes(it) && !byConfigAlone.includes(it));
    expect(Object.keys(JSON.parse(shadowText) as object).sort()).toEqual(others.sort());
  });

  it("is read back from its text, which is kept as what was in force last", () => {
    expect(loadConfig(shadowText)).toEqual({ config: shadowConfig });
  });
});
