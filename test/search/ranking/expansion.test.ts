import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { find, type FindOptions } from "../../../src/search/find.ts";
import { findCandidates } from "../../../src/search/ranking/candidates.ts";
import { expandQuery } from "../../../src/search/ranking/expansion.ts";
import { weighTerms } from "../../../src/search/ranking/weigh-terms.ts";
import { readQuestion } from "../../../src/search/question/read-question.ts";
import { ask } from "../lantern-docs.ts";
import { viewOf } from "../view-of.ts";
import { others, section, thread } from "./small-world.ts";

/** Askers write "lost picture"; the docs, and those who answer, call it a cache of thumbnails. */
const docs = [
  section("gallery", "", "Gallery", "A picture has a frame."),
  section("storage", "", "Purge", "Thumbnails of a picture come from the cache."),
  ...others,
];
const answer = "Purge the thumbnails, then the cache is rebuilt.";
const earlier = thread(1, "Picture lost after a rename", "", { answer, date: new Date("2025-03-01") });
const question = ask("My picture is lost");

function partFor(items: readonly KnowledgeItem[], asked = question, options: FindOptions = {}): number {
  const found = find(viewOf(items), asked, 5, { kinds: new Set(["docs"] as const), ...options });
  return found.find(({ entry }) => entry.id === "docs:storage")?.parts["expansion"] ?? 0;
}

describe("a section in the words that helpers answered similar questions with", () => {
  const first = (items: readonly KnowledgeItem[]) =>
    find(viewOf(items), question, 5, { kinds: new Set(["docs"]) })[0]?.entry.id;

  it("comes before one that is as much like the question itself, without any link", () => {
    const twins = [
      section("a", "", "Picture frames", "Frames of wood."),
      section("b", "", "Picture frames", "Cache of thumbnails."),
      ...others,
    ];
    expect(first(twins)).toBe("docs:a");
    expect(first([...twins, earlier])).toBe("docs:b");
  });

  it("says so by a part of its own", () => {
    expect(partFor([...docs, earlier])).toBeGreaterThan(0);
    expect(partFor(docs)).toBe(0);
  });
});

describe("words are lent by no", () => {
  it.each<[string, KnowledgeItem, FindOptions, number | undefined]>([
    ["thread without an answer", { ...earlier, answer: "", body: answer }, {}, undefined],
    ["thread about something else", { ...earlier, title: "Sounds at night" }, {}, undefined],
    ["thread of the same day or later", earlier, { before: new Date("2025-03-01") }, undefined],
    ["own thread of the question", earlier, {}, 1],
    ["docs", { ...earlier, kind: "faq" }, {}, undefined],
  ])("%s", (_, item, options, own) => {
    expect(partFor([...docs, item], ask(question.title, "", own), options)).toBe(0);
  });
});

describe("words are lent by", () => {
  it.each<[string, KnowledgeItem, FindOptions]>([
    ["a thread that came before the question", earlier, { before: new Date("2025-04-01") }],
    ["a thread of no known date", thread(1, earlier.title, "", { answer }), { before: new Date("2025-04-01") }],
    ["a thread that is itself never shown", { ...earlier, retired: "duplicate" }, {}],
  ])("%s", (_, item, options) => {
    expect(partFor([...docs, item], question, options)).toBeGreaterThan(0);
  });
});

it("threads without an answer keep none away that has one", () => {
  const unanswered = Array.from({ length: 12 }, (_, i) => thread(i + 2, "My picture is lost", ""));
  expect(partFor([...docs, earlier, ...unanswered])).toBeGreaterThan(0);
});

describe("the words that are lent", () => {
  function lent(title: string, ...items: readonly KnowledgeItem[]): string[] {
    const { index } = viewOf([...docs, ...items]);
    const { known } = weighTerms(index, readQuestion(ask(title)));
    const { answered } = findCandidates(index, known, {});
    return expandQuery(index, known, answered).map(({ term }) => term);
  }

  it("are those of the answers, rare ones first, none of the question's own, and none that only one document has", () => {
    const told = { ...earlier, answer: "The lost picture: purge thumbnails on this page. Xylophone." };
    const words = lent("My picture is lost", told);
    expect(new Set(words.slice(0, 2))).toEqual(new Set(["purg", "thumbnail"]));
    expect(words.slice(2)).toEqual(["page"]);
  });

  it("come from the threads most like the question first", () => {
    const unlike = thread(2, "Picture of a rename with legends and charts", "", { answer: "Colours of a frame." });
    expect(lent("Picture lost after a rename", earlier, unlike).slice(0, 3)).toEqual(["cach", "purg", "thumbnail"]);
  });

  it("are at most twenty, of at most ten threads", () => {
    const words = "abcdefghijklmnopqrstuvwxyz".split("").map((letter) => `qo${letter}zz`);
    const page = section("words", "", "Words", words.join(" "));
    expect(lent("My picture is lost", { ...earlier, answer: words.join(" ") }, page)).toHaveLength(20);
    const many = words.slice(0, 15).map((word, i) => thread(i + 1, "Picture lost", "", { answer: word }));
    expect(lent("My picture is lost", ...many, page)).toHaveLength(10);
  });
});
