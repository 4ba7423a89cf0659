import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { KnowledgeItem } from "../../src/core/knowledge.ts";
import { readCorpus } from "../../src/evaluation/sets/read-corpus.ts";
import { readQueries, type EvaluationQuery } from "../../src/evaluation/sets/read-queries.ts";

/** A folder with documents, questions and what answers them: `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`. */
export interface LabelledSet {
  readonly name: string;
  readonly items: readonly KnowledgeItem[];
  readonly queries: readonly EvaluationQuery[];
  /** By question: the documents that answer it, with a grade from 1 (right page) to 2 (right section or thread). */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By kind: the questions known to have, or known to lack, an answer of it. */
  readonly judged: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a whole set into memory. */
export async function readLabelledSet(folder: string): Promise<LabelledSet> {
  const items: KnowledgeItem[] = [];
  for await (const item of readCorpus(join(folder, "corpus.jsonl"))) items.push(item);
  const queries: EvaluationQuery[] = [];
  for await (const query of readQueries(join(folder, "queries.jsonl"))) queries.push(query);
  return { name: basename(folder), items, queries, labels: readLabels(folder), judged: readJudged(folder) };
}

/** `qrels.tsv`: query, document, grade. */
function readLabels(folder: string): Map<string, Map<string, number>> {
  const labels = new Map<string, Map<string, number>>();
  for (const [query = "", document = "", grade = "1"] of rows(join(folder, "qrels.tsv"))) {
    const found = labels.get(query) ?? new Map<string, number>();
    found.set(document, Math.max(found.get(document) ?? 0, Number(grade)));
    labels.set(query, found);
  }
  return labels;
}

/** `answerable.tsv`: query, kind, 1 or 0. Not every set has one. */
function readJudged(folder: string): Map<string, Set<string>> {
  const file = join(folder, "answerable.tsv");
  const judged = new Map<string, Set<string>>();
  if (!existsSync(file)) return judged;
  for (const [query = "", kind = ""] of rows(file)) judged.set(kind, (judged.get(kind) ?? new Set()).add(query));
  return judged;
}

function rows(file: string): string[][] {
  const lines = readFileSync(file, "utf8").split(/\r?\n/u);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}
