import type { KnowledgeItem } from "../../core/knowledge.ts";
import { startStopwatch, type TimeTaken, usedBytes } from "./stopwatch.ts";
import { type CompareByModel, type Embedders, readByModel } from "./model-similarity.ts";
import { readCorpus } from "./read-corpus.ts";
import { type EvaluationQuery, readQueries } from "./read-queries.ts";
import { type AnswerOptions, EvaluationFinder, type RunLine } from "./evaluation-finder.ts";
import { writeLines } from "./write-lines.ts";

/** Where a set lies, and where the results go. */
export interface EvaluationSetFiles {
  readonly corpus: string;
  readonly queries: string;
  readonly out: string;
}

/** What ranking a set took. */
export interface RankFigures {
  readonly build: BuildFigures;
  /** For each question. */
  readonly answering: readonly TimeTaken[];
  /** Questions that should see only what came before them and do not say when they came: they saw everything. */
  readonly undated: number;
}

export interface BuildFigures {
  readonly documents: number;
  /** Reading and parsing the file; apart from building. */
  readonly reading: TimeTaken;
  /** From documents to the index, words cut and stemmed. */
  readonly indexing: TimeTaken;
  /** Fitting the latent space. */
  readonly fitting: TimeTaken;
  /** Bytes on the heap and in array buffers that the finder holds. */
  readonly memory: number;
}

/** Documents indexed in one go, so that the texts of a large corpus are not all in memory. */
const batchSize = 500;

/**
 * Answers every question of a set, of whichever split, one JSON line each. Labels are not read. A `model` reads all
 * documents first, and each question as it comes.
 * Rejects with `EvaluationSetError` for a file that is not as it should be; the results' file is then what it was before.
 */
export function rankEvaluationSet(
  files: EvaluationSetFiles,
  options: AnswerOptions,
  model?: Embedders,
  onAnswered: (done: number, total: number) => void = () => undefined,
): Promise<RankFigures> {
  return writeLines({ file: files.out, sources: [files.corpus, files.queries] }, async (writeLine) => {
    let undated = 0;
    let total = 0;
    // A broken line is told before the work, not after it.
    for await (const { date } of readQueries(files.queries)) {
      total += 1;
      if (date === undefined) undated += 1;
    }
    const { finder, build } = await buildFinder(files.corpus);
    const compare = model && (await readByModel(await all(readCorpus(files.corpus)), model));
    const answering: TimeTaken[] = [];
    for await (const query of readQueries(files.queries)) {
      const watch = startStopwatch();
      const line = finder.answer(query, { ...options, ...(await byModel(query, compare)) });
      answering.push(watch());
      await writeLine(toJsonLine(line));
      onAnswered(answering.length, total);
    }
    return { build, answering, undated: options.isNowFromQuery === true ? undated : 0 };
  });
}

async function byModel(
  { question }: EvaluationQuery,
  compare: CompareByModel | undefined,
): Promise<Pick<AnswerOptions, "semantic" | "alsoConsider">> {
  if (!compare) return {};
  const { similarity, nearest } = await compare(question);
  return { semantic: similarity, alsoConsider: nearest };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

/** Whoever reads the run may take U+2028 and U+2029 for ends of lines, as Node's `readline` does: they are escaped. */
function toJsonLine(line: RunLine): string {
  return JSON.stringify(line).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

async function buildFinder(corpus: string): Promise<{ finder: EvaluationFinder; build: BuildFigures }> {
  const before = usedBytes();
  const finder = new EvaluationFinder();
  const total = startStopwatch();
  let indexing: TimeTaken = { wall: 0, processor: 0 };
  for await (const batch of inBatches(readCorpus(corpus))) {
    const watch = startStopwatch();
    finder.add(batch);
    indexing = sum(indexing, watch(), 1);
  }
  const reading = sum(total(), indexing, -1);
  const watch = startStopwatch();
  await finder.fit();
  const fitting = watch();
  const memory = usedBytes() - before;
  return { finder, build: { documents: finder.size, reading, indexing, fitting, memory } };
}

async function* inBatches(items: AsyncIterable<KnowledgeItem>): AsyncGenerator<KnowledgeItem[]> {
  let batch: KnowledgeItem[] = [];
  for await (const item of items) {
    if (batch.push(item) < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function sum(a: TimeTaken, b: TimeTaken, sign: 1 | -1): TimeTaken {
  return { wall: a.wall + sign * b.wall, processor: a.processor + sign * b.processor };
}
