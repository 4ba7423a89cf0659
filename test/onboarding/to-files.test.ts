import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { docsGlob } from "../../src/text/docs-glob.ts";
import { pickCategories } from "../../src/onboarding/pick-categories.ts";
import type { Finds } from "../../src/onboarding/repository-finds.ts";
import { toFiles } from "../../src/onboarding/to-files.ts";

const nothing: Finds = { docs: [], asides: [], translations: [], forms: [], questions: [], ideas: [] };

function configOf(finds: Finds) {
  const [file] = toFiles(finds);
  if (file === undefined) throw new Error("there is no config");
  const loaded = loadConfig(file.text);
  if ("problems" in loaded) throw new Error(`${JSON.stringify(loaded.problems)}\n${file.text}`);
  return { config: loaded.config, text: file.text };
}

describe("the first config", () => {
  it("says of an empty repository what was looked for and not found", () => {
    const { config, text } = configOf(nothing);
    expect(text).toContain("No folder of docs was found");
    expect(text).toContain("No category for ideas was found");
    expect(config["feature-requests"].mode).toBe("off");
    expect(config.faq.file).toBe("docs/FAQ.md");
  });

  it("names what was found", () => {
    const { config, text } = configOf({
      docs: [{ folder: "website/docs", pages: 12 }],
      asides: ["CHANGELOG.md"],
      translations: [],
      site: { generator: "docusaurus", url: "https://widgets.example" },
      faq: "website/docs/faq.md",
      forms: [],
      questions: ["q-a", "help"],
      ideas: ["ideas"],
      categories: [{ slug: "show-and-tell", name: "Show and tell", isAnswerable: false }],
      labels: ["bug", "type: feature", "documentation"],
      milestones: [{ title: "v2", due: "2027-01-31" }, { title: "someday" }],
      boards: [{ number: 3, title: "Roadmap" }],
    });
    expect(config.docs.include).toContain("website/docs/**/*.{md,mdx,markdown}");
    expect(config.docs.exclude).toEqual(["CHANGELOG.md"]);
    expect(config.docs.site).toMatchObject({ url: "https://widgets.example", generator: "docusaurus" });
    expect(config.faq.file).toBe("website/docs/faq.md");
    expect(config["related-answers"]).toMatchObject({ mode: "live", categories: ["q-a", "help"] });
    expect(config["feature-requests"]).toMatchObject({ categories: ["ideas"], "issue-labels": ["type: feature"] });
    expect(config.issues["bug-labels"]).toEqual(["bug"]);
    for (const word of ["show-and-tell", "v2 (2027-01-31)", "Roadmap"]) expect(text).toContain(word);
    expect(text).not.toContain("someday");
  });

  it("becomes what its comments offer when their signs are taken off", () => {
    const { text } = configOf({ ...nothing, ideas: ["ideas"], boards: [{ number: 1, title: 'Q1: "all" # of it' }] });
    const offered = text.replaceAll(/^ {2}# (milestone|project|issue-labels|site):/gmu, "  $1:");
    const loaded = loadConfig(offered);
    expect("config" in loaded && loaded.config["feature-requests"]).toMatchObject({
      project: 'Q1: "all" # of it',
      milestone: "next-by-due-date",
    });
  });

  it.each([
    ["with spaces and a hash", "my docs #1"],
    ["with signs of globs", "docs [v2] {a,b}"],
    ["with a quote", 'the "docs"'],
    ["of another script", "文档/docs"],
    ["with a star", "a*b/docs"],
    ["that looks like a comment", "# docs"],
    ["that looks like a list", "- docs"],
  ])("finds the pages of a folder %s", (_, folder) => {
    const { config } = configOf({ ...nothing, docs: [{ folder, pages: 1 }] });
    expect(docsGlob(config.docs)(`${folder}/a/install.md`)).toBe(true);
  });

  const name = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 120 }),
    fc.constantFrom(
      "💡 Ideas",
      "no",
      "null",
      "1e3",
      "a: b",
      "- x",
      "# x",
      "x\n  include: [y]",
      "'",
      '"',
      "\\",
      "*a",
      "&a",
      "!!js/function",
      "{{x}}",
      "%YAML 1.2",
      "---",
      "\u2028",
      "\ufeff",
      "\ud800",
      "2026-01-01",
      "@everyone",
      "<<",
    ),
  );
  const category = fc.record({ slug: name, name, isAnswerable: fc.boolean() });
  const finds = fc
    .record({
      docs: fc.array(fc.record({ folder: name, pages: fc.nat() }), { maxLength: 4 }),
      asides: fc.array(name, { maxLength: 4 }),
      translations: fc.array(name, { maxLength: 4 }),
      forms: fc.array(name, { maxLength: 2 }),
      categories: fc.array(category, { maxLength: 30 }),
      labels: fc.array(
        fc.oneof(
          name,
          name.map((it) => `bug ${it}`),
        ),
        { maxLength: 30 },
      ),
      milestones: fc.array(fc.record({ title: name, due: fc.constant("2027-01-01") }), { maxLength: 20 }),
      boards: fc.array(fc.record({ number: fc.nat(), title: name }), { maxLength: 3 }),
    })
    .map((it): Finds => ({ ...it, ...pickCategories(it.categories) }));

  it("passes the config check whatever labels, categories and folders are called, and forms are YAML", () => {
    fc.assert(
      fc.property(finds, (it) => {
        const { config } = configOf(it);
        if (it.questions.length > 0) expect(config["related-answers"].categories).toEqual(it.questions);
        for (const { path, text } of toFiles(it)) {
          expect(path).toMatch(/^\.github\/(?:frontdesk\.yml|DISCUSSION_TEMPLATE\/[^/.\\]+\.yml)$/u);
          expect(load(text)).toBeTypeOf("object");
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the forms", () => {
  const slugs = { questions: ["q-a"], ideas: ["ideas"] };
  const paths = (it: Partial<Finds>) =>
    toFiles({ ...nothing, ...slugs, ...it }).map(({ path }) => path.split("/").at(-1));

  it("are one for questions and one for ideas", () => {
    expect(paths({})).toEqual(["frontdesk.yml", "q-a.yml", "ideas.yml"]);
  });

  it("are left out where there is one, where there is no category, and where its name is no name of a file", () => {
    expect(paths({ forms: ["q-a"] })).toEqual(["frontdesk.yml", "ideas.yml"]);
    expect(paths({ ideas: [] })).toEqual(["frontdesk.yml", "q-a.yml"]);
    expect(paths({ questions: ["../x"], ideas: ["a b"] })).toEqual(["frontdesk.yml"]);
  });

  it.each(["q-a", "ideas"])("of %s have a field that is filled in, each with an id of its own", (slug) => {
    const form = toFiles({ ...nothing, ...slugs }).find(({ path }) => path.endsWith(`${slug}.yml`));
    const { body } = load(form?.text ?? "") as { body: { type: string; id?: string; attributes: object }[] };
    const ids = body.flatMap(({ type, id }) => (type === "markdown" ? [] : [id]));
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });
});

describe("which categories are for questions and for ideas", () => {
  const category = (slug: string, isAnswerable = false, name = slug) => ({ slug, name, isAnswerable });
  it.each([
    ["GitHub's own", [category("general"), category("q-a", true), category("ideas")], ["q-a"], ["ideas"]],
    [
      "several that can be answered, the one that is called so first",
      [category("plugins", true), category("help", true)],
      ["help", "plugins"],
      [],
    ],
    ["no format, but a name", [category("general"), category("support")], ["support"], []],
    [
      "a name with an emoji",
      [category("x", false, "💡 Feature requests"), category("y", true, "🙏 Q&A")],
      ["y"],
      ["x"],
    ],
    ["Chinese", [category("想法"), category("问答")], ["问答"], ["想法"]],
    ["ideas that can be answered", [category("ideas", true), category("q-a", true)], ["q-a"], ["ideas"]],
    ["words that only look alike", [category("ideal-customers"), category("halfhelpful")], [], []],
    ["none", [], [], []],
  ])("%s", (_, categories, questions, ideas) => {
    expect(pickCategories(categories)).toEqual({ questions, ideas });
  });
});
