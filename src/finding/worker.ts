import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createOpenAiEmbedder } from "../embeddings/openai-embedder.ts";
import { Semantics } from "../search/semantic/semantics.ts";
import { Shelf } from "../search/shelf.ts";
import { openBeside } from "../storage/open-database.ts";
import { SqliteIndexSnapshots } from "../storage/sqlite-index-snapshots.ts";
import { SqliteKnowledgeStore } from "../storage/sqlite-knowledge-store.ts";
import { SqliteRecordStore } from "../storage/sqlite-record-store.ts";
import { SqliteVectorStore } from "../storage/sqlite-vector-store.ts";
import { toCrossed } from "./cross-error.ts";
import type { FinderMessage, FinderRequest, FinderSettings, FindRequest } from "./messages.ts";

// The finder's thread, and the second place that picks adapters: it has the database to itself, on its own connection.

/** How long the language model may take while somebody waits, and in the background, in milliseconds. */
const askingMs = 2_000;
const learningMs = 60_000;

const { dataFolder, webUrl, embeddings } = workerData as FinderSettings;
const database = await openBeside(dataFolder);
const records = new SqliteRecordStore(database);
const clock = () => new Date();
const store = new SqliteKnowledgeStore(database, webUrl, clock);
const log = { warn };
const shelf = new Shelf({
  store,
  snapshots: new SqliteIndexSnapshots(database),
  opinions: (repository) => records.opinions(repository),
  madeBy: madeBy(),
  // A turn of the event loop, in which questions to other repositories come through.
  pause: () => setImmediate(),
  ...(embeddings && { semantics: openSemantics(embeddings) }),
  log,
});

parentPort?.on("message", (request: FinderRequest) => {
  if (request.do === "close") void close();
  else void answer(request);
});

async function answer({ id, repository, question, limit }: FindRequest): Promise<void> {
  try {
    tell({ is: "found", id, hits: await shelf.find(repository, question, limit) });
  } catch (error) {
    tell({ is: "failed", id, error: toCrossed(error) });
  }
}

/** Lets the statement or transaction under way end, and leaves everything else where it is. */
async function close(): Promise<void> {
  await database.close();
  process.exit();
}

/** As everywhere, an error stands under `err` among the facts. */
function warn({ err, ...facts }: { readonly err?: unknown }, message: string): void {
  tell({ is: "warning", facts, error: err === undefined ? undefined : toCrossed(err), message });
}

function tell(message: FinderMessage): void {
  parentPort?.postMessage(message, []);
}

function openSemantics(server: NonNullable<FinderSettings["embeddings"]>): Semantics {
  return new Semantics({
    asking: createOpenAiEmbedder({ ...server, timeoutMs: askingMs }),
    learning: createOpenAiEmbedder({ ...server, timeoutMs: learningMs }),
    store: new SqliteVectorStore(database),
    items: (repository, ids) => store.items(repository, ids),
    clock,
    log,
  });
}

/** Our version, which may split words differently from another one, and that of what splits Chinese and Thai. */
function madeBy(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  return `Frontdesk ${version}, ICU ${process.versions.icu}`;
}
