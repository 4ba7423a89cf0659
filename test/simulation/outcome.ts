import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { WatchedThread } from "../../src/core/thread-status.ts";
import type { Timeline } from "../../src/core/timeline.ts";
import { openFeatureStores } from "../../src/features/index.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import type { Desk } from "../helpers/open-desk.ts";
import type { Stage } from "./perform-act.ts";

/** What differs from one world to another, and what was last read of labels whose webhooks were lost. */
type NotCompared = "url" | "id" | "number" | "reckonedFrom";

/** What the app makes of a thread in the end. */
export interface ThreadOutcome {
  /** Its state, its priority, what is due when, and what was missed. */
  readonly watched: Omit<WatchedThread, NotCompared> | undefined;
  /** What happened in it, as far as people did it and it is still there. */
  readonly happened: readonly string[];
  /** Labels of the discussion, but for those of calls. */
  readonly labels: readonly string[];
  /** What somebody was called for: the step, the clock and when it was due, and the labels that say so. */
  readonly calls: readonly string[];
}

/** Labels that show that somebody was called. */
export const callLabels = { near: "due soon", breach: "overdue" } as const;

/** What the app knows of each thread of a script that is still there, by the thread's name. */
export async function outcomeOf(desk: Desk, stage: Stage): Promise<ReadonlyMap<string, ThreadOutcome>> {
  const [installation] = desk.github.world.all("Installation");
  const { databaseId: id, name, owner } = desk.repository;
  const repository: RepositoryRef = { id, name, owner: owner.login, installation: installation?.databaseId ?? 0 };
  const database = await openDatabase(desk.place);
  const { timelines, watch, onCall } = openFeatureStores(database);
  const outcomes = new Map<string, ThreadOutcome>();
  for (const [thread, { number, labels }] of stage.threads) {
    const names = labels.map(({ name }) => name).toSorted();
    const timeline = await timelines.findTimeline(repository, number);
    const watched = await watch.findWatched(repository, number);
    const notices = await onCall.noticesOf(repository, [number]);
    outcomes.set(thread, {
      watched: watched && compared(watched),
      happened: timeline ? happened(timeline, stage) : [],
      labels: names.filter((it) => !isOfCall(it)),
      calls: [
        ...notices.map(({ clock, dueAt, step }) => `${step} ${clock} ${dueAt.toISOString()}`).toSorted(),
        ...names.filter(isOfCall),
      ],
    });
  }
  await database.close();
  return outcomes;
}

function compared({ url: _url, id: _id, number: _number, reckonedFrom: _from, ...it }: WatchedThread) {
  return it;
}

function isOfCall(label: string): boolean {
  return label === callLabels.near || label === callLabels.breach;
}

function happened({ entries }: Timeline, stage: Stage): readonly string[] {
  return entries.flatMap((it) => {
    const at = it.at.toISOString().slice(0, 19);
    if (it.kind !== "comment") return [`${at} ${it.kind}`];
    if (it.isDeleted || it.actor === "bot") return [];
    const sense = it.isThanks ? "thanks" : it.isCommand ? "command" : "word";
    return [`${at} ${stage.nameOf(it.id)} ${it.by} (${it.actor}, ${sense})`];
  });
}
