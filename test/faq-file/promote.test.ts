import { describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { promote } from "../../src/faq-file/promote.ts";

const thread = "https://github.com/acme/lantern/discussions/12";

const answered = {
  title: "[Help] how do I mend it",
  answer: "# Steps\n\nSee [this](docs/a.md), @ann.",
  thread,
};

describe("promoting an answered question", () => {
  it("adds it as an entry of the file", () => {
    const promoted = promote("# FAQ\n\n## Setup\n\n### Why?\n\nSo.\n", answered);
    expect(isRefusal(promoted) ? promoted : promoted.text).toBe(
      "# FAQ\n\n## Setup\n\n### Why?\n\nSo.\n\n### How do I mend it?\n\n#### Steps\n\nSee [this](<https://github.com/acme/lantern/blob/HEAD/docs/a.md>), @\u200Bann.\n",
    );
  });

  it("keeps brackets from meaning what they mean in the file", () => {
    const promoted = promote("## Why?\n\nSo[^1].\n\n[lamp]: /lamp\n[^1]: Note.\n", {
      ...answered,
      answer: "A [lamp][^1]",
    });
    expect(isRefusal(promoted) ? "" : promoted.entry.answer).toBe("A \\[lamp]\\[^1]");
  });

  it("tells what it took out", () => {
    const promoted = promote(undefined, { ...answered, answer: "Mail a.b@acme.io or c@acme.io." });
    expect(isRefusal(promoted) ? [] : [...promoted.redacted]).toEqual([["e-mail address", 2]]);
  });

  it.each([
    ["an answer of comments alone", { ...answered, answer: "<!-- x -->" }, "the answer is empty"],
    [
      "an answer longer than GitHub takes",
      { ...answered, answer: "x".repeat(70_000) },
      "the answer is longer than 65536 characters",
    ],
    ["no question", { ...answered, title: "  " }, "the question is empty"],
  ])("refuses %s", (_, it, refused) => {
    expect(promote("", it)).toEqual({ refused });
  });

  it("refuses a file that is too long", () => {
    expect(promote("x".repeat(1_500_001), answered)).toEqual({ refused: "the file is longer than 1500000 characters" });
    expect(promote("- x\n".repeat(70_000), answered)).toEqual({
      refused: "the file has more than 12000 blocks without headings at which it can be cut to be read",
    });
  });
});
