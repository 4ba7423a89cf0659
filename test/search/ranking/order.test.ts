import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { find } from "../../../src/search/find.ts";
import { ask, lantern } from "../lantern-docs.ts";
import { fittedViewOf, viewOf } from "../view-of.ts";
import { faq, others, section } from "./small-world.ts";

function titlesFor(items: readonly KnowledgeItem[], title: string, body = ""): string[] {
  return find(viewOf(items), ask(title, body), 5).map(({ entry }) => entry.title);
}

describe("of documents that match a question alike", () => {
  it("the one on a page with further matching sections comes first", () => {
    const items = [
      section("a", "", "Mirrors", "Mirrors copy packages."),
      section("a", "proxy", "Mirrors behind proxies", "Packages may pass through several."),
      section("b", "", "Mirrors", "Mirrors copy packages."),
      section("b", "other", "Licences", "Free for all."),
      ...others,
    ];
    const [first, second] = find(viewOf(items), ask("mirrors of packages behind proxies"), 5);
    expect(first?.entry.group).toBe("page:a");
    expect(first?.parts["page"]).toBeGreaterThan(0);
    expect(first?.score).toBeGreaterThan(second?.score ?? 0);
  });

  it("a FAQ entry that asks the same comes before one that mentions it", () => {
    const items = [
      faq("delete", "How do I delete my account?", "Open the settings and choose so."),
      faq("billing", "How do I change the card for billing?", "Delete the old card of your account, then add one."),
      ...others,
    ];
    expect(titlesFor(items, "Delete my account")[0]).toBe("How do I delete my account?");
  });

  it("a title that is spelt nearly like the question comes first", () => {
    const items = [
      faq("strike", "Strikethrough in comments", "Put tildes around the text."),
      faq("bold", "Bold text in comments", "Put asterisks around the text."),
      ...others,
    ];
    expect(titlesFor(items, "stikethrough of comments")[0]).toBe("Strikethrough in comments");
  });

  it("those that score the same come by id", () => {
    const twins = ["c", "a", "b"].map((name) => section(name, "", "Installation", `Install it. ${name}${name}`));
    const found = find(viewOf([...twins, ...others]), ask("Installation"), 3);
    expect(found.map(({ entry }) => entry.id)).toEqual(["docs:a", "docs:b", "docs:c"]);
  });
});

describe("pages", () => {
  it("that together have all words of a question come before one that has some of them", () => {
    const items = [
      section("a", "", "Printers", "Choose a tray."),
      section("a", "duplex", "Both sides", "Paper is turned over."),
      section("b", "", "Scanners", "Put paper on the glass."),
      ...others,
    ];
    const [first] = find(viewOf(items), ask("Which tray turned paper over?"), 3);
    expect(first?.entry.group).toBe("page:a");
    expect(first?.parts["pageWords"]).toBeGreaterThan(0);
  });
});

describe("opinions", () => {
  const twins = [section("a", "", "Backups", "Every night."), section("b", "", "Backups", "Every day."), ...others];
  const opinions = new Map([["docs:b", { helpful: 40, unhelpful: 0 }]]);

  it("decide between what is nearly equal, and say so", () => {
    const [first] = find(viewOf(twins), ask("Backups"), 2, { opinions });
    expect(first?.entry.id).toBe("docs:b");
    expect(first?.parts["feedback"]).toBeGreaterThan(0);
  });

  it("make surer or less sure of what they are about", () => {
    const confidence = (helpful: number, unhelpful: number) =>
      find(viewOf(lantern), ask("Deploy with Docker and nginx"), 1, {
        opinions: new Map([["docs:docs/deploy.md#docker", { helpful, unhelpful }]]),
      })[0]?.confidence ?? 0;
    expect(confidence(9, 0)).toBeGreaterThan(confidence(0, 0));
    expect(confidence(0, 9)).toBeLessThan(confidence(0, 0));
  });
});

describe("a language model's vectors", () => {
  it("raise what they hold near, where there are any", () => {
    const twins = [section("a", "", "Backups", "Every night."), section("b", "", "Backups", "Every day."), ...others];
    const semantic = (id: string) => (id === "docs:b" ? 0.9 : undefined);
    const [first] = find(viewOf(twins), ask("Backups"), 2, { semantic });
    expect(first?.entry.id).toBe("docs:b");
    expect(first?.parts["semantic"]).toBeGreaterThan(0);
  });
});

const words = ["build", "site", "draft", "image", "styles", "cache", "proxy", "search", "Docker", "你好", "🙂", ""];

describe("for any question", () => {
  const question = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((picked) => ask(picked.join(" ")));

  it("the parts add up to the score, confidence is a chance, and none is shown twice", async () => {
    const view = await fittedViewOf(
      lantern.concat(lantern.map((item) => ({ ...item, id: `${item.id}2`, group: `${item.group}2` }))),
    );
    fc.assert(
      fc.property(question, (asked) => {
        const found = find(view, asked, 5);
        for (const { parts, score, confidence } of found) {
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(new Set(found.map(({ entry }) => `${entry.title}${entry.group.replace(/2$/u, "")}`)).size).toBe(
          found.length,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is found", () => {
  const questions = [
    ask("Styles missing after deployment to GitHub Pages"),
    ask("Heap out of memory", "The build fails."),
    ask("draft posts and images in the preview"),
  ];
  const answers = (items: readonly KnowledgeItem[]) => {
    const view = viewOf(items);
    return questions.map((question) => find(view, question, 10));
  };

  it("does not depend on the order in which items came", () => {
    const expected = answers(lantern);
    fc.assert(
      fc.property(fc.shuffledSubarray([...lantern], { minLength: lantern.length }), (items) => {
        expect(answers(items)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a corpus", () => {
  it.each<[string, readonly KnowledgeItem[], number]>([
    ["of nothing", [], 0],
    ["of one document", [section("a", "", "Backups", "Every night.")], 1],
    [
      "of the same document many times",
      Array.from({ length: 50 }, (_, i) => section(`p${i}`, "", "Backups", "At night.")),
      1,
    ],
  ])("%s gives as many results as there are things to say", (_, items, count) => {
    expect(find(viewOf(items), ask("Backups at night"), 3)).toHaveLength(count);
  });

  it("in Chinese is searched like any other", () => {
    const items = [
      section("a", "", "安装说明", "先下载安装包,然后运行。"),
      section("b", "", "备份数据", "每天晚上自动备份。"),
      ...others,
    ];
    expect(titlesFor(items, "如何备份数据")[0]).toBe("备份数据");
  });
});

describe("what a language model holds near", () => {
  const items = [section("a", "", "Backups", "Every night."), section("b", "", "Safe copies", "At night."), ...others];
  const semantic = (id: string) => (id === "docs:b" ? 0.8 : 0);
  const ids = (title: string) =>
    find(viewOf(items), ask(title), 5, { semantic, alsoConsider: ["docs:b", "docs:gone"] }).map(
      ({ entry }) => entry.id,
    );

  it("is found beside what the words find", () => {
    expect(ids("Backups")).toEqual(["docs:a", "docs:b"]);
  });

  it("is not found for a question that says nothing", () => {
    expect(ids("Hello, please help")).toEqual([]);
  });
});
