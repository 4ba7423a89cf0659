import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/text/find-references.ts";

describe("findReferences", () => {
  it.each([
    ["#12", [{ number: 12 }]],
    ["(#12), #13.", [{ number: 12 }, { number: 13 }]],
    ["GH-7", [{ number: 7 }]],
    ["acme/widgets#3", [{ repository: "acme/widgets", number: 3 }]],
    ["Duplicate of #12, see #12", [{ number: 12 }]],
    ["# 12 ways", []],
    ["colour #12ab, word#12, &#12;", []],
    ["`#12` and\n\n```\n#13\n```", []],
    ["> #12", []],
    ["- a\n\n  > #12\n\n  #13", [{ number: 13 }]],
    ["[#12](https://example.com/a)", []],
  ])("finds the threads in %j", (markdown, threads) => {
    expect(findReferences(markdown).threads).toEqual(threads);
  });

  it("finds the links that are not quoted", () => {
    const markdown = "> https://a.test/old\n\nhttps://a.test/new [b][]\n\n[b]: https://b.test";
    expect(findReferences(markdown).links).toEqual(["https://a.test/new", "https://b.test"]);
  });
});
