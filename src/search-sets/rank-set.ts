import type { KnowledgeItem } from "../core/knowledge.ts";
import { startWatch, type Taken, usedBytes } from "./figures.ts";
import { readCorpus } from "./read-corpus.ts";
import { readQueries } from "./read-queries.ts";
import { type AnswerOptions, SetFinder } from "./set-finder.ts";
import { writeWhole } from "./write-whole.ts";

/** Where a set lies, and where the results go. */
export interface SetFiles {
  readonly corpus: string;
  readonly queries: string;
  readonly out: string;
}

/** What ranking a set took. */
export interface RankFigures {
  readonly build: BuildFigures;
  /** For each question. */
  readonly answering: readonly Taken[];
  /** Questions that should see only what came before them and do not say when they came: they saw everything. */
  readonly undated: number;
}

export interface BuildFigures {
  readonly documents: number;
  /** Reading and parsing the file; apart from building. */
  readonly reading: Taken;
  /** From documents to the index, words cut and stemmed. */
  readonly indexing: Taken;
  /** What is learned from all documents together. */
  readonly learning: Taken;
  /** Bytes on the heap and in array buffers that the finder holds. */
  readonly memory: number;
}

/** Documents indexed in one go, so that the texts of a large corpus are not all in memory. */
const batchSize = 500;

/**
 * Answers every question of a set, of whichever split, one JSON line each. Labels are not looked for.
 * Rejects with `SetError` for a file that is not as it should be; the results' file is then what it was before.
 */
export function rankSet(files: SetFiles, options: AnswerOptions): Promise<RankFigures> {
  return writeWhole({ file: files.out, sources: [files.corpus, files.queries] }, async (writeLine) => {
    let undated = 0;
    // A broken line is told before the work, not after it.
    for await (const { date } of readQueries(files.queries)) if (date === undefined) undated += 1;
    const { finder, build } = await buildFinder(files.corpus);
    const answering: Taken[] = [];
    for await (const query of readQueries(files.queries)) {
      const watch = startWatch();
      const line = finder.answer(query, options);
      answering.push(watch());
      await writeLine(JSON.stringify(line));
    }
    return { build, answering, undated: options.isNowFromQuery === true ? undated : 0 };
  });
}

async function buildFinder(corpus: string): Promise<{ finder: SetFinder; build: BuildFigures }> {
  const before = usedBytes();
  const finder = new SetFinder();
  const whole = startWatch();
  let indexing: Taken = { wall: 0, processor: 0 };
  for await (const batch of inBatches(readCorpus(corpus))) {
    const watch = startWatch();
    finder.add(batch);
    indexing = sum(indexing, watch(), 1);
  }
  const reading = sum(whole(), indexing, -1);
  const watch = startWatch();
  await finder.learn();
  const learning = watch();
  const memory = usedBytes() - before;
  return { finder, build: { documents: finder.size, reading, indexing, learning, memory } };
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

function sum(a: Taken, b: Taken, sign: 1 | -1): Taken {
  return { wall: a.wall + sign * b.wall, processor: a.processor + sign * b.processor };
}
