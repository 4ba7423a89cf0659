import { describe, expect, it } from "vitest";
import { Links } from "../../../src/search/index/links.ts";
import { readAddress } from "../../../src/search/index/links.ts";

describe("an address is the same page", () => {
  it.each([
    ["with or without scheme and www", "https://www.docs.example/a", "docs.example/a"],
    ["with an ending or a slash", "https://docs.example/a/index.html", "https://docs.example/a/"],
    ["with a query", "https://docs.example/a?lang=en", "https://docs.example/a"],
    ["in capitals", "https://Docs.Example/A.md", "https://docs.example/a"],
    ["on any branch", "https://github.com/o/n/blob/main/docs/x.md", "https://github.com/o/n/blob/HEAD/docs/x.md"],
    ["on any host of GitHub", "http://127.0.0.1:4400/o/n/blob/v1/x.md", "http://127.0.0.1:4400/o/n/blob/HEAD/x.md"],
    ["with percent signs", "https://docs.example/f%C3%BCr", "https://docs.example/für"],
  ])("%s", (_, a, b) => {
    expect(readAddress(a)).toEqual(readAddress(b));
  });

  it.each([
    ["on another host", "https://docs.example/a", "https://other.example/a"],
    ["of another name", "https://docs.example/a", "https://docs.example/b"],
  ])("but not %s", (_, a, b) => {
    expect(readAddress(a)).not.toEqual(readAddress(b));
  });

  it("and a percent sign of its own is no matter", () => {
    expect(readAddress("https://docs.example/100%#Half")).toEqual({ page: "docs.example/100%", fragment: "half" });
  });
});

describe("a link means", () => {
  const links = new Links();
  const page = "https://docs.example/install";
  links.add(0, page, []);
  links.add(1, `${page}#linux`, ["https://docs.example/faq"]);
  links.add(2, `${page}#macos`, []);
  links.add(3, "https://docs.example/thread/1", [`${page}#macos`, page, "https://elsewhere.example/"]);

  it.each([
    ["the section of its fragment", `${page}#linux`, [1]],
    ["all sections of its page", page, [0, 1, 2]],
    ["all sections where the fragment is unknown", `${page}#windows`, [0, 1, 2]],
    ["nothing where nobody stands", "https://docs.example/none#linux", []],
  ])("%s", (_, link, slots) => {
    expect([...links.find(link)]).toEqual(slots);
  });

  it("the same when it is followed from the document that has it", () => {
    expect(links.targetsOf(3).map((slots) => [...slots])).toEqual([[2], [0, 1, 2], []]);
    expect(links.targetsOf(0)).toEqual([]);
  });

  it("what stands there at the time", () => {
    const changed = Links.fromParts(links.toParts());
    changed.remove(2);
    expect(changed.targetsOf(3).map((slots) => [...slots])).toEqual([[0, 1], [0, 1], []]);
    changed.add(4, "https://docs.example/faq", []);
    expect(changed.targetsOf(1).map((slots) => [...slots])).toEqual([[4]]);
    changed.remove(3);
    expect(changed.hasLinks(3)).toBe(false);
  });
});
