import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeLines } from "../../src/evaluation/sets/write-lines.ts";
import type { Answerable, EvaluationSet, ExtractedSet, SetDocument, SetQuery } from "./evaluation-set.ts";
import { setReadMe } from "./set-read-me.ts";
import { SetError } from "./set-error.ts";

/**
 * Writes a set into a folder, which is made where it is missing: `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`,
 * `answerable.tsv`, `README.md`. Ordered by id, so that the same set is the same bytes. Rejects with `SetError` for
 * an id that is there twice and for a label of what is not there, before anything is written.
 */
export async function writeSet(folder: string, set: EvaluationSet, extracted: ExtractedSet): Promise<void> {
  const documents = byId(extracted.documents);
  const queries = byId(extracted.queries);
  const answerable = extracted.answerable ?? answerableByLabels(extracted);
  mustBeWhole(extracted, documents, queries);
  await mkdir(folder, { recursive: true });
  await writeRows(join(folder, "corpus.jsonl"), documents.map(toLine));
  await writeRows(join(folder, "queries.jsonl"), queries.map(toLine));
  await writeRows(
    join(folder, "qrels.tsv"),
    ordered(extracted.labels.map(({ query, document, grade }) => [query, document, grade])),
  );
  await writeRows(
    join(folder, "answerable.tsv"),
    ordered(answerable.map(({ query, kind, isAnswerable }) => [query, kind, isAnswerable ? 1 : 0])),
  );
  await writeFile(join(folder, "README.md"), setReadMe(set, { ...extracted, answerable }));
}

function byId<Record extends { readonly id: string }>(records: readonly Record[]): readonly Record[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Each question has answers of the kinds of its labels. */
function answerableByLabels({ documents, labels }: ExtractedSet): readonly Answerable[] {
  const kindOf = new Map(documents.map(({ id, kind }) => [id, kind]));
  const known = new Map<string, Answerable>();
  for (const { query, document } of labels) {
    const kind = kindOf.get(document);
    if (kind !== undefined) known.set(`${query}\t${kind}`, { query, kind, isAnswerable: true });
  }
  return [...known.values()];
}

function mustBeWhole(
  { labels, answerable = [] }: ExtractedSet,
  documents: readonly SetDocument[],
  queries: readonly SetQuery[],
): void {
  const documentIds = uniqueIds(documents);
  const queryIds = uniqueIds(queries);
  if (documentIds.size === 0) throw new SetError("The set has no documents.");
  if (queryIds.size === 0) throw new SetError("The set has no questions.");
  for (const { query, document } of labels) {
    if (!queryIds.has(query)) throw new SetError(`A label names the question "${query}", which is not there.`);
    if (!documentIds.has(document)) throw new SetError(`A label names the document "${document}", which is not there.`);
  }
  for (const { query } of answerable)
    if (!queryIds.has(query)) throw new SetError(`"${query}" is called answerable or not, and is not there.`);
}

function uniqueIds(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of records) {
    if (ids.has(id)) throw new SetError(`The id "${id}" is there twice.`);
    // Labels are rows of columns.
    if (/[\t\r\n]/u.test(id)) throw new SetError(`The id ${JSON.stringify(id)} holds a tab or a line end.`);
    ids.add(id);
  }
  return ids;
}

function toLine(record: SetDocument | SetQuery): string {
  const fields = "context" in record ? { ...record, context: record.context?.join(" > ") } : record;
  return escapeSeparators(JSON.stringify(fields).toWellFormed());
}

/** U+2028 and U+2029 are allowed in JSON, and end a line for some readers of lines, Node's `readline` among them. */
function escapeSeparators(json: string): string {
  return json.replaceAll("\u2028", String.raw`\u2028`).replaceAll("\u2029", String.raw`\u2029`);
}

function ordered(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  return [...new Set(rows.map((row) => row.join("\t")))].sort();
}

async function writeRows(file: string, rows: readonly string[]): Promise<void> {
  await writeLines({ file, sources: [] }, async (write) => {
    for (const row of rows) await write(row);
  });
}
