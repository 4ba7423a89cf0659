import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfig, renderProblem } from "../../src/config/load.ts";
import { defaultConfig } from "../../src/config/schema.ts";

const problemsOf = (text: string) => {
  const loaded = loadConfig(text);
  return "problems" in loaded ? loaded.problems.map(renderProblem) : [];
};

describe("a config", () => {
  it.each([
    ["empty", ""],
    ["a comment", "# nothing yet\n"],
    ["null", "~"],
    ["an empty mapping", "{}"],
    ["empty sections", "docs: {}\n"],
  ])("that is %s means the defaults", (_, text) => {
    expect(loadConfig(text)).toEqual({ config: defaultConfig });
  });

  it("is read with what it sets", () => {
    const loaded = loadConfig(
      "docs:\n  include: ['guide/**']\n  site: https://d.example\nrelated-answers:\n  categories: [help]\n",
    );
    expect(loaded).toMatchObject({
      config: {
        docs: { include: ["guide/**"], site: { url: "https://d.example", generator: "auto" } },
        "related-answers": { categories: ["help"], mode: "live", limit: 3 },
      },
    });
  });

  it.each([
    ["unknown section", "faqs:\n  file: x\n", ["1:1 faqs: there is no such setting"]],
    ["unknown key", "docs:\n  include: []\n  sight: x\n", ["3:3 docs.sight: there is no such setting"]],
    [
      "value out of range",
      "related-answers:\n  threshold: 3\n",
      ["2:14 related-answers.threshold: Too big: expected number to be <=1"],
    ],
    [
      "a value that is none of several",
      "related-answers:\n  threshold: high\n",
      ["2:14 related-answers.threshold: must be `auto` or a number from 0 to 1"],
    ],
    ["wrong type", "docs: yes please\n", ["1:7 docs: Invalid input: expected object, received string"]],
    [
      "no generator that we know",
      "docs:\n  site:\n    url: https://d.example\n    generator: hugo\n",
      [expect.stringContaining("docs.site")],
    ],
    ["no URL", "docs:\n  site: ftp://x\n", ["2:9 docs.site: must be a URL that starts with http:// or https://"]],
    [
      "a glob that would take for ever",
      "docs:\n  include: ['*a*b*c*d*']\n",
      ["2:13 docs.include.0: is empty, too long, or has too many wildcards to be tried on every file"],
    ],
    ["a list instead of a mapping", "- a\n", ["1:1 the file: Invalid input: expected object, received array"]],
    ["the same key twice", "docs: {}\ndocs: {}\n", [expect.stringMatching(/^2:1 .*[Dd]uplicate/)]],
    ["broken YAML", "docs: [\n", [expect.stringMatching(/^\d+:\d+ /)]],
  ])("with %s is answered with the place and the mistake", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("that is far too long is refused before it is read", () => {
    expect(problemsOf(`# ${"x".repeat(70_000)}`)).toEqual(["1:1 The file is longer than 64 KB."]);
  });

  it("never throws, whatever it says", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json()), (text) => {
        const loaded = loadConfig(text);
        expect("config" in loaded || loaded.problems.length > 0).toBe(true);
      }),
    );
  });

  it("with aliases that multiply does not take long or much", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefghi".split("").map((it, i) => `${it}: &${it} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`),
    ].join("\n");
    expect(problemsOf(bomb).length).toBeGreaterThan(0);
  });
});
