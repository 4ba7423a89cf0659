import { createHash } from "node:crypto";
import type { ExtractedSet, SetDocument, SetLabel, SetQuery } from "./evaluation-set.ts";

/** Two questions and whether people said that they ask the same. */
export interface JudgedPair {
  readonly first: string;
  readonly second: string;
  readonly isSame: boolean;
}

/** Pairs, one a line with tabs: two questions, and 1 or 0. Other lines are left out. */
export function readPairs(text: string): JudgedPair[] {
  return text.split("\n").flatMap((line): JudgedPair[] => {
    const [first = "", second = "", judgement = "", ...rest] = line.split("\t").map((cell) => cell.trim());
    const isPair = first !== "" && second !== "" && /^[01]$/u.test(judgement) && rest.length === 0;
    return isPair ? [{ first, second, isSame: judgement === "1" }] : [];
  });
}

/**
 * Of each group of questions that ask the same (by pairs, and pairs of pairs) one is asked, and the others are earlier
 * threads: grade 2 where people compared the two, 1 where they are the same by a third. Questions that were only called
 * different are threads, too. At most `limit` questions, chosen by their hashes. A question that is another one but for
 * its spaces and punctuation is left out, since every search finds it.
 */
export function questionPairs(pairs: readonly JudgedPair[], limit: number): ExtractedSet {
  const groups = groupsOf(pairs);
  const asked = [...groups.values()]
    .map((group) => [...group].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1)))
    .map((group) => ({ question: group[0] ?? "", group }))
    .map(({ question, group }) => ({ question, others: group.filter((it) => bare(it) !== bare(question)) }))
    .filter(({ question, others }) => others.length > 0 && bare(question) !== "")
    .sort((a, b) => (hashOf(a.question) < hashOf(b.question) ? -1 : 1))
    .slice(0, limit);
  const compared = new Set(
    pairs.filter(({ isSame }) => isSame).flatMap(({ first, second }) => [key(first, second), key(second, first)]),
  );
  const taken = new Set(asked.map(({ question }) => bare(question)));
  const documents = new Map<string, SetDocument>();
  for (const text of pairs.flatMap(({ first, second }) => [first, second])) {
    if (!taken.has(bare(text)))
      documents.set(text, { id: `thread:${hashOf(text)}`, kind: "thread", title: text, body: "" });
  }
  const queries: SetQuery[] = [];
  const labels: SetLabel[] = [];
  for (const { question, others } of asked) {
    const id = `q:${hashOf(question)}`;
    const found = others.flatMap((it) => documents.get(it) ?? []);
    if (found.length === 0) continue;
    queries.push({ id, title: question });
    for (const { id: document, title } of found)
      labels.push({ query: id, document, grade: compared.has(key(question, title)) ? 2 : 1 });
  }
  return { documents: [...documents.values()], queries, labels };
}

/** Questions by group: each is in one, with all that ask the same. */
function groupsOf(pairs: readonly JudgedPair[]): Map<string, Set<string>> {
  const groupOf = new Map<string, Set<string>>();
  for (const { first, second, isSame } of pairs) {
    if (!isSame) continue;
    const group = groupOf.get(first) ?? new Set([first]);
    for (const it of groupOf.get(second) ?? [second]) group.add(it);
    for (const it of group) groupOf.set(it, group);
  }
  return new Map([...new Set(groupOf.values())].map((group) => [[...group][0] ?? "", group]));
}

function key(first: string, second: string): string {
  return `${first}\t${second}`;
}

/** Short, and the same on every machine. */
function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
