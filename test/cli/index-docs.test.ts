import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { indexDocs, type IndexDocsOptions } from "../../src/cli/index-docs.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "index-docs-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function run(options: IndexDocsOptions, at = folder) {
  let out = "";
  let err = "";
  const code = await indexDocs(at, options, { out: (text) => (out += text), err: (text) => (err += text) });
  const sections = options.json
    ? out
        .split("\n")
        .filter(Boolean)
        .map((line): Record<string, unknown> => JSON.parse(line))
    : [];
  return { code, out, err, sections, paths: [...new Set(sections.map(({ path }) => path))] };
}

describe("index-docs --json", () => {
  it("prints a line for each section, in the order of paths", async () => {
    await write({ "docs/b.md": "# B", "docs/a.md": "Hi\n\n# Ä `x`\n\nText\n\n## Sub", "README.md": "# R" });
    const { code, sections, err } = await run({ json: true });
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(sections).toEqual([
      { path: "README.md", anchor: "r", site_anchor: null, url: null, headings: ["R"], title: "R", text: "", line: 1 },
      {
        path: "docs/a.md",
        anchor: "",
        site_anchor: null,
        url: null,
        headings: ["Ä x"],
        title: "Ä x",
        text: "Hi",
        line: 1,
      },
      {
        path: "docs/a.md",
        anchor: "ä-x",
        site_anchor: null,
        url: null,
        headings: ["Ä x"],
        title: "Ä x",
        text: "Text",
        line: 3,
      },
      {
        path: "docs/a.md",
        anchor: "sub",
        site_anchor: null,
        url: null,
        headings: ["Ä x", "Sub"],
        title: "Sub",
        text: "",
        line: 7,
      },
      { path: "docs/b.md", anchor: "b", site_anchor: null, url: null, headings: ["B"], title: "B", text: "", line: 1 },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, IndexDocsOptions, string | null, string | null]>([
    ["of the site that is named", {}, { site: "https://d.example" }, "whats-new-id", "https://d.example/a#id"],
    [
      "by the generator that is named",
      {},
      { site: "https://d.example", generator: "vitepress" },
      "whats-new-id",
      "https://d.example/a.html#id",
    ],
    ["by the generator's own files", { "mkdocs.yml": "" }, {}, "whats-new-id", "/a/#id"],
    [
      "at the address that these name",
      { "mkdocs.yml": "site_url: https://own.example/base/" },
      {},
      "whats-new-id",
      "https://own.example/base/a/#id",
    ],
    [
      "by the config",
      { ".github/frontdesk.yml": "docs:\n  site:\n    url: https://c.example\n    generator: mdbook\n" },
      {},
      "whats-new-id",
      "https://c.example/a.html#id",
    ],
  ])("tells where a section is published, %s", async (_, files, options, anchor, url) => {
    await write({ ...files, "docs/a.md": "# What's new {#id}", "README.md": "# R" });
    const { sections } = await run({ json: true, ...options });
    expect(sections).toMatchObject([
      { path: "README.md", site_anchor: null, url: null },
      { path: "docs/a.md", title: "What's new", anchor, site_anchor: "id", url },
    ]);
  });

  it("takes a checkout's docs, and not the rest of its Markdown", async () => {
    await write({ "docs/a.md": "# A", "README.md": "# R", "src/x.md": "# X", "node_modules/y/README.md": "# Y" });
    expect((await run({ json: true })).paths).toEqual(["README.md", "docs/a.md"]);
  });

  it("takes all Markdown of a folder of docs", async () => {
    await write({ "README.md": "# R", "guide/deep/a.md": "# A", "b.mdx": "# B", "c.markdown": "# C", "d.txt": "# D" });
    expect((await run({ json: true })).paths).toEqual(["README.md", "b.mdx", "c.markdown", "guide/deep/a.md"]);
  });

  it("takes what the globs name", async () => {
    await write({ "docs/a.md": "# A", "src/x.md": "# X", "src/y.md": "# Y" });
    expect((await run({ json: true, include: ["src/*.md"], exclude: ["src/y.md"] })).paths).toEqual(["src/x.md"]);
  });

  it("says what it left out: links, binary files, LFS pointers", async () => {
    await write({
      "a.md": "# A",
      "b.md": new Uint8Array([0, 0, 1, 2]),
      "c.md": "version https://git-lfs.github.com/spec/v1\noid sha256:a\nsize 1\n",
    });
    await symlink("a.md", join(folder, "d.md"));
    await symlink(folder, join(folder, "loop"));
    const { code, err, paths } = await run({ json: true });
    expect({ code, paths }).toEqual({ code: 0, paths: ["a.md"] });
    expect(err).toContain("b.md: skipped, a binary file");
    expect(err).toContain("c.md: skipped, a Git LFS pointer");
    expect(err).toContain("d.md: skipped, a symbolic link");
  });

  it("reads what is not UTF-8, and odd names", async () => {
    await write({ "ä b/#1.md": Buffer.from("# caf\xe9\r\n\r\nx", "latin1") });
    expect((await run({ json: true })).sections).toMatchObject([{ path: "ä b/#1.md", anchor: "café", text: "x" }]);
  });

  it("prints nothing for an empty folder", async () => {
    expect(await run({ json: true })).toMatchObject({ code: 0, out: "" });
  });
});

describe("index-docs for people", () => {
  it("prints an outline with counts", async () => {
    await write({ "a.md": "# A\n\none two\n\n## B" });
    const { out } = await run({});
    expect(out).toContain("a.md\n");
    expect(out).toMatch(/1 +A +#a +2 words\n/);
    expect(out).toMatch(/2 sections on 1 pages\n$/);
  });

  it.each([
    ["nowhere", "does not exist"],
    ["a.md", "is not a folder"],
    ["a.md/x", "is not a folder"],
  ])("exits 2 with one line for %s", async (name, why) => {
    await write({ "a.md": "# A" });
    const { code, out, err } = await run({ json: true }, join(folder, name));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(why);
    expect(err.split("\n")).toHaveLength(2);
  });

  it("exits 2 for a glob that could take for ever", async () => {
    expect((await run({ include: ["*a*a*a*a*b"] })).code).toBe(2);
  });
});
