import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Log } from "../core/log.ts";
import type { Embedder } from "../core/finder.ts";
import { createOpenAiEmbedder } from "../embeddings/openai-embedder.ts";
import { createFolderEmbedders } from "../embeddings/sentence-model/folder-embedders.ts";
import { SemanticSearch } from "../search/semantic/semantic-search.ts";
import { IndexPool } from "../search/index-pool.ts";
import type { Database, DatabasePlace } from "../storage/open-database.ts";
import { SnapshotStore } from "../storage/snapshot-store.ts";
import { KnowledgeStore } from "../storage/knowledge-store.ts";
import { RecordStore } from "../storage/record-store.ts";
import { VectorStore } from "../storage/vector-store.ts";

/** What the finder has to know when it starts. */
export interface FinderSettings extends DatabasePlace {
  /** GitHub's address for people, such as `https://github.com`. */
  readonly webUrl: string;
  /** The language model; missing where search goes by words alone. */
  readonly embeddings?: EmbeddingsPlace;
}

/** A server of language models, or the folder of a model that runs in this process. */
type EmbeddingsPlace =
  { readonly url: string; readonly model: string; readonly key: string | undefined } | { readonly folder: string };

/** How long the language model may take while somebody waits, and in the background, in milliseconds. */
const questionMs = 2_000;
const itemsMs = 60_000;

/**
 * The finder over a database, on the thread that calls: the second place that picks adapters. The app runs it on a
 * worker thread of its own; tests, which have small indexes and start many apps, run it beside the app.
 */
export function composeFinder(
  database: Database,
  { webUrl, embeddings }: Omit<FinderSettings, keyof DatabasePlace>,
  log: Pick<Log, "warn">,
): IndexPool {
  const records = new RecordStore(database);
  const clock = () => new Date();
  const store = new KnowledgeStore(database, webUrl, clock);
  const createSemanticSearch = (place: EmbeddingsPlace) => {
    const { question, item } = createEmbedders(place);
    return new SemanticSearch({
      questionEmbedder: question,
      itemEmbedder: item,
      store: new VectorStore(database),
      items: (repository, ids) => store.items(repository, ids),
      clock,
      log,
    });
  };
  return new IndexPool({
    store,
    snapshots: new SnapshotStore(database),
    opinions: (repository) => records.opinions(repository),
    madeBy: madeBy(),
    // A turn of the event loop, in which questions to other repositories come through.
    yieldToEventLoop: () => setImmediate(),
    ...(embeddings && { semanticSearch: createSemanticSearch(embeddings) }),
    log,
  });
}

function createEmbedders(place: EmbeddingsPlace): { readonly question: Embedder; readonly item: Embedder } {
  if ("folder" in place) return createFolderEmbedders({ folder: place.folder, maxQuestionMs: questionMs });
  return {
    question: createOpenAiEmbedder({ ...place, timeoutMs: questionMs }),
    item: createOpenAiEmbedder({ ...place, timeoutMs: itemsMs }),
  };
}

/** Our version, which may split words differently from another one, and that of what splits Chinese and Thai. */
function madeBy(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  return `Frontdesk ${version}, ICU ${process.versions.icu}`;
}
