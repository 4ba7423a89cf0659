import { type Command, Option } from "commander";
import { percentile } from "../evaluation/measures/statistics.ts";
import type { Embedders } from "../evaluation/sets/model-similarity.ts";
import type { EvaluationSetFiles, RankFigures } from "../evaluation/sets/rank-evaluation-set.ts";
import { type DocumentKind, documentKinds } from "../evaluation/sets/shapes.ts";
import type { TimeTaken } from "../evaluation/sets/stopwatch.ts";
import { positive } from "./terminal/positive.ts";
import { writeOut } from "./terminal/print.ts";

interface RankOptions extends EvaluationSetFiles {
  readonly kind?: DocumentKind;
  readonly top: number;
  readonly nowFromQuery?: boolean;
  readonly model?: string;
}

/** The sentence model of a folder. */
export type OpenModel = (folder: string) => Promise<Embedders>;

/**
 * `frontdesk rank`: answers the questions of one file from the documents of another, to be scored against known
 * answers; exits 1 with one line for a file that is not as it should be, which names the file and the line.
 */
export function register(program: Command, openModel: OpenModel): void {
  program
    .command("rank")
    .description("Find documents for each question of a file; print what building and asking took.")
    .requiredOption("--corpus <file>", "documents, one JSON object a line: id, kind, title, body, …")
    .requiredOption("--queries <file>", "questions, one JSON object a line: id, title, body, date")
    .requiredOption(
      "--out <file>",
      "results, one JSON object a line: query, results with the parts of their scores, confidence",
    )
    .addOption(new Option("--kind <kind>", "find documents of this kind only").choices(documentKinds))
    .option("--top <n>", "at most so many results a question", positive, 50)
    .option("--now-from-query", "let each question see only documents dated before it, and undated ones")
    .option("--model <folder>", "compare by a sentence model as well, as EMBEDDINGS_MODEL names it")
    .action(async ({ kind, top, nowFromQuery = false, model, ...files }: RankOptions) => {
      const { rankEvaluationSet } = await import("../evaluation/sets/rank-evaluation-set.ts");
      const options = {
        top,
        isNowFromQuery: nowFromQuery,
        ...(kind !== undefined && { kinds: new Set([kind]) }),
      };
      const figures = await rankEvaluationSet(files, options, model === undefined ? undefined : await openModel(model));
      writeOut(report(figures));
    });
}

/** What people read: one line a fact. */
function report({ build, answering, undated }: RankFigures): string {
  const { documents, reading, indexing, fitting, memory } = build;
  return [
    `documents  ${documents}, read in ${seconds(reading)}`,
    `build      ${seconds(add(indexing, fitting))}: index ${seconds(indexing)}, latent space ${seconds(fitting)}`,
    `memory     ${(memory / 1e6).toFixed(1)} MB of heap and buffers`,
    `questions  ${answering.length}${undated === 0 ? "" : `, ${undated} of them without a date, which saw all documents`}`,
    `time       ${spread(answering.map(({ wall }) => wall))}`,
    `processor  ${spread(answering.map(({ processor }) => processor))}`,
    "",
  ].join("\n");
}

function add(a: TimeTaken, b: TimeTaken): TimeTaken {
  return { wall: a.wall + b.wall, processor: a.processor + b.processor };
}

function seconds({ wall, processor }: TimeTaken): string {
  return `${(wall / 1000).toFixed(2)} s (processor ${(processor / 1000).toFixed(2)} s)`;
}

function spread(milliseconds: readonly number[]): string {
  const at = (share: number) => (percentile(milliseconds, share) ?? Number.NaN).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
