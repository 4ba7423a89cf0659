import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files of a set in a folder of their own. Objects become lines of JSON; text stands as it is. */
export class OwnSet {
  readonly folder = mkdtempSync(join(tmpdir(), "set-"));
  readonly corpus = join(this.folder, "corpus.jsonl");
  readonly queries = join(this.folder, "queries.jsonl");
  readonly out = join(this.folder, "run.jsonl");

  constructor(corpus: Content, queries: Content) {
    this.write(this.corpus, corpus);
    this.write(this.queries, queries);
  }

  /** The run as it was written, ids only. */
  found(): Record<string, string[]> {
    const lines = readFileSync(this.out, "utf8").trimEnd().split("\n");
    const run = lines.map((line): { query: string; results: { id: string }[] } => JSON.parse(line));
    return Object.fromEntries(run.map(({ query, results }) => [query, results.map(({ id }) => id)]));
  }

  names(): string[] {
    return readdirSync(this.folder).sort();
  }

  write(file: string, content: Content): void {
    const isLines = typeof content !== "string" && !(content instanceof Uint8Array);
    writeFileSync(file, isLines ? content.map((line) => `${JSON.stringify(line)}\n`).join("") : content);
  }
}

type Content = string | Uint8Array | readonly object[];
