import { join } from "node:path";
import type { KnowledgeItem, Question } from "../../../src/core/knowledge.ts";
import { seededChance } from "../../seeded-chance.ts";
import { readCorpus } from "../../../src/evaluation/sets/read-corpus.ts";
import { readQueries } from "../../../src/evaluation/sets/read-queries.ts";

/** Of a copy's longer words so many are new ones, as in a larger project of the same kind. */
const newWords = 0.04;

/** The documents of a set, repeated with other ids and some other words until there are so many. */
export async function* grownItems(folder: string, count: number): AsyncGenerator<KnowledgeItem> {
  for (let copy = 0, given = 0; given < count; copy++) {
    for await (const item of readCorpus(join(folder, "corpus.jsonl"))) {
      if (given++ >= count) return;
      yield copy === 0 ? item : copied(item, copy, given);
    }
  }
}

/** The questions of a set. */
export async function* setQuestions(folder: string): AsyncGenerator<Question> {
  for await (const { question } of readQueries(join(folder, "queries.jsonl"))) yield question;
}

function copied(item: KnowledgeItem, copy: number, seed: number): KnowledgeItem {
  const chance = seededChance(seed);
  const letters = String.fromCharCode(96 + (copy % 26) + 1).repeat(2);
  const other = (text: string) => text.replace(/\p{L}{5,}/gu, (word) => (chance() < newWords ? word + letters : word));
  return {
    ...item,
    id: `${item.id}~${copy}`,
    group: `${item.group}~${copy}`,
    title: other(item.title),
    body: other(item.body),
    code: other(item.code),
    answer: other(item.answer),
    links: item.links.map((link) => link.replace(/(?=#|$)/u, `~${copy}`)),
    url: item.url.replace(/(?=#|$)/u, `~${copy}`),
  };
}
