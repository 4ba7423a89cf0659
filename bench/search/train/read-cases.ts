import type { KnowledgeItem, KnowledgeKind } from "../../../src/core/knowledge.ts";
import { SearchIndex } from "../../../src/search/index/search-index.ts";
import { LatentSpace } from "../../../src/search/latent/latent-space.ts";
import { extractFeatures, type ExtractedFeatures } from "../../../src/search/ranking/extract-features.ts";
import type { IndexView } from "../../../src/search/index-view.ts";
import type { EvaluationQuery } from "../../../src/evaluation/sets/read-queries.ts";
import { type LabelledSet, readLabelledSet } from "../labelled-set.ts";

/** A set, and the kind of its documents that is asked for. */
export interface Task extends LabelledSet {
  readonly kind: KnowledgeKind;
  readonly view: IndexView;
}

/** A question of a task with what is known of its candidates. */
export interface Case {
  readonly set: string;
  readonly kind: KnowledgeKind;
  readonly query: EvaluationQuery;
  readonly extracted: ExtractedFeatures;
  /** Documents of the kind that answer it, with their grades; none where it is known to have no answer. */
  readonly labels: ReadonlyMap<string, number>;
  /** Pages or threads of these documents. */
  readonly groups: ReadonlySet<string>;
}

const noLabels: ReadonlyMap<string, number> = new Map();

/** Reads a task named `folder:kind`; several of one folder share an index. */
export async function readTasks(names: readonly string[]): Promise<Task[]> {
  const sets = new Map<string, Promise<{ set: LabelledSet; view: IndexView }>>();
  return Promise.all(
    names.map(async (name) => {
      const [folder = "", kind = "docs"] = name.split(":");
      const reading = sets.get(folder) ?? readView(folder);
      sets.set(folder, reading);
      const { set, view } = await reading;
      return { ...set, view, kind: mustBeKind(kind) };
    }),
  );
}

async function readView(folder: string): Promise<{ set: LabelledSet; view: IndexView }> {
  const set = await readLabelledSet(folder);
  return { set, view: await viewOf(set.items) };
}

export async function viewOf(items: readonly KnowledgeItem[]): Promise<IndexView> {
  const index = new SearchIndex();
  index.add(items);
  return { index, latent: await LatentSpace.fit(index, () => Promise.resolve()) };
}

/** The questions known to have or to lack an answer of the task's kind. `mixed`: documents of all kinds are candidates. */
export function readCases(task: Task, isMixed = false): Case[] {
  const { name, kind, view, judged, queries } = task;
  return queries
    .filter(({ id }) => judged.get(kind)?.has(id))
    .map((query) => {
      const kinds = isMixed ? undefined : new Set([kind]);
      const found = extractFeatures(view, query.question, { exclude: query.own, ...(kinds && { kinds }) });
      const labels = labelsOf(task, query.id);
      return { set: name, kind, query, extracted: found, labels, groups: groupsOf(task, query.id) };
    });
}

/** Pages or threads of the task's kind that answer a question. */
export function groupsOf(task: Task, query: string): ReadonlySet<string> {
  const { index } = task.view;
  const ids = [...labelsOf(task, query).keys()];
  return new Set(ids.flatMap((id) => index.entryAt(index.slotOf(id) ?? -1)?.group ?? []));
}

function labelsOf({ labels, kind, view: { index } }: Task, query: string): ReadonlyMap<string, number> {
  const ofKind = [...(labels.get(query) ?? noLabels)].filter(([id]) => {
    const slot = index.slotOf(id);
    return slot !== undefined && index.kindOf(slot) === kind;
  });
  return new Map(ofKind);
}

function mustBeKind(name: string): KnowledgeKind {
  if (name === "docs" || name === "faq" || name === "thread" || name === "issue" || name === "feature-request")
    return name;
  throw new Error(`${name} is no kind of knowledge.`);
}
