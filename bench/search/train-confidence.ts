import { basename } from "node:path";
import { pick } from "../../src/search/ranking/pick.ts";
import { readQuestion } from "../../src/search/question/read-question.ts";
import { rank } from "../../src/search/ranking/rank.ts";
import { SearchIndex } from "../../src/search/index/search-index.ts";
import { readSigns, type Signs } from "../../src/search/confidence/signs.ts";
import type { KnowledgeItem, KnowledgeKind } from "../../src/core/knowledge.ts";
import { fitLogistic, predict, type Example } from "./fit-logistic.ts";
import { readJudged, readLabels, readSet, type SearchSet, type SetQuery } from "./read-set.ts";

/**
 * Fits the constants of `src/search/confidence.ts` on sets of questions with known answers and prints them, with how well they hold on each set when fitted on the others.
 *
 * An example is a question asked of a corpus: its signs, and whether one of the three results shown is known to help.
 * Three kinds: the set's own questions; questions of one set asked of another (off topic: nothing can help); and the
 * set's own and other sets' questions asked of a few pages only, as a young project has them.
 *
 * Arguments: `folder:kind` for each set. Only documents of that kind are shown and judged, since labels of the other
 * kinds are too sparse to tell an unhelpful document from one that nobody linked; threads still vote.
 */
interface LabelledSet extends SearchSet {
  readonly name: string;
  readonly kinds: ReadonlySet<KnowledgeKind>;
  /** Questions known to have, or to lack, an answer of these kinds. */
  readonly judged: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
}

const names = [
  "headingNamed",
  "strength",
  "prominence",
  "breadth",
  "strangeness",
] as const satisfies readonly (keyof Signs)[];

function main(folders: readonly string[]): void {
  const sets = folders.map(readLabelledSet);
  const examples = new Map(sets.map((set) => [set.name, examplesOf(set, sets)]));
  for (const { name } of sets) {
    const others = [...examples].filter(([other]) => other !== name).flatMap(([, found]) => found);
    console.log(`fitted without ${name}, tried on it:`);
    report(examples.get(name) ?? [], fitLogistic(others));
  }
  const all = fitLogistic([...examples.values()].flat());
  console.log("fitted on all:");
  report([...examples.values()].flat(), all);
  console.log(`intercept ${all[0]?.toFixed(2)}`);
  for (const [i, name] of names.entries()) console.log(`${name}: ${all[i + 1]?.toFixed(2)}`);
}

function readLabelledSet(argument: string): LabelledSet {
  const [folder = "", kind = ""] = argument.split(":");
  const labels = new Map([...readLabels(folder)].map(([query, ids]) => [query, pagesOf(ids, kind)]));
  const judged = readJudged(folder, kind);
  const kinds = new Set([kind === "thread" ? "thread" : "docs"] as const);
  return { name: basename(folder), kinds, judged, ...readSet(folder), labels };
}

function examplesOf(set: LabelledSet, sets: readonly LabelledSet[]): LabelledExample[] {
  const random = seeded(7);
  const own = set.queries.filter(({ id }) => set.judged.has(id));
  const foreign = sets.filter(({ name }) => name !== set.name).flatMap(({ queries }) => sample(queries, 60, random));
  const index = indexOf(set.items);
  const none: ReadonlySet<string> = new Set();
  const on = own.flatMap((query) => exampleOf("own", set, index, query, set.labels.get(query.id) ?? none));
  const off = foreign.flatMap((query) => exampleOf("off topic", set, index, query, none));
  const few = [2, 4, 8, 16, 32].flatMap((pages) => fewPages(set, own, foreign, pages, random));
  return [...balanced(on, 1), ...balanced(off, 0.2), ...balanced(few, 0.5)];
}

interface LabelledExample extends Example {
  readonly kind: string;
}

