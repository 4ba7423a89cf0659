import { describe, expect, it } from "vitest";
import { confidenceFeatures } from "../../../src/search/confidence/confidence-features.ts";
import { find } from "../../../src/search/find.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import { ask } from "../lantern-docs.ts";
import { viewOf } from "../view-of.ts";
import { others, section } from "./small-world.ts";

/** Made-up words of letters alone, as many as wanted, none of them alike. */
function madeUp(prefix: string, count: number): string[] {
  const letter = (i: number) => String.fromCharCode(97 + i);
  return Array.from({ length: count }, (_, i) => `${prefix}${letter(Math.floor(i / 26))}${letter(i % 26)}zz`);
}

const fenced = (words: readonly string[]) => `\`\`\`\n${words.join("\n")}\n\`\`\``;

const dump = madeUp("qo", 200);
const items = [
  section("recovery", "", "Recovery codes", "Print ten codes and keep them in a safe place."),
  section("dump", "", "What a crash dump holds", `It holds ${dump.join(" ")}.`),
  ...others,
];
const view = viewOf(items);

function firstFor(title: string, body: string): string | undefined {
  return find(view, ask(title, body), 3)[0]?.entry.id;
}

describe("words that no document has", () => {
  const noise = madeUp("xu", 200);

  it("take no place from those that some document has", () => {
    // The opening sentences weigh more than what follows, and these words are rarer than any of the docs.
    const body = `${noise.slice(0, 170).join(" ")}. And now. Or then. I was printing ten codes.`;
    expect(firstFor(noise.slice(170).join(" "), body)).toBe("docs:recovery");
  });

  it("are counted by the confidence, however many there are", () => {
    const features = (title: string) => confidenceFeatures(rank(view, ask(title), { limit: 50 }));
    const few = features(`Recovery codes ${noise.slice(0, 2).join(" ")}`);
    const many = features(`Recovery codes ${noise.join(" ")}`);
    expect(features("Recovery codes").unknownShare).toBe(0);
    expect(few.unknownShare).toBeGreaterThan(0.4);
    expect(many.unknownShare).toBeGreaterThan(0.95);
    expect(many.strength).toBeLessThan(few.strength);
  });
});

describe("a long question", () => {
  it("is searched for more than fifty of its words", () => {
    const sentence = `${dump.slice(0, 60).join(" ")}. Tray. Ink. It ends with this: I keep colours of charts and legends`;
    const found = find(view, ask("How to", sentence), 5).map(({ entry }) => entry.id);
    expect(found).toContain("docs:other-0");
  });

  it("is about its title, and not about the words of a long log", () => {
    expect(firstFor("Is printing them safe?", fenced(dump))).toBe("docs:recovery");
  });

  it("that says nothing in its title is about its log", () => {
    expect(firstFor("Help", fenced(dump.slice(0, 30)))).toBe("docs:dump");
  });
});

describe("a question in words that nobody here uses", () => {
  const title = "Yedekleme";
  const semantic = (id: string) => (id === "docs:recovery" ? 0.8 : 0);

  it("finds nothing by them", () => {
    expect(find(view, ask(title), 3)).toEqual([]);
  });

  it("finds what a language model holds near", () => {
    const found = find(view, ask(title), 3, { semantic, alsoConsider: ["docs:recovery"] });
    expect(found.map(({ entry }) => entry.id)).toEqual(["docs:recovery"]);
  });
});
