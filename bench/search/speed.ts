import { parseArgs } from "node:util";
import type { KnowledgeItem, Question } from "../../src/core/knowledge.ts";
import { startStopwatch, type TimeTaken, usedBytes } from "../../src/evaluation/sets/stopwatch.ts";
import { SearchIndex, type ScoredTerm } from "../../src/search/index/search-index.ts";
import { find } from "../../src/search/find.ts";
import { LatentSpace } from "../../src/search/latent/latent-space.ts";
import { readQuestion } from "../../src/search/question/read-question.ts";
import { isGroup, type Parts } from "../../src/search/snapshot/parts.ts";
import { fieldTexts } from "../../src/search/words/field-texts.ts";
import { guessLanguage } from "../../src/search/words/guess-language.ts";
import { forEachTerm } from "../../src/search/words/tokenize.ts";
import { percentile } from "../figures.ts";
import { grownItems, setQuestions } from "./speed/grown-set.ts";
import { madeUpItems, madeUpQuestions } from "./speed/made-up-corpus.ts";

/** Size of a query of the finder: terms, candidates, voters. */
const querySize = { terms: 40, candidates: 300, voters: 50 };

const rounds = 600;

/**
 * Prints what the index costs: building, memory, giving parts away and taking them back, finding, changing.
 * The processor's time is of all threads of the process, garbage collection among them.
 *
 *     node --expose-gc bench/search/speed.ts [--documents 33000] [--set <folder>]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { documents: { type: "string", default: "33000" }, set: { type: "string" } },
  });
  const documents = Number(values.documents);
  const { set } = values;
  const before = usedBytes();
  const index = await build(set === undefined ? madeUpItems(documents) : grownItems(set, documents));
  print("heap and buffers", `${((usedBytes() - before) / 1e6).toFixed(1)} MB`);
  const restored = restore(index);
  const questions = await gathered(set === undefined ? madeUpQuestions(rounds, documents) : setQuestions(set));
  timeQueries("built index", index, questions);
  timeQueries("restored index", restored, questions);
  await timeFinds(index, questions);
  await change(restored, set === undefined ? madeUpItems(10) : grownItems(set, 10));
}

async function build(items: Iterable<KnowledgeItem> | AsyncIterable<KnowledgeItem>): Promise<SearchIndex> {
  const index = new SearchIndex();
  const building = sumOfTimes();
  const reading = sumOfTimes();
  let batch: KnowledgeItem[] = [];
  const add = () => {
    building.of(() => index.add(batch));
    reading.of(() => batch.forEach(readWords));
    batch = [];
  };
  for await (const item of items) if (batch.push(item) >= 500) add();
  add();
  print(`build of ${index.size} documents, ${index.termCount} terms`, time(building.sum));
  print("reading their words a second time, without index", time(reading.sum));
  return index;
}

function readWords(item: KnowledgeItem): number {
  const texts = fieldTexts(item);
  const language = guessLanguage(texts.title, texts.body, texts.answer);
  let count = 0;
  for (const text of Object.values(texts)) forEachTerm(text, () => count++, language);
  return count;
}

/** A stopwatch that is started and stopped many times. */
function sumOfTimes(): { readonly sum: { wall: number; processor: number }; of(work: () => void): void } {
  const sum = { wall: 0, processor: 0 };
  return {
    sum,
    of(work) {
      const watch = startStopwatch();
      work();
      const { wall, processor } = watch();
      sum.wall += wall;
      sum.processor += processor;
    },
  };
}

function restore(index: SearchIndex): SearchIndex {
  const giving = startStopwatch();
  const parts = index.toParts();
  print("parts", time(giving()));
  for (const [name, part] of Object.entries(parts)) {
    print(
      `  ${name}`,
      `${(bytesOf(part) / 1e6).toFixed(1)} MB, ${(bytesOf(part) / index.size).toFixed(0)} bytes a document`,
    );
  }
  const taking = startStopwatch();
  const restored = SearchIndex.fromParts(parts);
  print("restored", time(taking()));
  return restored;
}

