import type { TimeTaken } from "../../../src/evaluation/sets/stopwatch.ts";
import { percentile } from "../../figures.ts";
import type { Measured } from "./measure.ts";
import type { Outcome } from "./run-apart.ts";

export const tableHead = [
  "| engine | page H@3 | MRR | questions | p50 / p95 / p99 ms | build s | memory MB | snapshot MB, save / restore s | |",
  "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
].join("\n");

/** One row: figures are of processor time; those an engine did not reach are dashes, with the reason at the end. */
export function tableRow(engine: string, { measured, trouble = "" }: Outcome): string {
  const cells = measured === undefined ? Array.from({ length: 7 }, () => "–") : cellsOf(measured);
  return `| ${[engine, ...cells, trouble].join(" | ")} |`;
}

function cellsOf({ documents, added, build, memory, answering, questions, quality, snapshot }: Measured): string[] {
  const hasAnswers = answering.length > 0 && quality !== undefined;
  return [
    hasAnswers ? quality.hitAt3.toFixed(3) : "–",
    hasAnswers ? quality.mrr.toFixed(3) : "–",
    answering.length === questions ? String(questions) : `${answering.length} of ${questions}`,
    hasAnswers ? spread(answering) : "–",
    build === undefined ? `– (${added} of ${documents})` : (build.processor / 1000).toFixed(2),
    memory === undefined ? "–" : (memory / 1e6).toFixed(1),
    snapshotCell(snapshot),
  ];
}

function spread(answering: readonly TimeTaken[]): string {
  const times = answering.map(({ processor }) => processor);
  return [0.5, 0.95, 0.99].map((share) => percentile(times, share).toPrecision(3)).join(" / ");
}

function snapshotCell(snapshot: Measured["snapshot"]): string {
  if (snapshot === undefined) return "–";
  if ("problem" in snapshot) return snapshot.problem;
  const seconds = ({ processor }: TimeTaken) => (processor / 1000).toFixed(2);
  return `${(snapshot.bytes / 1e6).toFixed(1)}, ${seconds(snapshot.save)} / ${seconds(snapshot.restore)}`;
}
