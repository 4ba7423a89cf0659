import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Hit } from "../../../core/knowledge.ts";
import { docsItemId, pageGroup } from "../../../core/knowledge-items.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { defaultThreshold } from "../../../search/feedback/threshold.ts";
import { tokenize } from "../../../search/words/tokenize.ts";
import type { EntryFiles } from "./entry-files.ts";

/** An entry that seems to answer the same question. */
export interface SameQuestion {
  readonly title: string;
  readonly url: string;
  /** Of its file. */
  readonly path: string;
  /** Fragment that leads to it, without `#`. */
  readonly anchor: string;
}

/** How many hits are compared, and how many of them a person is shown. */
const maxHits = 20;
const maxShown = 3;

/** From this share of common words on (by Jaccard), two questions ask the same. */
const minShared = 0.75;
/** The share that is enough where the confidence of the hit is high as well. */
const minSharedWhenSure = 0.5;

/** FAQ entries that the finder finds for a question and that ask the same, by its confidence and their words. */
export async function sameQuestions(
  repository: RepositoryRef,
  { number, question, files }: { readonly number: number; readonly question: string; readonly files: EntryFiles },
  { finder, knowledge }: ReadsWithFaq,
): Promise<readonly SameQuestion[]> {
  const hits = await finder.find(repository, { title: question, body: "", thread: number }, maxHits);
  const same = hits.filter((hit) => isSame(question, hit));
  if (same.length === 0) return [];
  // What people wrote into a file that is no FAQ by its name is docs to the finder.
  const isInFile = same.some(({ item }) => item.kind === "docs" && item.group === pageGroup(files.path));
  const read = isInFile ? await files.editor.work({ do: "list", path: files.path, text: files.base ?? "" }) : [];
  const inFile = read.map(({ anchor }) => ({ path: files.path, anchor }));
  const known = await knowledge.faqEntries(repository);
  const entries = new Map<string, Pick<SameQuestion, "path" | "anchor">>([
    ...inFile.map((it) => [docsItemId(it), it] as const),
    ...known.map(({ item, section }) => [item.id, section] as const),
  ]);
  const found = same.flatMap(({ item: { id, title, url } }) => {
    const { path, anchor } = entries.get(id) ?? { path: "", anchor: "" };
    return anchor === "" ? [] : [{ title, url, path, anchor }];
  });
  return found.slice(0, maxShown);
}

function isSame(question: string, { item, confidence }: Hit): boolean {
  const shared = maxInCommon(question, [item.title, ...item.aliases]);
  return shared >= minShared || (shared >= minSharedWhenSure && confidence >= defaultThreshold);
}

/** Whether a question is asked under one of these names already, by their words alone. */
export function asksTheSame(question: string, names: readonly string[]): boolean {
  return maxInCommon(question, names) >= minShared;
}

function maxInCommon(question: string, names: readonly string[]): number {
  const words = new Set(tokenize(question));
  return Math.max(...names.map((name) => inCommon(words, new Set(tokenize(name)))));
}

/** Jaccard's index of two sets of words; 0 where one is empty. */
function inCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared / Math.max(1, some.size + others.size - shared);
}