function fewPages(
  set: LabelledSet,
  own: readonly SetQuery[],
  foreign: readonly SetQuery[],
  pages: number,
  random: () => number,
): LabelledExample[] {
  const groups = [...Map.groupBy(set.items, ({ group }) => group)];
  const examples: LabelledExample[] = [];
  for (let round = 0; round < 20; round++) {
    const answered = sample(own, Math.ceil(pages / 2), random);
    const wanted = new Set(answered.flatMap(({ id }) => [...(set.labels.get(id) ?? [])].slice(0, 1)));
    for (const [group] of sample(groups, pages, random)) if (wanted.size < pages) wanted.add(group);
    const index = indexOf(groups.filter(([group]) => wanted.has(group)).flatMap(([, items]) => items));
    for (const query of [...answered, ...sample(own, 4, random)]) {
      examples.push(...exampleOf("few pages", set, index, query, set.labels.get(query.id) ?? new Set()));
    }
    for (const query of sample(foreign, 2, random))
      examples.push(...exampleOf("few pages", set, index, query, new Set()));
  }
  return examples;
}

function exampleOf(
  kind: string,
  { kinds }: LabelledSet,
  index: SearchIndex,
  { question, own }: SetQuery,
  helpful: ReadonlySet<string>,
): LabelledExample[] {
  const ranking = rank(index, readQuestion(question), { limit: 30, exclude: new Set(own), kinds });
  const [first] = ranking.results;
  if (first === undefined) return [];
  const signs = readSigns(ranking, first);
  const helps = pick(ranking.results, 3).some(({ item }) => helpful.has(item.group));
  return [{ kind, features: [1, ...names.map((name) => signs[name])], isPositive: helps, weight: 1 }];
}

/** Each kind of example of each set counts the same, however many there are. */
function balanced(examples: readonly LabelledExample[], weight: number): LabelledExample[] {
  return examples.map((example) => ({ ...example, weight: (400 * weight) / examples.length }));
}

function report(examples: readonly LabelledExample[], weights: readonly number[]): void {
  for (const [kind, found] of Map.groupBy(examples, (example) => example.kind)) {
    const judged = found.map((example) => ({ ...example, chance: predict(weights, example.features) }));
    const bins = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((from) => {
      const inBin = judged.filter(({ chance }) => chance >= from && chance < from + (from === 0.8 ? 1 : 0.1));
      return `≥${from}: ${inBin.length === 0 ? "–" : mean(inBin).toFixed(2)} (${inBin.length})`;
    });
    const best = judged.toSorted((a, b) => b.chance - a.chance).slice(0, Math.ceil(judged.length / 4));
    console.log(
      `  ${kind}\n    (${judged.length}): all ${mean(judged).toFixed(2)}, quarter ${mean(best).toFixed(2)}; ${bins.join(" ")}`,
    );
    for (const threshold of [0.5, 0.6, 0.65, 0.7]) {
      const spoken = judged.filter(({ chance }) => chance >= threshold);
      console.log(
        `    threshold ${threshold}: speaks ${(spoken.length / judged.length).toFixed(3)}, helps ${mean(spoken).toFixed(2)}`,
      );
    }
  }
}

function mean(examples: readonly Example[]): number {
  return examples.filter(({ isPositive }) => isPositive).length / Math.max(1, examples.length);
}

function indexOf(items: readonly KnowledgeItem[]): SearchIndex {
  const index = new SearchIndex();
  index.add(items);
  return index;
}

function pagesOf(ids: ReadonlySet<string>, kind: string): Set<string> {
  const prefix = kind === "thread" ? "" : `${kind}:`;
  return new Set([...ids].filter((id) => id.startsWith(prefix)).map((id) => id.replace(/#.*$/su, "")));
}

function sample<T>(from: readonly T[], count: number, random: () => number): T[] {
  return Array.from({ length: Math.min(count, from.length) }, () => from[Math.floor(random() * from.length)]).filter(
    (value) => value !== undefined,
  );
}

/** Mulberry32, a small generator of which the same seed gives the same numbers. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

main(process.argv.slice(2));
