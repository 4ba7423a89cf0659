import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem, KnownEntry, Section } from "../../../../src/core/knowledge.ts";
import type { Promotion } from "../../../../src/features/faq/promotion/promotion.ts";
import { linkedDocs } from "../../../../src/features/faq/review/gather-review.ts";
import { judgeEntry, type EntryCase } from "../../../../src/features/faq/review/judge-entry.ts";
import { resemblance, minhashOf } from "../../../../src/features/faq/review/minhash.ts";
import type { EntryEvidence } from "../../../../src/features/faq/store/faq-records.ts";
import { aHit, repository } from "../../../helpers/builders.ts";

const cooling = "The gyrotron is cooled by liquid helium; keep the valve open while it runs at full power.";
const docs: KnowledgeItem = aHit(1, { id: "docs:docs/gyrotron.md#cooling", title: "Cooling", body: cooling }).item;

function anEntry(section: Partial<Section> = {}): KnownEntry {
  const whole: Section = {
    path: "docs/FAQ.md",
    anchor: "why",
    headings: ["Why?"],
    title: "Why?",
    text: "So.",
    code: "",
    links: ["docs/gyrotron.md#cooling"],
    aliases: [],
    line: 3,
    isFaq: true,
    ...section,
  };
  return { item: aHit(1, { id: "docs:docs/FAQ.md#why", kind: "faq", title: "Why?" }).item, section: whole };
}

function aCase(given: Partial<EntryCase> = {}): EntryCase {
  return {
    entry: anEntry({ verified: "2026-03-01" }),
    earlier: undefined,
    links: new Map([["docs:docs/gyrotron.md#cooling", docs]]),
    counts: { hits: 0, helpful: 0, unhelpful: 0 },
    promotion: undefined,
    reviewAfterDays: 365,
    today: "2026-03-02",
    ...given,
  };
}

const fresh: EntryEvidence = judgeEntry(aCase(), english);

const promotion: Promotion = {
  number: 12,
  file: "docs/FAQ.md",
  branch: "faq/discussion-12",
  question: "Why?",
  wanted: "x1",
  state: "published",
  change: "add",
  url: "https://github.com/acme/widgets/discussions/12",
  by: "hana",
  redacted: [],
};

describe("an entry is", () => {
  it.each<[string, Partial<EntryCase>, readonly string[]]>([
    ["fresh when it is met", {}, []],
    [
      "stale when what it links to is gone",
      { earlier: fresh, links: new Map([["docs:docs/gyrotron.md#cooling", undefined]]) },
      ["it links to `docs/gyrotron.md#cooling`, which is not there any more"],
    ],
    [
      "stale when what it links to says something else",
      {
        earlier: fresh,
        links: new Map([["docs:docs/gyrotron.md#cooling", { ...docs, body: "Buy a new one from the shop." }]]),
      },
      ["it links to `docs/gyrotron.md#cooling`, which says something else by now"],
    ],
    [
      "fresh when a word of it was mended",
      {
        earlier: fresh,
        links: new Map([["docs:docs/gyrotron.md#cooling", { ...docs, body: cooling.replace("full", "any") }]]),
      },
      [],
    ],
    ["fresh when it links to what was never there", { links: new Map([["docs:src/main.ts#", undefined]]) }, []],
    [
      "stale when its answer was unmarked",
      { promotion: { ...promotion, wanted: "none" } },
      ["its answer is not marked, or not there, any more"],
    ],
    ["fresh while its answer is marked", { promotion }, []],
    ["stale after the days that the config gives it", { today: "2027-03-01" }, ["it was last verified on 2026-03-01"]],
    ["fresh the day before", { today: "2027-02-28" }, []],
    ["never stale by age where the config says so", { today: "2036-03-01", reviewAfterDays: 0 }, []],
    [
      "stale by age from when it was met where it never said when it was verified",
      { entry: anEntry(), earlier: { ...fresh, seen: "2025-01-01" } },
      ["it is here since 2025-01-01 or longer, and was never verified"],
    ],
    [
      "stale when its hints were refused",
      { earlier: fresh, counts: { hits: 9, helpful: 1, unhelpful: 3 } },
      ["hints with it did not help 3 times, and helped 1"],
    ],
    ["fresh when they helped about as often", { earlier: fresh, counts: { hits: 9, helpful: 2, unhelpful: 3 } }, []],
    ["fresh when two people refused one", { earlier: fresh, counts: { hits: 9, helpful: 0, unhelpful: 2 } }, []],
    [
      "fresh again once it was verified after all that",
      {
        earlier: { ...fresh, verified: "2026-02-01", stale: ["it was refused"] },
        counts: { hits: 9, helpful: 0, unhelpful: 5 },
        links: new Map([["docs:docs/gyrotron.md#cooling", { ...docs, body: "Buy a new one from the shop." }]]),
      },
      [],
    ],
  ])("%s", (_, given, stale) => {
    expect(judgeEntry(aCase(given), english).stale).toEqual(stale);
  });

  it("known by when it was met first, however often it is looked at", () => {
    const later = judgeEntry(aCase({ earlier: fresh, today: "2026-09-01" }), english);
    expect(later).toEqual({ ...fresh, stale: [] });
  });
});

describe("docs that an entry links to", () => {
  it("are paths, and full addresses of the repository's files", () => {
    const links = [
      "docs/a.md#b",
      "docs/c.md",
      "https://github.com/Acme/widgets/blob/HEAD/docs/d%20e.md#f",
      "https://github.com/acme/other/blob/HEAD/docs/g.md",
      "https://github.com/acme/widgets/blob/4f2a/docs/h.md",
      "docs/FAQ.md#other",
      "mailto:x@example.com",
    ];
    expect(linkedDocs(anEntry({ links }), repository)).toEqual([
      "docs:docs/a.md#b",
      "docs:docs/c.md#",
      "docs:docs/d e.md#f",
    ]);
  });
});

describe("a sketch", () => {
  it("tells how alike two texts are", () => {
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(" ");
    expect(resemblance(minhashOf(words(0, 300)), minhashOf(words(0, 300)))).toBe(1);
    expect(resemblance(minhashOf(words(0, 300)), minhashOf(words(300, 600)))).toBe(0);
    const half = resemblance(minhashOf(words(0, 300)), minhashOf(words(100, 400)));
    expect(half).toBeGreaterThan(0.3);
    expect(half).toBeLessThan(0.7);
    expect(resemblance(minhashOf(""), minhashOf("the of and"))).toBe(1);
  });
});
