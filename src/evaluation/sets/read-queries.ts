import type { Question } from "../../core/knowledge.ts";
import { readRecords } from "./read-records.ts";
import { queryShape } from "./shapes.ts";

/** A question of a set. */
export interface EvaluationQuery {
  readonly id: string;
  readonly question: Question;
  /** Ids under which the question's own thread may stand in the corpus; it answers nothing and teaches nothing. */
  readonly own: ReadonlySet<string>;
  /** When it was asked, where known. */
  readonly date?: Date;
  /** Which part of the set it belongs to: `train`, `test`. */
  readonly split: string;
}

/**
 * The questions of a `queries.jsonl`, one JSON object a line: `id`, `title`, and where known `body`, `date`, `split`.
 * Throws `EvaluationSetError` with file and line for what is not so.
 */
export async function* readQueries(file: string): AsyncGenerator<EvaluationQuery> {
  for await (const { value } of readRecords(file, queryShape)) {
    const { id, title, body, date, split } = value;
    const name = id.replace(/^q:/u, "");
    yield {
      id,
      question: { title, body },
      own: new Set([`thread:${name}`, `issue:${name}`]),
      ...(date !== undefined && { date }),
      split,
    };
  }
}
