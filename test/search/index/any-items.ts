import fc from "fast-check";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";

/** Words that are terms as they stand: no stop words, nothing to stem. */
export const words = "amber birch cloud delta ember fjord grain harbor island jungle kelp lagoon moss".split(" ");

/** The first words come often, the last ones seldom. */
const anyWord = fc
  .tuple(fc.nat(words.length - 1), fc.nat(words.length - 1))
  .map(([a, b]) => words[Math.min(a, b)] ?? "");

function anyText(most: number): fc.Arbitrary<string> {
  return fc.array(anyWord, { maxLength: most, size: "max" }).map((chosen) => chosen.join(" "));
}

/** Of a word so often in a title a document cannot score much higher: what is cut short too early loses it. */
const nearlyFull = anyWord.map((word) => `${word} `.repeat(24).trim());

const anyTexts = fc.record({
  title: fc.oneof({ weight: 2, arbitrary: anyText(3) }, { weight: 1, arbitrary: nearlyFull }),
  context: fc.array(anyText(2), { maxLength: 2 }),
  aliases: fc.array(fc.oneof(anyText(2), nearlyFull), { maxLength: 2 }),
  body: anyText(30),
  code: anyText(5),
  answer: anyText(10),
  kind: fc.constantFrom("docs" as const, "thread" as const),
});

/** A group of one to four items, each with other texts. */
export function anyGroup(name: string): fc.Arbitrary<readonly KnowledgeItem[]> {
  const url = `https://docs.example/${name}`;
  return fc.array(anyTexts, { minLength: 1, maxLength: 4 }).map((members) =>
    members.map((texts, i) => ({
      ...texts,
      id: `${name}#${i}`,
      group: name,
      links: i === 0 ? [] : [`${url}#0`],
      url: `${url}#${i}`,
      ...(i === 1 && { date: new Date(Date.UTC(2024, 0, i + 1)) }),
    })),
  );
}

/** What happens to an index: a group takes the place of the one of its name, or, with no items, goes. */
export interface Change {
  readonly group: string;
  readonly items: readonly KnowledgeItem[];
}

const names = Array.from({ length: 14 }, (_, i) => `page-${String.fromCharCode(97 + ((i * 5) % 14))}`);

/** Changes in any order, of which about every fourth only drops. */
export const anyChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.constantFrom(...names).chain((group) =>
    fc.record({
      group: fc.constant(group),
      items: fc.oneof({ weight: 3, arbitrary: anyGroup(group) }, { weight: 1, arbitrary: fc.constant([]) }),
    }),
  ),
  { maxLength: 40, size: "max" },
);

/** What is there after all changes. */
export function remaining(changes: readonly Change[]): readonly KnowledgeItem[] {
  const last = new Map(changes.map(({ group, items }) => [group, items]));
  return [...last.values()].flat();
}
