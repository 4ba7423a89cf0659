import { expect, test } from "vitest";
import { faqLinks } from "../../../evaluation/sets/faq-links.ts";

const install = { path: "docs/install.md", text: "# Install\n\nGet it.\n\n## On Linux {#linux}\n\nUse a package.\n" };
const backup = { path: "docs/backup.md", text: "# Backups\n\nCopy the folder.\n" };

function setOf(...questions: readonly string[]) {
  const text = `# FAQ\n\n${questions.join("\n\n")}\n`;
  return faqLinks({
    pages: [install, backup, { path: "docs/faq.md", text }],
    isFaq: (path) => path === "docs/faq.md",
    nameOf: (path) => path.replace(/^docs\/|\.md$/gu, ""),
  });
}

test("a question is answered by the section that its answer links to, and nearly by the page of that section", () => {
  const { queries, labels } = setOf("## Does it run on Ubuntu?\n\nYes, see [there](install.md#linux).");
  expect(queries).toEqual([{ id: "q:faq#does-it-run-on-ubuntu", title: "Does it run on Ubuntu?" }]);
  expect(labels).toEqual([
    { query: "q:faq#does-it-run-on-ubuntu", document: "docs:install", grade: 1 },
    { query: "q:faq#does-it-run-on-ubuntu", document: "docs:install#on-linux-linux", grade: 2 },
  ]);
});

test("a link to a whole page says nothing of its sections", () => {
  const { labels } = setOf("## How do I get it?\n\nSee [there](install.md).");
  expect(labels.map(({ grade }) => grade)).toEqual([1, 1]);
});

test("FAQ pages are no documents, since they hold their questions word by word", () => {
  const { documents } = setOf("## How do I get it?\n\nSee [there](install.md).");
  expect(documents.map(({ id }) => id)).toEqual(["docs:install", "docs:install#on-linux-linux", "docs:backup"]);
});

test.each([
  ["has no link", "## What does it cost?\n\nNothing."],
  ["links to what is no page of the corpus", "## Who made it?\n\n[They](https://example.org), [here](gone.md)."],
  ["is the title of what it links to", "## Backups?\n\nSee [there](backup.md)."],
])("a question is left out whose answer %s", (_, question) => {
  expect(setOf(question).queries).toEqual([]);
});

test("the title of a FAQ page is no question, though links stand under it", () => {
  expect(setOf("See [the installation](install.md) first.").queries).toEqual([]);
});

test("a question is left out whose answer links to more than three pages", () => {
  const pages = ["a", "b", "c", "d"].map((name) => ({ path: `${name}.md`, text: `# Page ${name}\n\nText.` }));
  const questionTo = (names: readonly string[]) => {
    const links = names.map((name) => `[${name}](${name}.md)`).join(" ");
    const faq = { path: "faq.md", text: `# FAQ\n\n## What is there?\n\n${links}` };
    return faqLinks({ pages: [...pages, faq], isFaq: (path) => path === "faq.md", nameOf: (path) => path });
  };
  expect(questionTo(["a", "b", "c"]).queries).toHaveLength(1);
  expect(questionTo(["a", "b", "c", "d"]).queries).toEqual([]);
});
