import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { find, type FindOptions } from "../../../src/search/find.ts";
import { ask } from "../lantern-docs.ts";
import { viewOf } from "../view-of.ts";
import { linkTo, others, section, thread } from "./small-world.ts";

/** Helpers have sent people who ask about lost passwords to a section that does not name them. */
const docs = [
  section("accounts", "", "Accounts", "Everybody has one account."),
  section("accounts", "recovery", "Recovery codes", "Print ten codes and keep them in a safe place."),
  section("accounts", "names", "Display names", "Choose the name that others see."),
  section("policy", "", "Password rules", "A password has twelve characters."),
  ...others,
];
const linked = thread(1, "Lost my password and cannot log in", "My phone is gone as well.", {
  answer: "This is what the codes are for.",
  links: [linkTo("accounts", "recovery")],
  date: new Date("2025-03-01"),
});
const question = ask("I lost the password of my account and cannot log in");
const recovery = "docs:accounts#recovery";

function foundFor(items: readonly KnowledgeItem[], asked = question, options: FindOptions = {}) {
  return find(viewOf(items), asked, 5, { kinds: new Set(["docs"] as const), ...options });
}

function idsFor(items: readonly KnowledgeItem[], asked = question, options: FindOptions = {}): string[] {
  return foundFor(items, asked, options).map(({ entry }) => entry.id);
}

describe("a section that helpers linked for questions like this", () => {
  it("comes first though it shares no telling word with the question", () => {
    expect(idsFor([...docs, linked])[0]).toBe(recovery);
    expect(idsFor([...docs, { ...linked, links: [] }])).not.toContain(recovery);
  });

  it("says that votes and the words of those who asked put it there", () => {
    const [first] = foundFor([...docs, linked]);
    expect(first?.parts["votes"]).toBeGreaterThan(0);
    expect(first?.parts["asked"]).toBeGreaterThan(0);
  });

  it("is the best section of a page that was linked as a whole", () => {
    const toPage = { ...linked, links: [linkTo("accounts")] };
    const asked = ask("Lost my password and cannot log in", "Are there recovery codes?");
    expect(idsFor([...docs, toPage], asked)[0]).toBe(recovery);
  });

  it.each<[string, KnowledgeItem[], FindOptions, number | undefined]>([
    ["the question's own thread", [linked], {}, 1],
    ["a thread of the same day or later", [linked], { before: new Date("2025-03-01") }, undefined],
  ])("is not learnt from %s", (_, threads, options, own) => {
    expect(idsFor([...docs, ...threads], ask(question.title, "", own), options)).not.toContain(recovery);
  });

  it("is learnt from a thread that is itself never shown", () => {
    const outdated: KnowledgeItem = { ...linked, retired: "outdated" };
    const found = find(viewOf([...docs, outdated]), question, 20).map(({ entry }) => entry.id);
    expect(found[0]).toBe(recovery);
    expect(found).not.toContain("thread:1");
  });
});

describe("what is not found", () => {
  it("is what was written later than the question, and is found again where no time is given", () => {
    const all = [...docs, linked];
    const ids = (options: FindOptions) => find(viewOf(all), question, 20, options).map(({ entry }) => entry.id);
    expect(ids({ before: new Date("2025-02-01") })).not.toContain("thread:1");
    expect(ids({ before: new Date("2025-04-01") })).toContain("thread:1");
    expect(ids({})).toContain("thread:1");
  });

  it.each(["stale", "archived", "duplicate", "outdated"] as const)("is what is %s", (retired) => {
    const items = docs.map((item) => (item.id === "docs:policy" ? { ...item, retired } : item));
    expect(idsFor(docs)).toContain("docs:policy");
    expect(idsFor(items)).not.toContain("docs:policy");
  });
});
