import {
  confidenceFeatures,
  confidenceDepth,
  type ConfidenceFeatures,
} from "../../../src/search/confidence/confidence-features.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import type { IndexView } from "../../../src/search/index-view.ts";
import type { EvaluationQuery } from "../../../src/evaluation/sets/read-queries.ts";
import { seededChance } from "../../seeded-chance.ts";
import { sample } from "../random.ts";
import { groupsOf, type Task, viewOf } from "./read-cases.ts";

/** A question asked of a corpus: what its ranking shows, and whether one of the first three pages is known to help. */
export interface ConfidenceExample {
  readonly task: string;
  readonly sort: "own" | "off topic" | "few pages";
  readonly split: string;
  readonly features: ConfidenceFeatures;
  /** Known to have an answer in the corpus. */
  readonly hasAnswer: boolean;
  readonly isHelped: boolean;
}

const none: ReadonlySet<string> = new Set();

/**
 * Three sorts of examples: the set's own questions; questions of other sets (off topic: nothing can help); and both
 * asked of a few pages only, as a young project has them. Only documents of the task's kind are shown and judged, since
 * labels of the other kinds are too sparse to tell an unhelpful document from one that nobody linked; threads still teach.
 */
export async function confidenceExamples(task: Task, tasks: readonly Task[]): Promise<ConfidenceExample[]> {
  const random = seededChance(7);
  const own = task.queries.filter(({ id }) => task.judged.get(task.kind)?.has(id));
  const others = tasks.filter(({ name }) => name !== task.name);
  const foreign = others.flatMap(({ queries }) => sample(queries, 60, random));
  const examples = own.flatMap((query) => exampleOf("own", task, task.view, query, groupsOf(task, query.id)));
  examples.push(...foreign.flatMap((query) => exampleOf("off topic", task, task.view, query, none)));
  for (const pages of [2, 4, 8, 16, 32]) examples.push(...(await fewPages(task, own, foreign, pages, random)));
  return examples;
}

const rounds = 20;

async function fewPages(
  task: Task,
  own: readonly EvaluationQuery[],
  foreign: readonly EvaluationQuery[],
  pages: number,
  random: () => number,
): Promise<ConfidenceExample[]> {
  const groups = [...Map.groupBy(task.items, ({ group }) => group)];
  const examples: ConfidenceExample[] = [];
  for (let round = 0; round < rounds; round++) {
    const answered = sample(own, Math.ceil(pages / 2), random);
    const wanted = new Set(answered.flatMap(({ id }) => [...groupsOf(task, id)].slice(0, 1)));
    for (const [group] of sample(groups, pages, random)) if (wanted.size < pages) wanted.add(group);
    const view = await viewOf(groups.filter(([group]) => wanted.has(group)).flatMap(([, items]) => items));
    for (const query of [...answered, ...sample(own, 4, random)]) {
      examples.push(...exampleOf("few pages", task, view, query, onlyOf(groupsOf(task, query.id), wanted)));
    }
    for (const query of sample(foreign, 2, random)) examples.push(...exampleOf("few pages", task, view, query, none));
  }
  return examples;
}

function exampleOf(
  sort: ConfidenceExample["sort"],
  { name, kind }: Task,
  view: IndexView,
  { question, own, split }: EvaluationQuery,
  helpful: ReadonlySet<string>,
): ConfidenceExample[] {
  const ranking = rank(view, question, { limit: confidenceDepth, exclude: own, kinds: new Set([kind]) });
  if (ranking.results.length === 0) return [];
  const pages = [...new Set(ranking.results.map(({ entry }) => entry.group))].slice(0, 3);
  const isHelped = pages.some((page) => helpful.has(page));
  return [
    {
      task: `${name}:${kind}`,
      sort,
      split,
      features: confidenceFeatures(ranking),
      hasAnswer: helpful.size > 0,
      isHelped,
    },
  ];
}

function onlyOf(groups: ReadonlySet<string>, wanted: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...groups].filter((group) => wanted.has(group)));
}
