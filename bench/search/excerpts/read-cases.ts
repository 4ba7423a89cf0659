import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import type { KnowledgeItem, Question } from "../../../src/core/knowledge.ts";
import { toDocsItems } from "../../../src/docs-site/docs-items.ts";
import { SearchIndex } from "../../../src/search/index/search-index.ts";
import { splitPage } from "../../../src/section-thread/split-page.ts";

/** A question, what was found for it, and what a person would quote of that. */
export interface ExcerptCase {
  readonly question: Question;
  readonly item: KnowledgeItem;
  /** The project's other knowledge, which says how rare a word is. */
  readonly index: SearchIndex;
  /** Starts of sentences, rows or lines of the item; one is enough. */
  readonly shown: readonly string[];
}

const asked = { title: z.string(), body: z.string(), shown: z.array(z.string()).min(1) };
const repository = z.strictObject({ commit: z.string().length(40), licence: z.string(), folder: z.string() });
const docsFile = z.strictObject({
  repositories: z.record(z.string(), repository),
  cases: z.array(z.strictObject({ page: z.string().regex(/^\S+ \S+#\S*$/u), ...asked })),
});
const writtenFile = z.strictObject({
  cases: z.array(
    z.strictObject({
      kind: z.enum(["faq", "thread", "issue", "feature-request"]),
      post: z.string(),
      answer: z.string(),
      ...asked,
    }),
  ),
});

/** Those made up for the measurement, which need nothing else. */
export function readWrittenCases(): ExcerptCase[] {
  const { cases } = writtenFile.parse(read("written-cases.yml"));
  const index = new SearchIndex();
  const nothing = { context: [], aliases: [], code: "", links: [], url: "https://example.com" };
  const found = cases.map(({ kind, title, body, post, answer, shown }, i) => {
    const item: KnowledgeItem = { id: String(i), group: String(i), kind, title, body: post, answer, ...nothing };
    return { question: { title, body }, item, index, shown };
  });
  index.add(found.map(({ item }) => item));
  return found;
}

/** Those to public docs. `folder` holds a clone of each repository, as `owner/name`, in which its commit is known. */
export function readDocsCases(folder: string): ExcerptCase[] {
  const { repositories, cases } = docsFile.parse(read("docs-cases.yml"));
  return Object.entries(repositories).flatMap(([name, { commit }]) => {
    const own = cases.filter(({ page }) => page.startsWith(`${name} `));
    const items = itemsOf(
      join(folder, name),
      commit,
      own.map(({ page }) => page.slice(name.length + 1)),
    );
    const index = new SearchIndex();
    index.add(items);
    return own.map(({ page, title, body, shown }) => {
      const item = items.find(({ id }) => id.endsWith(`:${page.slice(name.length + 1)}`));
      if (item === undefined) throw new Error(`There is no section ${page}.`);
      return { question: { title, body }, item, index, shown };
    });
  });
}

/** The sections of all pages that stand beside those named. */
function itemsOf(clone: string, commit: string, pages: readonly string[]): KnowledgeItem[] {
  const git = (args: readonly string[], input = ""): Buffer =>
    execFileSync("git", ["-C", clone, ...args], { maxBuffer: 1 << 28, input });
  const folders = new Set(pages.map((page) => dirname(page)));
  const home = { webUrl: "https://github.com", owner: "owner", name: "name", site: undefined };
  const listed = git(["ls-tree", "-r", "-z", "--name-only", commit]).toString().split("\0");
  const paths = listed.filter((path) => /\.mdx?$/u.test(path) && folders.has(dirname(path)));
  const names = paths.map((path) => `${commit}:${path}\n`).join("");
  let rest = git(["cat-file", "--batch=%(objectsize)"], names);
  return paths.flatMap((path) => {
    const start = rest.indexOf("\n") + 1;
    const end = start + Number(rest.subarray(0, start - 1).toString());
    const page = rest.subarray(start, end);
    rest = rest.subarray(end + 1);
    return toDocsItems(home, splitPage(path, page));
  });
}

function read(name: string): unknown {
  return load(readFileSync(new URL(name, import.meta.url), "utf8"));
}
