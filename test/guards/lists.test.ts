import { english } from "../../src/core/language.ts";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/features/index.ts";
import { commandNames } from "../../src/core/command-names.ts";
import { Config } from "../../src/config/schema.ts";
import { sharedSettings } from "../../src/config/shared.ts";
import { features } from "../../src/features/index.ts";
import { actionNames } from "../../src/pipeline/action-sets.ts";

describe("commands", () => {
  it("are all in the list, each in a file of its name", () => {
    const files = readdirSync("src/features", { recursive: true, encoding: "utf8" });
    const missing = commands.filter(({ name }) => !files.some((it) => it.endsWith(`/commands/${name}.ts`)));
    expect(missing).toEqual([]);
  });

  it.each(commands.map((it) => [it.name, it] as const))(
    "/%s tells how it is used",
    (name, { usage, summary, examples }) => {
      expect(usage).toMatch(new RegExp(`^/${name}( |$)`));
      expect(summary(english)).toMatch(/^[A-Z].*\.$/);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect(example).toMatch(new RegExp(`^/${name}( |$)`));
    },
  );
});

it("commands in discussions are known by name where comments are read by others", () => {
  const named = commands.filter(({ where }) => where.includes("discussion")).map(({ name }) => name);
  expect(named.filter((it) => !commandNames.has(it))).toEqual([]);
});

describe("features", () => {
  it("are all in the list, each in a folder of its name", () => {
    const folders = readdirSync("src/features", { withFileTypes: true }).filter((it) => it.isDirectory());
    expect(features.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it("own every section of the config, and no other", () => {
    const slices = features.flatMap(({ slice }) => slice ?? []);
    expect([...slices, ...Object.keys(sharedSettings)].sort()).toEqual(Object.keys(Config.shape).sort());
  });

  it.each(features.map((it) => [it.name, it] as const))(
    "%s says what it does and what it looks at",
    (_, { summary, on, commands }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(on.length + commands.length).toBeGreaterThan(0);
    },
  );
});

it("no two kinds of actions share a name: a stored plan names them", () => {
  expect(actionNames.filter((it, at) => actionNames.indexOf(it) !== at)).toEqual([]);
});
