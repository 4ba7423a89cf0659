import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLabelledSet } from "../../../bench/search/labelled-set.ts";
import { docsDocuments } from "../../../evaluation/sets/docs-documents.ts";
import type { EvaluationSet, ExtractedSet } from "../../../evaluation/sets/evaluation-set.ts";
import { writeSet } from "../../../evaluation/sets/write-set.ts";

const set: EvaluationSet = {
  name: "lantern",
  description: "Questions about lanterns.",
  sources: [{ repository: "ada/lantern", commit: "1".repeat(40), licence: "MIT", use: "its docs" }],
  relation: "Relevant is what Ada linked.",
  checked: "20 of 20 read are right.",
  extract: () => Promise.resolve(whole),
};

const whole: ExtractedSet = {
  documents: [
    {
      id: "thread:2",
      kind: "thread",
      title: "Dark",
      body: "a\u2028b",
      answer: "Light it.",
      date: "2024-05-31",
      links: ["docs:lamp#light"],
    },
    { id: "docs:lamp#light", kind: "docs", title: "Light", context: ["Lamp", "Use"], body: "Turn it." },
  ],
  queries: [
    { id: "q:9", title: "Why dark?", date: "2024-06-01T10:00:00Z" },
    { id: "q:3", title: "How?", split: "train" },
  ],
  labels: [
    { query: "q:9", document: "thread:2", grade: 2 },
    { query: "q:9", document: "docs:lamp#light", grade: 1 },
  ],
};

async function written(extracted: ExtractedSet): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "made-")), "new", "lantern");
  await writeSet(folder, set, extracted);
  return folder;
}

const contents = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);

describe("a set that is written", () => {
  it("is read back by the finder", async () => {
    const read = await readLabelledSet(await written(whole));
    expect(read.items.map(({ id }) => id)).toEqual(["docs:lamp#light", "thread:2"]);
    expect(read.items[0]?.context).toEqual(["Lamp", "Use"]);
    expect(read.items[1]).toMatchObject({ body: "a\u2028b", links: ["docs:lamp#light"] });
    expect(read.queries.map(({ id, split }) => [id, split])).toEqual([
      ["q:3", "train"],
      ["q:9", "test"],
    ]);
    expect(read.labels.get("q:9")).toEqual(
      new Map([
        ["docs:lamp#light", 1],
        ["thread:2", 2],
      ]),
    );
    expect([...read.judged.keys()].sort()).toEqual(["docs", "thread"]);
  });

  it("is the same bytes in whatever order it was made", async () => {
    const turned = {
      documents: whole.documents.toReversed(),
      queries: whole.queries.toReversed(),
      labels: whole.labels.toReversed(),
    };
    expect(contents(await written(turned))).toEqual(contents(await written(whole)));
  });

  it("has no character but a line end that ends a line for any reader of lines", async () => {
    const lines = readFileSync(join(await written(whole), "corpus.jsonl"), "utf8");
    expect(lines).not.toMatch(/[\u2028\u2029]/u);
  });

  it("says where it is from, what counts and how much there is", async () => {
    const text = readFileSync(join(await written(whole), "README.md"), "utf8");
    for (const part of [
      "https://github.com/ada/lantern",
      "MIT",
      "what Ada linked",
      "20 of 20",
      "Documents: 2 (docs 1, thread 1)",
      "Questions: 2 (test 1, train 1), 1 of them",
    ])
      expect(text).toContain(part);
  });

  it.each([
    ["an id twice", { ...whole, queries: [...whole.queries, { id: "q:9", title: "Again" }] }, '"q:9" is there twice'],
    ["a label of no document", { ...whole, documents: whole.documents.slice(1) }, '"thread:2", which is not there'],
    ["a label of no question", { ...whole, queries: whole.queries.slice(1) }, '"q:9", which is not there'],
    ["no documents", { ...whole, documents: [], labels: [] }, "no documents"],
    ["no questions", { ...whole, queries: [], labels: [] }, "no questions"],
    ["an id with a tab", { ...whole, queries: [...whole.queries, { id: "q:\t", title: "Tab" }] }, "holds a tab"],
    [
      "what is answerable of no question",
      { ...whole, answerable: [{ query: "q:7", kind: "docs", isAnswerable: false }] },
      '"q:7" is called answerable',
    ],
  ] satisfies [string, ExtractedSet, string][])("is refused with %s", async (_what, extracted, said) => {
    await expect(written(extracted)).rejects.toThrow(said);
  });
});

describe("a page of docs", () => {
  it("is cut where the app cuts it, its code in fences that the reader takes apart again", () => {
    const text = "# Lamp\n\nA lamp.\n\n## Light it\n\nTurn.\n\n````sh\nlamp on\n```\n````\n";
    expect(docsDocuments({ path: "docs/lamp.md", text, name: "lamp", url: "https://x.org/lamp" })).toEqual([
      { id: "docs:lamp", kind: "docs", title: "Lamp", context: [], body: "A lamp.", url: "https://x.org/lamp" },
      {
        id: "docs:lamp#light-it",
        kind: "docs",
        title: "Light it",
        context: ["Lamp"],
        body: "Turn.\n\n````\nlamp on\n```\n````",
        url: "https://x.org/lamp#light-it",
      },
    ]);
  });
});
