import { parentPort, workerData } from "node:worker_threads";
import { openBeside } from "../storage/open-database.ts";
import { composeFinder } from "./compose-finder.ts";
import { toCrossed } from "./cross-error.ts";
import type { FinderMessage, FinderRequest, FinderSettings, FindRequest } from "./messages.ts";

// The finder's thread: it has the database to itself, on its own connection.

const settings = workerData as FinderSettings;
const database = await openBeside(settings.dataFolder);
const finder = composeFinder(database, settings, { warn });

parentPort?.on("message", (request: FinderRequest) => {
  if (request.do === "close") void close();
  else void answer(request);
});

async function answer({ id, repository, question, limit }: FindRequest): Promise<void> {
  try {
    tell({ is: "found", id, hits: await finder.find(repository, question, limit) });
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
