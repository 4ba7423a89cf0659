import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { KnowledgeItem, KnowledgeKind } from "../../../src/core/knowledge.ts";
import { seededChance } from "../../seeded-chance.ts";
import type { EvaluationQuery } from "../../../src/evaluation/sets/read-queries.ts";
import { readLabelledSet } from "../labelled-set.ts";
import { Generated } from "./generate.ts";
import { shuffled } from "../random.ts";

/** What an engine is run on, small enough to be told to another process. */
export type WorkloadPlan =
  | { readonly name: string; readonly folder: string; readonly kind: KnowledgeKind }
  | { readonly name: string; readonly documents: number; readonly questions: number; readonly kind: KnowledgeKind };

export interface Workload {
  readonly items: readonly KnowledgeItem[];
  /** In a random order, the same every time: whoever gets through a part has a fair sample. */
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly query: EvaluationQuery;
  /** Ids of the documents of the kind that answer it. */
  readonly right: ReadonlySet<string>;
}

/** One for each set in the folder and each kind of documents that its questions have answers of. */
export async function plansOfSets(folder: string): Promise<WorkloadPlan[]> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "qrels.tsv")));
  const plans: WorkloadPlan[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    const { items, labels } = await readLabelledSet(path);
    const labelled = new Set([...labels.values()].flatMap((right) => [...right.keys()]));
    const kinds = new Set(items.filter(({ id }) => labelled.has(id)).map(({ kind }) => kind));
    for (const kind of [...kinds].sort()) plans.push({ name: `${name}, ${kind}`, folder: path, kind });
  }
  return plans;
}

/** Questions of the test split that have an answer of the kind; of a generated corpus all. */
export async function loadWorkload(plan: WorkloadPlan): Promise<Workload> {
  if ("documents" in plan) return generate(plan.documents, plan.questions);
  const { items, queries, labels } = await readLabelledSet(plan.folder);
  const ofKind = new Set(items.filter(({ kind }) => kind === plan.kind).map(({ id }) => id));
  const asked = queries
    .filter(({ split }) => split === "test")
    .map((query) => ({
      query,
      right: new Set([...(labels.get(query.id)?.keys() ?? [])].filter((id) => ofKind.has(id))),
    }))
    .filter(({ right }) => right.size > 0);
  return { items, asked: shuffled(asked, seededChance(1)) };
}

function generate(documents: number, questions: number): Workload {
  const generated = new Generated();
  return {
    items: Array.from({ length: documents }, (_, i) => generated.document(i)),
    asked: Array.from({ length: questions }, (_, i) => generated.question(i, documents)),
  };
}
