import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { readCorpus } from "../../../src/evaluation/sets/read-corpus.ts";
import { OwnSet } from "./own-set.ts";

async function read(content: string | readonly object[]): Promise<KnowledgeItem[]> {
  const items: KnowledgeItem[] = [];
  for await (const item of readCorpus(new OwnSet(content, []).corpus)) items.push(item);
  return items;
}

describe("reading a corpus", () => {
  it("gives docs their page, their headings and their code apart", async () => {
    const body = "Before\n```sh\nnpm ci\n```\nafter, with ```x``` in it\n~~~\nopen\n```\nto the end";
    const [item] = await read([
      { id: "docs:guide/a#install", kind: "docs", title: "Install", context: "Guide > A", body },
    ]);
    expect(item).toEqual({
      id: "docs:guide/a#install",
      group: "docs:guide/a",
      kind: "docs",
      title: "Install",
      context: ["Guide", "A"],
      aliases: [],
      body: "Before\nafter, with ```x``` in it",
      code: "npm ci\nopen\n```\nto the end",
      answer: "",
      links: [],
      url: "docs:guide/a#install",
    });
  });

  it("leaves people's posts as they wrote them", async () => {
    const body = "It says\n```\nboom\n```";
    const [item] = await read([
      { id: "thread:1", kind: "thread", title: "", body, answer: "Restart.", date: "2020-01-01" },
    ]);
    expect(item).toMatchObject({ kind: "thread", body, code: "", answer: "Restart.", date: new Date("2020-01-01") });
  });

  it("reads lines of Windows, a byte order mark, empty lines, no last line end, and odd line separators in texts", async () => {
    const line = (id: string) =>
      JSON.stringify({ id, kind: "faq", title: "a\u2028b\u2029c", body: "", extra: 1, links: null });
    const items = await read(`\ufeff${line("faq:1")}\r\n\r\n${line("faq:2")}`);
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ["faq:1", "a\u2028b\u2029c"],
      ["faq:2", "a\u2028b\u2029c"],
    ]);
  });

  it("reads lines longer than one piece of the file", async () => {
    const body = "äöü 漢字 ".repeat(30_000);
    const items = await read([1, 2, 3].map((i) => ({ id: `docs:${i}`, kind: "docs", title: "", body })));
    expect(items.map((item) => item.body === body)).toEqual([true, true, true]);
  });
});
