import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { KnowledgeItem, Question } from "../../src/core/knowledge.ts";

/** A set of documents and questions on disk: `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`. */
export interface SearchSet {
  readonly items: readonly KnowledgeItem[];
  readonly queries: readonly SetQuery[];
}

export interface SetQuery {
  readonly id: string;
  readonly question: Question;
  /** Id of the document that is the question's own thread, if the set holds it. */
  readonly own: readonly string[];
  readonly split: string;
}

const documentLine = z.object({
  id: z.string(),
  kind: z.enum(["docs", "faq", "thread"]),
  title: z.string(),
  context: z.string().default(""),
  body: z.string(),
  answer: z.string().default(""),
  links: z.array(z.string()).default([]),
  date: z.string().optional(),
});

const queryLine = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string().default(""),
  split: z.string().default("test"),
});

/** Reads documents (one JSON object a line: id, kind, title, context, body, answer, links) and questions. */
export function readSet(folder: string): SearchSet {
  const documents = readLines(join(folder, "corpus.jsonl"), documentLine);
  const queries = readLines(join(folder, "queries.jsonl"), queryLine);
  return {
    items: documents.map(toItem),
    queries: queries.map(toQuery),
  };
}

/** Relevant documents by query. */
export function readLabels(folder: string): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const line of readFileSync(join(folder, "qrels.tsv"), "utf8").split("\n")) {
    const [query, document] = line.split("\t");
    if (query === undefined || document === undefined) continue;
    labels.set(query, (labels.get(query) ?? new Set()).add(document));
  }
  return labels;
}

/** Queries known to have, or known to lack, an answer of a kind. */
export function readJudged(folder: string, kind: string): Set<string> {
  const lines = readFileSync(join(folder, "answerable.tsv"), "utf8").split("\n");
  return new Set(lines.map((line) => line.split("\t")).flatMap(([query, of]) => (query && of === kind ? [query] : [])));
}

function readLines<Line>(path: string, shape: z.ZodType<Line>): Line[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => shape.parse(JSON.parse(line)));
}

function toItem(document: z.infer<typeof documentLine>): KnowledgeItem {
  const { body, code } = splitCode(document.body);
  return {
    id: document.id,
    group: document.id.replace(/#.*$/su, ""),
    kind: document.kind === "thread" ? "thread" : "docs",
    title: document.title,
    context: document.context === "" ? [] : document.context.split(" > "),
    aliases: [],
    body,
    code,
    answer: document.answer,
    links: document.links,
    ...(document.date !== undefined && { date: new Date(document.date) }),
    url: document.id,
  };
}

/** Fenced code apart from the prose, as the page cutter leaves it. */
function splitCode(markdown: string): { body: string; code: string } {
  const code: string[] = [];
  const body = markdown.replace(/^ {0,3}```[^\n]*\n([^]*?)(?:^ {0,3}```[^\n]*$|(?![^]))/gmu, (_, inner: string) => {
    code.push(inner);
    return "";
  });
  return { body, code: code.join("\n") };
}

function toQuery({ id, title, body, split }: z.infer<typeof queryLine>): SetQuery {
  const number = id.replace(/^q:/u, "");
  return {
    id,
    question: { title, body },
    own: [`thread:${number}`, `issue:${number}`],
    split,
  };
}
