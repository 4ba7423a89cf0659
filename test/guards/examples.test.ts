import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { Config } from "../../src/config/schema.ts";
import { environment } from "../../src/config/settings.ts";

const read = (name: string) => readFileSync(`docs/examples/${name}`, "utf8");

describe("docs/examples", () => {
  it("has a config that is good and shows every section", () => {
    const loaded = loadConfig(read("frontdesk.yml"));
    expect(loaded).toHaveProperty("config");
    const shown = [...read("frontdesk.yml").matchAll(/^([a-z-]+):/gm)].map(([, name = ""]) => name);
    expect(shown.sort()).toEqual(Object.keys(Config.shape).sort());
  });

  it.each(["Dockerfile", "compose.yml", "frontdesk.service"])("%s sets only variables that are read", (name) => {
    const set = [...read(name).matchAll(/\b([A-Z]+(?:_[A-Z]+)+)(?==|:\s)/g)].map(([, variable = ""]) => variable);
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((it) => it !== "NODE_ENV" && !(it in environment))).toEqual([]);
  });
});
