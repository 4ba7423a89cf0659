import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { KnowledgeKind } from "../../src/core/knowledge.ts";
import { toConfidence } from "../../src/search/confidence/confidence.ts";
import { readQuestion } from "../../src/search/question/read-question.ts";
import { rank } from "../../src/search/ranking/rank.ts";
import { SearchIndex } from "../../src/search/index/search-index.ts";
import { readSet, type SetQuery } from "./read-set.ts";

/**
 * Ranks every question of a set and writes one JSON line each: `{"query", "results": [{"id", "score"}], "confidence"}`.
 * Prints build time, memory and query times.
 *
 *     node bench/search/rank.ts --set <folder> --out <run.jsonl> [--kind docs|faq|thread] [--top 50]
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      set: { type: "string" },
      out: { type: "string" },
      kind: { type: "string" },
      top: { type: "string", default: "50" },
    },
  });
  if (values.set === undefined || values.out === undefined) throw new Error("Needs --set <folder> and --out <file>.");
  const { items, queries } = readSet(values.set);
  const { index, buildMs, heapMb } = build(items);
  const kinds = values.kind === undefined ? undefined : new Set([toKind(values.kind)]);
  const times: number[] = [];
  const lines = queries.map((query) => {
    const start = performance.now();
    const line = answer(index, query, Number(values.top), kinds);
    times.push(performance.now() - start);
    return JSON.stringify(line);
  });
  writeFileSync(values.out, `${lines.join("\n")}\n`);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(2);
  console.log(
    `${join(values.set)}: ${items.length} documents, built in ${buildMs.toFixed(0)} ms, heap and buffers +${heapMb.toFixed(1)} MB; ` +
      `${queries.length} queries, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
  );
}

function build(items: ReturnType<typeof readSet>["items"]): { index: SearchIndex; buildMs: number; heapMb: number } {
  const before = usedBytes();
  const start = performance.now();
  const index = new SearchIndex();
  index.add(items);
  const buildMs = performance.now() - start;
  return { index, buildMs, heapMb: (usedBytes() - before) / 1e6 };
}

/** Needs `node --expose-gc` to be exact: what is not yet collected counts too. */
function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function answer(
  index: SearchIndex,
  { id, question, own }: SetQuery,
  limit: number,
  kinds: ReadonlySet<KnowledgeKind> | undefined,
): unknown {
  const options = { limit, exclude: new Set(own), ...(kinds !== undefined && { kinds }) };
  const ranking = rank(index, readQuestion(question), options);
  const [first] = ranking.results;
  return {
    query: id,
    results: ranking.results.map(({ item, score }) => ({ id: item.id, score })),
    confidence: first === undefined ? 0 : toConfidence(ranking)(first),
  };
}

/** FAQ entries are read as docs. */
function toKind(name: string): KnowledgeKind {
  return name === "thread" ? "thread" : "docs";
}

main();
