import type { RepositoryRef } from "../../src/core/discussion.ts";
import { TimelineStore } from "../../src/features/timeline/store/timeline-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import type { Desk } from "./open-desk.ts";

/** Look into a desk's timelines, as a second process would; the desk must be settled. */
export async function withTimelines<Answer>(
  desk: Pick<Desk, "dataFolder">,
  use: (timelines: TimelineStore, repository: RepositoryRef) => Promise<Answer>,
): Promise<Answer> {
  const database = await openDatabase(desk.dataFolder);
  try {
    const [repository] = await new RecordStore(database).repositories();
    if (!repository) throw new Error("The app serves no repository");
    return await use(new TimelineStore(database), repository);
  } finally {
    await database.close();
  }
}

/** What happened in a thread by its timeline, in order: `comment hana`, `closed`, and so on. */
export async function happened(desk: Pick<Desk, "dataFolder">, { number }: { readonly number: number }) {
  const timeline = await withTimelines(desk, (timelines, repository) => timelines.findTimeline(repository, number));
  return timeline?.entries.map((it) => (it.kind === "comment" ? `${it.actor} ${it.by ?? "ghost"}` : it.kind));
}
