import { describe, expect, it } from "vitest";
import { readThreadAddress } from "../../src/text/thread-address.ts";

describe("a thread that somebody names", () => {
  it.each([
    ["12", { number: 12 }],
    ["#12", { number: 12 }],
    [" #12 ", { number: 12 }],
    ["GH-12", { number: 12 }],
    ["other/repo.js#12", { number: 12, repository: "other/repo.js" }],
    ["https://github.com/o/r/issues/1", { number: 1, repository: "o/r", host: "github.com", kind: "issue" }],
    [
      "<https://www.github.com/o/r/discussions/1?sort=new#discussioncomment-2>",
      { number: 1, repository: "o/r", host: "github.com", kind: "discussion" },
    ],
    [
      "http://127.0.0.1:8080/o/r/pull/7/files",
      { number: 7, repository: "o/r", host: "127.0.0.1:8080", kind: "pull request" },
    ],
  ])("%s", (text, address) => {
    expect(readThreadAddress(text)).toEqual(address);
  });

  it.each([
    "",
    "#",
    "#0",
    "twelve",
    "12 13",
    "#12a",
    "a/b/c#1",
    "https://github.com/o/r/issues",
    "https://github.com/o/r/issues/x",
    "https://github.com/o/r/commit/12",
    "https://github.com/x/https://github.com/o/r/issues/1",
    "ftp://github.com/o/r/issues/1",
    "#12345678901",
  ])("%j is none", (text) => {
    expect(readThreadAddress(text)).toBeUndefined();
  });
});
