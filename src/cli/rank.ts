import { type Command, InvalidArgumentError, Option } from "commander";
import { percentile, type Taken } from "../search-sets/figures.ts";
import type { RankFigures, SetFiles } from "../search-sets/rank-set.ts";
import { type SetKind, setKinds } from "../search-sets/shapes.ts";
import { writeOut } from "./terminal/print.ts";

interface RankOptions extends SetFiles {
  readonly kind?: SetKind;
  readonly top: number;
  readonly nowFromQuery?: boolean;
}

/**
 * `frontdesk rank`: answers the questions of one file from the documents of another, to be scored against known
 * answers; exits 1 with one line for a file that is not as it should be, which names the file and the line.
 */
export function register(program: Command): void {
  program
    .command("rank")
    .description("Find documents for each question of a file; print what building and asking took.")
    .requiredOption("--corpus <file>", "documents, one JSON object a line: id, kind, title, body, …")
    .requiredOption("--queries <file>", "questions, one JSON object a line: id, title, body, date")
    .requiredOption("--out <file>", "results, one JSON object a line: query, results, confidence")
    .addOption(new Option("--kind <kind>", "find documents of this kind only").choices(setKinds))
    .option("--top <n>", "at most so many results a question", positive, 50)
    .option("--now-from-query", "let each question see only documents dated before it, and undated ones")
    .action(async ({ kind, top, nowFromQuery = false, ...files }: RankOptions) => {
      const { rankSet } = await import("../search-sets/rank-set.ts");
      const figures = await rankSet(files, {
        top,
        isNowFromQuery: nowFromQuery,
        ...(kind !== undefined && { kinds: new Set([kind]) }),
      });
      writeOut(report(figures));
    });
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}

/** What people read: one line a fact. */
function report({ build, answering, undated }: RankFigures): string {
  const { documents, reading, indexing, learning, memory } = build;
  return [
    `documents  ${documents}, read in ${seconds(reading)}`,
    `build      ${seconds(add(indexing, learning))}: index ${seconds(indexing)}, latent space ${seconds(learning)}`,
    `memory     ${(memory / 1e6).toFixed(1)} MB of heap and buffers`,
    `questions  ${answering.length}${undated === 0 ? "" : `, ${undated} of them without a date, which saw all documents`}`,
    `time       ${spread(answering.map(({ wall }) => wall))}`,
    `processor  ${spread(answering.map(({ processor }) => processor))}`,
    "",
  ].join("\n");
}

function add(a: Taken, b: Taken): Taken {
  return { wall: a.wall + b.wall, processor: a.processor + b.processor };
}

function seconds({ wall, processor }: Taken): string {
  return `${(wall / 1000).toFixed(2)} s (processor ${(processor / 1000).toFixed(2)} s)`;
}

function spread(milliseconds: readonly number[]): string {
  const at = (share: number) => percentile(milliseconds, share).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
