import { describe, expect, it } from "vitest";
import type { Folder } from "../../../../src/core/proposal.ts";
import { whyNotPath } from "../../../../src/features/faq/promotion/entry-files.ts";

const folders: Folder[] = [
  {
    path: "",
    entries: [
      { name: "docs", kind: "folder" },
      { name: "guide", kind: "symlink" },
      { name: "vendor", kind: "submodule" },
    ],
  },
  {
    path: "docs",
    entries: [
      { name: "faq.md", kind: "file" },
      { name: "link.md", kind: "symlink" },
      { name: "Fragen-ä.md", kind: "file" },
      { name: "x.md", kind: "folder" },
    ],
  },
];

describe("a file at a path", () => {
  it.each(["docs/faq.md", "docs/new.md", "docs/new/x.md", "new/x.md", "x.md"])("%s may be", (path) => {
    expect(whyNotPath(path, folders)).toBeUndefined();
  });

  it.each([
    ["docs/faq.md/x.md", "docs/faq.md is a file, and not a folder"],
    ["docs/x.md", "docs/x.md is a folder, and not a file"],
    ["docs/link.md", "docs/link.md is a symlink, and not a file"],
    ["guide/x.md", "guide is a symlink, and not a folder"],
    ["vendor/x.md", "vendor is a submodule, and not a folder"],
    ["docs/FAQ.md", "the repository has docs/faq.md, which is the same name in other letters"],
    ["Docs/faq.md", "the repository has docs, which is"],
    ["docs/Fragen-a\u0308.md", "the repository has docs/Fragen-ä.md, which is"],
  ])("%s must not be: %s", (path, refused) => {
    expect(whyNotPath(path, folders)).toEqual({ refused: expect.stringContaining(refused) });
  });
});
