import { expect, it } from "vitest";
import { compareDocs } from "../../src/storage/docs-manifest.ts";

const stored = new Map([
  ["same.md", "1"],
  ["changed.md", "1"],
  ["removed.md", "1"],
  ["removed-earlier.md", null],
  ["back.md", null],
]);
const same = { path: "same.md", sha: "1" };
const changed = { path: "changed.md", sha: "2" };
const back = { path: "back.md", sha: "1" };
const added = { path: "added.md", sha: "1" };

it("tells what is new, changed and gone", () => {
  expect(compareDocs(stored, [same, changed, back, added], false)).toEqual({
    put: [changed, back, added],
    removed: ["removed.md"],
    unused: [
      { path: "changed.md", sha: "1" },
      { path: "removed.md", sha: "1" },
    ],
  });
});

it("takes every page for changed when the site has moved, and keeps its content", () => {
  expect(compareDocs(new Map([["same.md", "1"]]), [same], true)).toEqual({ put: [same], removed: [], unused: [] });
});

it("counts a page that is named twice once", () => {
  expect(compareDocs(new Map(), [added, added], false).put).toEqual([added]);
});
