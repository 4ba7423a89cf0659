import { describe, expect, it } from "vitest";
import type { Question } from "../../../src/core/knowledge.ts";
import { find } from "../../../src/search/find.ts";
import type { IndexView } from "../../../src/search/index-view.ts";
import { ask, lantern } from "../lantern-docs.ts";
import { viewOf } from "../view-of.ts";

const view = viewOf(lantern);

function idsFor(question: Question): string[] {
  return find(view, question, 3).map(({ entry }) => entry.id);
}

function votesForBasePath(question: Question): number {
  return (
    find(view, question, 20).find(({ entry }) => entry.id === "docs:docs/configuration.md#base-path")?.parts["votes"] ??
    0
  );
}

describe("a question finds the section that answers it first", () => {
  it.each<[string, Question, string]>([
    ["by its heading", ask("How do I install Lantern behind a proxy?"), "docs:docs/install.md#behind-a-proxy"],
    ["by inflected words", ask("upgraded from 2, what was renamed?"), "docs:docs/install.md#upgrading-from-version-2"],
    [
      "by an error code in a log",
      ask("Build fails", "After adding a theme:\n\n```\nError [ERR_MODULE_NOT_FOUND]: Cannot find module './x'\n```"),
      "docs:docs/troubleshooting.md#err-module-not-found",
    ],
    ["by a part of an error code", ask("module not found"), "docs:docs/troubleshooting.md#err-module-not-found"],
    ["by an identifier", ask("When is onPageRendered called?"), "docs:docs/plugins.md#writing-a-plugin"],
    ["by an identifier written as words", ask("page rendered hook"), "docs:docs/plugins.md#writing-a-plugin"],
    ["by a flag", ask("Is --no-cache needed?"), "docs:docs/deploy.md#docker"],
    ["by a file name", ask("Which values of .env are public?"), "docs:docs/configuration.md#environment-variables"],
    ["by a package name", ask("@lantern/search does not load"), "docs:docs/plugins.md#search-plugin"],
    ["by words of its body", ask("serve pictures as AVIF"), "docs:docs/content.md#images"],
    ["by an earlier thread", ask("How to get a sidebar with a table of contents"), "thread:12"],
  ])("%s", (_, question, id) => {
    expect(idsFor(question)[0]).toBe(id);
  });

  it("whose topic stands before a long log", () => {
    const log = Array.from(
      { length: 400 },
      (_, i) => `2026-03-01 10:00:${i % 60} INFO plugins search image docker ${i}`,
    );
    const question = ask(
      "Heap out of memory with 20,000 pages",
      `It ends like this:\n\n\`\`\`\n${log.join("\n")}\n\`\`\``,
    );
    expect(idsFor(question)[0]).toBe("docs:docs/troubleshooting.md#out-of-memory");
  });

  it("that helpers linked for a question like it, though its own words differ", () => {
    const question = ask("CSS and pictures 404 after publishing to github.io");
    expect(idsFor(question)).toContain("docs:docs/configuration.md#base-path");
    const unlinked = viewOf(lantern.map((item) => ({ ...item, links: [] })));
    const rankOf = (of: IndexView) =>
      find(of, question, 20).findIndex(({ entry }) => entry.id === "docs:docs/configuration.md#base-path");
    expect(rankOf(view)).toBeLessThan(rankOf(unlinked));
  });
});

describe("what is never shown", () => {
  it("the question's own thread", () => {
    const question = ask("Can I show a table of contents on each page?", "I would love a sidebar.", 12);
    expect(idsFor(question)).not.toContain("thread:12");
  });

  it("the own thread's links as a vote for themselves", () => {
    const title = "CSS gone after publishing to my project page";
    expect(votesForBasePath(ask(title, "", 11))).toBeLessThan(votesForBasePath(ask(title)));
  });

  it("a second, clearly weaker section of a page", () => {
    const ids = idsFor(ask("Drafts and scheduled posts: date in the future"));
    expect(ids.filter((id) => id.startsWith("docs:docs/content.md"))).toHaveLength(1);
  });

  it("the same text under two addresses", () => {
    const [page] = lantern;
    const twins = viewOf(["a", "b"].map((name) => ({ ...page!, id: `docs:${name}.md#`, group: `page:${name}.md` })));
    expect(find(twins, ask("Installation"), 3).map(({ entry }) => entry.id)).toEqual(["docs:a.md#"]);
  });
});

describe("a hit explains itself", () => {
  const [hit] = find(view, ask("Is --no-cache needed for Docker?"), 1);

  it("names the words that matched, strongest first, and their fields", () => {
    const terms = hit?.terms ?? [];
    expect(terms.find(({ term }) => term === "--no-cache")?.fields).toEqual(["body", "code"]);
    expect(terms.find(({ term }) => term === "docker")?.fields).toEqual(["title", "code"]);
    expect(terms.map(({ score }) => score)).toEqual(terms.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it("says what its score is made of", () => {
    const sum = Object.values(hit?.parts ?? {}).reduce((total, part) => total + part, 0);
    expect(sum).toBeCloseTo(hit?.score ?? 0, 10);
    expect(Object.keys(hit?.parts ?? {})).toContain("lexical");
  });
});