/** Letters of texts count as one byte: most of them are ASCII. */
function bytesOf(part: Parts[string]): number {
  if (typeof part === "string") return part.length;
  return isGroup(part) ? Object.values(part).reduce((sum, it) => sum + bytesOf(it), 0) : part.byteLength;
}

function timeQueries(what: string, index: SearchIndex, questions: readonly Question[]): void {
  const terms = questions.map((question) => weigh(index, question));
  for (const part of ["search", "matches", "both"] as const) {
    const taken: TimeTaken[] = [];
    for (let round = 0; round < rounds; round++) {
      const query = terms[round % terms.length] ?? [];
      const found = part === "matches" ? findSlots(index, query) : [];
      const watch = startStopwatch();
      const slots = part === "matches" ? found : findSlots(index, query);
      if (part !== "search") index.matches(query, slots);
      taken.push(watch());
    }
    print(
      `${part}, ${what}: p50 / p95 / p99`,
      `${spread(taken, "wall")} ms, processor ${spread(taken, "processor")} ms`,
    );
  }
}

/** Whole finds as the app has them, from the question's text to three results, with the latent space. */
async function timeFinds(index: SearchIndex, questions: readonly Question[]): Promise<void> {
  const view = { index, latent: await LatentSpace.fit(index, () => Promise.resolve()) };
  const taken = Array.from({ length: rounds }, (_, round): TimeTaken => {
    const question = questions[round % questions.length];
    const watch = startStopwatch();
    if (question !== undefined) find(view, question, 3);
    return watch();
  });
  print("whole find: p50 / p95 / p99", `${spread(taken, "wall")} ms, processor ${spread(taken, "processor")} ms`);
}

function spread(taken: readonly TimeTaken[], of: keyof TimeTaken): string {
  const values = taken.map((it) => it[of]);
  return [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(2)).join(" / ");
}

function findSlots(index: SearchIndex, terms: readonly ScoredTerm[]): number[] {
  const [best = [], voters = []] = index.search(terms, [
    { limit: querySize.candidates, isAllowed: (slot) => !index.isRetired(slot) },
    { limit: querySize.voters, isAllowed: (slot) => index.kindOf(slot) === "thread" && index.hasLinks(slot) },
  ]);
  return [...new Set([...best, ...voters].map(({ slot }) => slot))];
}

function weigh(index: SearchIndex, question: Question): ScoredTerm[] {
  const terms = readQuestion(question).terms.map(({ term, placeWeight }) => {
    const count = index.documentCount(term);
    return { term, weight: count === 0 ? 0 : placeWeight * Math.log(1 + (index.size - count + 0.5) / (count + 0.5)) };
  });
  return terms.sort((a, b) => b.weight - a.weight).slice(0, querySize.terms);
}

async function change(index: SearchIndex, page: Iterable<KnowledgeItem> | AsyncIterable<KnowledgeItem>): Promise<void> {
  const items = await gathered(page);
  const taken: TimeTaken[] = [];
  for (let round = 0; round < 20; round++) {
    const watch = startStopwatch();
    index.dropGroups(items.map(({ group }) => group));
    index.add(items);
    // What the change leaves to the next search is part of its price.
    index.search([{ term: "none", weight: 1 }], []);
    taken.push(watch());
  }
  const middle = (of: keyof TimeTaken) =>
    percentile(
      taken.map((it) => it[of]),
      0.5,
    );
  print("a page of ten sections changed, median", time({ wall: middle("wall"), processor: middle("processor") }));
}

async function gathered<Value>(values: Iterable<Value> | AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

function time({ wall, processor }: TimeTaken): string {
  return `${wall.toFixed(1)} ms, processor ${processor.toFixed(1)} ms`;
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(48)} ${figure}`);
}

await main();
