import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { KnowledgeItem, KnowledgeKind } from "../../../../src/core/knowledge.ts";
import type { EvaluationQuery } from "../../../../src/evaluation/sets/read-queries.ts";
import { stopWords } from "../../../../src/search/words/stop-words.ts";
import { type Engine, type EngineDeclaration, postOf, type Snapshot, textsOf } from "../engine.ts";

/**
 * SQLite's full-text index in a file, which is its snapshot too. Texts are indexed and not stored. A word that the post
 * repeats is asked for again, since a query cannot weigh its words; on long posts that finds clearly more.
 */
export const fts5: EngineDeclaration = {
  treatment: "porter tokenizer, our stop words, bm25 with titles counting six times, words joined by OR",
  learnsFromAll: false,
  create: () => new Fts5(),
  restore: (snapshot) => new Fts5(snapshot),
};

class Fts5 implements Engine {
  readonly #folder = mkdtempSync(join(tmpdir(), "fts5-"));
  readonly #file = join(this.#folder, "index.db");
  readonly #database: DatabaseSync;

  constructor(snapshot?: Snapshot) {
    if (snapshot !== undefined) writeFileSync(this.#file, snapshot);
    this.#database = new DatabaseSync(this.#file);
    this.#database.exec("pragma journal_mode = off; pragma synchronous = off");
    if (snapshot !== undefined) return;
    this.#database.exec(`
      create table names (rowid integer primary key, id text);
      create virtual table texts using fts5(
        title, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
      );
      insert into texts(texts, rank) values ('rank', 'bm25(6.0, 1.0)')`);
  }

  add(items: readonly KnowledgeItem[]): void {
    const names = this.#database.prepare("insert into names (id) values (?)");
    const texts = this.#database.prepare("insert into texts (rowid, title, text) values (?, ?, ?)");
    this.#database.exec("begin");
    for (const { id, title, text } of items.map(textsOf)) texts.run(names.run(id).lastInsertRowid, title, text);
    this.#database.exec("commit");
  }

  finish(): void {
    this.#database.exec("insert into texts(texts) values ('optimize')");
  }

  search(query: EvaluationQuery, _: KnowledgeKind, limit: number): string[] {
    const words = postOf(query)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu);
    const telling = words?.filter((word) => !stopWords.has(word)) ?? [];
    if (telling.length === 0) return [];
    return this.#database
      .prepare("select id from texts join names on names.rowid = texts.rowid where texts match ? order by rank limit ?")
      .all(telling.map((word) => `"${word}"`).join(" OR "), limit)
      .map(({ id }) => String(id));
  }

  save(): Snapshot {
    return readFileSync(this.#file);
  }

  get outside(): number {
    return statSync(this.#file).size;
  }

  close(): void {
    this.#database.close();
    rmSync(this.#folder, { recursive: true });
  }
}
