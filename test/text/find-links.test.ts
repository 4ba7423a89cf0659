import { describe, expect, it } from "vitest";
import { findLinks } from "../../src/text/find-links.ts";

describe("the links of a text", () => {
  it.each([
    ["[a](https://a.example/b) and [c][d]\n\n[d]: https://d.example", ["https://a.example/b", "https://d.example"]],
    ["see https://a.example/b_c_d/__init__.py.", ["https://a.example/b_c_d/__init__.py"]],
    ["(https://a.example/b_(c)) www.d.example!", ["https://a.example/b_(c)", "http://www.d.example"]],
    ["**https://a.example/b**", ["https://a.example/b"]],
    ["<https://a.example> https://a.example", ["https://a.example"]],
    ["[https://shown.example](https://a.example)", ["https://a.example"]],
    ["`https://a.example`\n\n```\nhttps://b.example\n```", []],
    ["[d]: https://nobody.example", []],
    ["xhttps://a.example http:// www.", []],
    ["", []],
  ])("%j", (markdown, links) => {
    expect(findLinks(markdown)).toEqual(links);
  });

  it("are at least the bare addresses in what is too long to be parsed", () => {
    expect(findLinks(`https://a.example\n\n${"- > a\n".repeat(2000)}`)).toEqual(["https://a.example"]);
  });
});
