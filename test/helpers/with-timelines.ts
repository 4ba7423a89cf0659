import { randomUUID } from "node:crypto";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { SupportEvent } from "../../src/core/event.ts";
import { acceptEvent } from "../../src/pipeline/accept.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { processHolder } from "../../src/queue/process-holder.ts";
import { ProgressStore } from "../../src/features/timeline/store/progress-store.ts";
import { TimelineStore } from "../../src/features/timeline/store/timeline-store.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import type { Desk } from "./open-desk.ts";

/** Look into a desk's timelines, as a second process would; the desk must be settled. */
export async function withTimelines<Answer>(
  desk: Pick<Desk, "place">,
  use: (timelines: TimelineStore, repository: RepositoryRef) => Promise<Answer>,
): Promise<Answer> {
  return withDatabase(desk, (database, repository) => use(new TimelineStore(database), repository));
}

async function withDatabase<Answer>(
  { place }: Pick<Desk, "place">,
  use: (database: Database, repository: RepositoryRef) => Promise<Answer>,
): Promise<Answer> {
  const database = await openDatabase(place);
  try {
    const [repository] = await new RecordStore(database).repositories();
    if (!repository) throw new Error("The app serves no repository");
    return await use(database, repository);
  } finally {
    await database.close();
  }
}

/** The same with how far history and sweeps are. */
export async function withProgress<Answer>(
  desk: Pick<Desk, "place">,
  use: (progress: ProgressStore, repository: RepositoryRef) => Promise<Answer>,
): Promise<Answer> {
  return withDatabase(desk, (database, repository) => use(new ProgressStore(database), repository));
}

/** Puts an event into a desk's inbox, as a second process would; the app finds it within a second. */
export async function putIntoInbox(
  desk: Pick<Desk, "place">,
  toEvent: (repository: RepositoryRef) => SupportEvent,
): Promise<void> {
  await withDatabase(desk, async (database, repository) => {
    const inbox = new InboxStore(database, processHolder(database.engine));
    const deps = { inbox, clock: () => new Date(), wake: () => undefined };
    await acceptEvent(`test:${randomUUID()}`, toEvent(repository), deps);
  });
}

/** What happened in a thread by its timeline, in order: `comment hana`, `closed`, and so on. */
export async function happened(desk: Pick<Desk, "place">, { number }: { readonly number: number }) {
  const timeline = await withTimelines(desk, (timelines, repository) => timelines.findTimeline(repository, number));
  return timeline?.entries.map((it) => (it.kind === "comment" ? `${it.actor} ${it.by ?? "ghost"}` : it.kind));
}

/** How many deliveries of this kind there were. */
export async function deliveriesOf(desk: Pick<Desk, "place">, kind: string): Promise<number> {
  return withDatabase(desk, async (database) => {
    const entries = await new InboxStore(database, processHolder(database.engine)).list({ limit: 10_000 });
    return entries.filter(({ action }) => action === kind).length;
  });
}
