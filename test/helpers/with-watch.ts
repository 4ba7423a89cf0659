import type { Discussion } from "local-github-server/world";
import type { WatchedThread } from "../../src/core/thread-status.ts";
import type { WatchReads } from "../../src/features/watch/store/watch-records.ts";
import { WatchStore } from "../../src/features/watch/store/watch-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import type { Desk } from "./open-desk.ts";

/** What the app has stored of the threads it watches. */
export async function withWatch<Found>({ place }: Desk, ask: (store: WatchReads) => Promise<Found>): Promise<Found> {
  const database = await openDatabase(place);
  try {
    return await ask(new WatchStore(database));
  } finally {
    await database.close();
  }
}

/** One watched thread, as it is listed. */
export function watchedThread(desk: Desk, { number }: Discussion): Promise<WatchedThread | undefined> {
  const { databaseId: id } = desk.repository;
  const repository = { id, owner: "acme", name: "widgets", installation: 1 };
  return withWatch(desk, (store) => store.findWatched(repository, number));
}
