import type { KnowledgeItem, Question } from "../../../src/core/knowledge.ts";
import { seededChance } from "../../seeded-chance.ts";

/** How often words come: the second half as often as the first, the third a third as often (Zipf), of so many words. */
const vocabulary = 60_000;

const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta".split(" ");

type Chance = () => number;

/** Documents of a made-up project: a third docs sections, ten a page, two thirds threads whose answers link to sections. The same for the same count. */
export function* madeUpItems(count: number): Generator<KnowledgeItem> {
  const sections = Math.ceil(count / 3);
  for (let i = 0; i < count; i++) yield i < sections ? section(i) : thread(i, sections);
}

/** Whole posts of 60 to 150 words, each about one of the documents: half of the words of its title and text come from there. */
export function* madeUpQuestions(count: number, documents: number): Generator<Question> {
  const sections = Math.ceil(documents / 3);
  for (let i = 0; i < count; i++) {
    const chance = seededChance(9_000_000 + i);
    const topic = section(Math.floor(chance() * sections));
    const known = `${topic.title} ${topic.body}`.split(" ");
    const word = () => (chance() < 0.5 ? (known[Math.floor(chance() * known.length)] ?? "") : wordBy(chance));
    yield { title: text(8, word), body: sentences(60 + Math.floor(chance() * 91), word) };
  }
}

function section(i: number): KnowledgeItem {
  const chance = seededChance(i + 1);
  const word = () => wordBy(chance);
  const page = `docs/part-${Math.floor(i / 10)}.md`;
  return {
    ...nothing,
    id: `docs:${page}#place-${i}`,
    group: `page:${page}`,
    kind: "docs",
    title: text(2 + Math.floor(chance() * 4), word),
    context: [`Part ${Math.floor(i / 10)}`],
    body: sentences(80 + Math.floor(chance() * 81), word),
    code: chance() < 0.3 ? text(15, word) : "",
    url: `https://github.com/acme/lantern/blob/HEAD/${page}#place-${i}`,
  };
}

function thread(i: number, sections: number): KnowledgeItem {
  const chance = seededChance(i + 1);
  const word = () => wordBy(chance);
  const linked = Math.floor(chance() * sections);
  const link = `https://github.com/acme/lantern/blob/main/docs/part-${Math.floor(linked / 10)}.md#place-${linked}`;
  return {
    ...nothing,
    id: `thread:${i}`,
    group: `thread:${i}`,
    kind: "thread",
    title: text(8, word),
    context: ["Q&A"],
    body: sentences(50 + Math.floor(chance() * 61), word),
    answer: sentences(20 + Math.floor(chance() * 41), word),
    links: chance() < 0.4 ? [link] : [],
    date: new Date(Date.UTC(2020, 0, 1) + i * 3_600_000),
    url: `https://github.com/acme/lantern/discussions/${i}`,
  };
}

const nothing = { context: [], aliases: [], body: "", code: "", answer: "", links: [] };

function sentences(words: number, word: () => string): string {
  const parts: string[] = [];
  for (let left = words; left > 0; left -= 12) parts.push(`${text(Math.min(12, left), word)}.`);
  return parts.join(" ");
}

function text(words: number, word: () => string): string {
  return Array.from({ length: words }, word).join(" ");
}

/** By rank: the share of all occurrences that words up to it make. */
const shares = Float64Array.from({ length: vocabulary }, (_, rank) => 1 / (rank + 3));
for (let rank = 1; rank < vocabulary; rank++) shares[rank] = (shares[rank] ?? 0) + (shares[rank - 1] ?? 0);

function wordBy(chance: Chance): string {
  const wanted = chance() * (shares[vocabulary - 1] ?? 0);
  let from = 0;
  let to = vocabulary - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((shares[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return spell(from);
}

/** A different word for each rank, commoner ones shorter. */
function spell(rank: number): string {
  let word = "";
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length] ?? "";
  }
  return word;
}
