import { type Command, Option } from "commander";
import { percentile } from "../evaluation/measures/statistics.ts";
import type { Embedders } from "../evaluation/sets/model-similarity.ts";
import type { EvaluationSetFiles, RankFigures } from "../evaluation/sets/rank-evaluation-set.ts";
import { type DocumentKind, documentKinds } from "../evaluation/sets/shapes.ts";
import { createProgress } from "../evaluation/run/progress.ts";
import type { TimeTaken } from "../evaluation/sets/stopwatch.ts";
import { positive } from "./terminal/positive.ts";
import { printJson, writeOut } from "./terminal/print.ts";
import { quietOption } from "./terminal/quiet-option.ts";

interface RankOptions extends EvaluationSetFiles {
  readonly kind?: DocumentKind;
  readonly top: number;
  readonly nowFromQuery?: boolean;
  readonly model?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The sentence model of a folder. */
export type OpenModel = (folder: string) => Promise<Embedders>;

/**
 * `frontdesk rank`: answers the questions of one file from the documents of another, to be scored against known
 * answers; exits 2 with one line for a file that is not as it should be, which names the file and the line.
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
    .option("--json", "print what it took as one JSON object")
    .addOption(quietOption())
    .option("--model <folder>", "compare by a sentence model as well, as EMBEDDINGS_MODEL names it")
    .action(async ({ kind, top, nowFromQuery = false, model, json, quiet, ...files }: RankOptions) => {
      const progress = createProgress(process.stderr, { json, quiet });
      const { rankEvaluationSet } = await import("../evaluation/sets/rank-evaluation-set.ts");
      const options = {
        top,
        isNowFromQuery: nowFromQuery,
        ...(kind !== undefined && { kinds: new Set([kind]) }),
      };
      const embedders = model === undefined ? undefined : await openModel(model);
      progress.start("Building the index", 0);
      let isAnswering = false;
      const tell = (done: number, total: number): void => {
        if (!isAnswering) progress.start("Answering questions", total);
        isAnswering = true;
        progress.update(done, total);
      };
      try {
        const figures = await rankEvaluationSet(files, options, embedders, tell);
        progress.stop();
        if (json) printJson(toData(figures));
        else writeOut(report(figures));
      } finally {
        progress.stop();
      }
    });
}

/** For programs: seconds and milliseconds of the clock on the wall, megabytes of heap and buffers. */
function toData({ build, answering, undated }: RankFigures): object {
  const { documents, reading, indexing, fitting, memory } = build;
  const walls = answering.map(({ wall }) => wall);
  const at = (share: number) => percentile(walls, share) ?? null;
  return {
    documents,
    questions: answering.length,
    undated,
    seconds: { reading: reading.wall / 1000, indexing: indexing.wall / 1000, fitting: fitting.wall / 1000 },
    milliseconds: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    megabytes: memory / 1e6,
  };
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
