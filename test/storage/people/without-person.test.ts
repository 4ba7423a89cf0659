import { describe, expect, it } from "vitest";
import { hasLogin, jsonWithout, wordsWithout } from "../../../src/storage/people/without-person.ts";

describe("words without a person", () => {
  it.each([
    ["Thanks @ann!", "Thanks @ghost!"],
    ["@Ann and @ANN: (@ann)", "@ghost and @ghost: (@ghost)"],
    ["https://github.com/ann is her page", "https://github.com/ghost is her page"],
    ["[her](https://git.example.com/Ann), too", "[her](https://git.example.com/ghost), too"],
    // Somebody else, or nobody.
    ["@ann-lee, @anna, @joe-ann, mail@ann, ann@example.com", "@ann-lee, @anna, @joe-ann, mail@ann, ann@example.com"],
    ["Ann Arbor, an-ann-as, /ann/", "Ann Arbor, an-ann-as, /ann/"],
    // An owner of repositories and teams.
    ["https://github.com/ann/tool and @ann/team", "https://github.com/ann/tool and @ann/team"],
  ])("%s", (text, without) => {
    expect(wordsWithout(text, "ann")).toBe(without);
  });

  it("knows the logins of a company's own users", () => {
    expect(wordsWithout("@ann_acme, @ann", "ann_acme")).toBe("@ghost, @ann");
  });
});

describe("JSON without a person", () => {
  const keys = { is: "json", ghost: ["by", "hosts"], gone: ["for"] } as const;

  it("changes what stands under keys of people, at any depth, and mentions in words", () => {
    const text = JSON.stringify({ by: "Ann", for: "ann", hosts: ["sam", "ann"], in: [{ by: "ann" }], title: "@ann?" });
    expect(JSON.parse(jsonWithout(text, "ann", keys))).toEqual({
      by: "ghost",
      hosts: ["sam", "ghost"],
      in: [{ by: "ghost" }],
      title: "@ghost?",
    });
  });

  it("leaves what is no person, to the letter", () => {
    const text = '{ "label": "ann", "title":"ann", "n": 1.0, "by": "sam" }';
    expect(jsonWithout(text, "ann", keys)).toBe(text);
  });
});

describe("a login as a word of its own", () => {
  it.each([
    ['{"login":"ann"}', true],
    ["ANN", true],
    ["announce, ann-lee, joann", false],
  ])("%s: %s", (text, is) => {
    expect(hasLogin(text, "ann")).toBe(is);
  });
});
