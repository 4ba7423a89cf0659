import { describe, expect, it } from "vitest";
import { splitSections } from "../../src/text/split-sections.ts";

const text = "# Install\n\nRun it.\n\n## On Linux\n\nRun it there.\n";

function retired(path: string, frontMatter = ""): readonly (string | undefined)[] {
  return splitSections(path, frontMatter + text).map((section) => section.retired);
}

const all = ["archived", "archived"];
const none = [undefined, undefined];

describe("a page", () => {
  it.each([
    "archived: true",
    "draft: true",
    "unlisted: true",
    "published: false",
    "hidden: true",
    "noindex: true",
    "deprecated: true",
    "status: deprecated",
    "status: Archived",
    "search:\n  exclude: true",
    "search: { exclude: true }",
    "excludeFromSearch: true",
    "search_exclude: true",
    "pagefind: false",
    'draft: "true"',
    "title: X\naliases: [a]\ndraft: true",
  ])("that says %j is archived, all of it", (says) => {
    expect(retired("docs/install.md", `---\n${says}\n---\n\n`)).toEqual(all);
    expect(retired("docs/install.mdx", `---\n${says}\n---\n\n`)).toEqual(all);
  });

  it.each(["draft = true", 'status = "archived"', 'title = "X"\npublished = false'])(
    "that says %j in TOML is archived",
    (says) => {
      expect(retired("docs/install.md", `+++\n${says}\n+++\n\n`)).toEqual(all);
    },
  );

  it.each([
    "draft: false",
    "published: true",
    "hidden: no",
    "status: new",
    "search: true",
    "search:\n  boost: 2",
    "title: archived",
    "tags: [draft, archived]",
    "archived:",
    ": broken: [",
  ])("that says %j is not", (says) => {
    expect(retired("docs/install.md", `---\n${says}\n---\n\n`)).toEqual(none);
  });

  it.each(["archive/a.md", "docs/archive/v1/a.md", "docs/Archived/a.md", "docs/_archive/a.md", "docs/archives/a.md"])(
    "at %s is archived",
    (path) => {
      expect(retired(path)).toEqual(all);
    },
  );

  it.each(["docs/archive.md", "docs/archiver/a.md", "docs/web-archive/a.md", "docs/archive-format/a.md", "a.md"])(
    "at %s is not",
    (path) => {
      expect(retired(path)).toEqual(none);
    },
  );

  it("about archives says that it is none itself", () => {
    expect(retired("docs/archive/create.md", "---\narchived: false\n---\n\n")).toEqual(none);
  });
});
