import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/faq-file/read/evidence-of.ts";

const home = { path: "docs/FAQ.md", repository: "https://github.com/acme/lantern" };
const blob = "https://github.com/acme/lantern/blob";

describe("what an entry rests on", () => {
  it.each<[string, string, readonly string[]]>([
    ["a file beside it", "See [setup](setup.md#on-linux).", ["docs/setup.md#on-linux"]],
    ["a file from the root", "[x](/README.md) and [y](../src/a.ts)", ["README.md", "src/a.ts"]],
    ["another entry", "[x](#why)", ["docs/FAQ.md#why"]],
    [
      "a full address",
      `[x](<${blob}/HEAD/docs/a%20b.md#c>) and ${blob}/main/docs/d.md`,
      ["docs/a b.md#c", "docs/d.md"],
    ],
    [
      "what was true at a commit",
      `[x](${blob}/0123456789012345678901234567890123456789/a.md) [y](${blob}/v1.0/a.md)`,
      [],
    ],
    ["another repository", "[x](https://github.com/acme/lantern-docs/blob/HEAD/a.md)", []],
    ["a reference", "[x][a] twice: [x][a]\n\n[a]: b.md", ["docs/b.md"]],
    ["images and mail", "![x](a.png) [y](mailto:a@b.example)", []],
    ["code", "`[x](a.md)`", []],
  ])("of the docs: %s", (_, answer, docs) => {
    expect(evidenceOf({ answer }, home).docs).toEqual(docs);
  });

  it("knows no full addresses without its repository", () => {
    expect(evidenceOf({ answer: `[x](${blob}/HEAD/a.md) [y](b.md)` }, { path: "FAQ.md" }).docs).toEqual(["b.md"]);
  });

  it.each<[string, readonly string[]]>([
    ["Since 2.4 and `v3.1.0`, not before v2.", ["2.4", "3.1.0", "2"]],
    ["Use lantern@4.0.0 or 4.0.0-rc.1 (4.0.0).", ["4.0.0", "4.0.0-rc.1"]],
    ["```\nnpm i lantern 1.2.3\n```", ["1.2.3"]],
    ["Since **2.4**.", ["2.4"]],
    ["Ask 10.0.0.7 or 192.0.2.1.", []],
    ["On 2026.11.26 or 26.11.2026 or 2026-11-26.", []],
    ["It takes 0.5 s, 2.5% more, 1.5x, 3.2 MB, $2.40, 10.5 seconds, 1.25 GHz.", []],
    ["See https://a.example/v1.2/x and [this](https://a.example/3.4).", []],
    ["Section 3, 12 lamps, #4.2", []],
  ])("%j mentions the versions %j", (answer, versions) => {
    expect(evidenceOf({ answer }, home).versions).toEqual(versions);
  });
});
