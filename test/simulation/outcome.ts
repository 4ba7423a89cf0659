import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { ThreadState } from "../../src/core/thread-status.ts";
import type { Timeline } from "../../src/core/timeline.ts";
import { openFeatureStores } from "../../src/features/index.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { stateOf } from "../../src/timeline/state-of.ts";
import type { Desk } from "../helpers/open-desk.ts";
import type { Stage } from "./perform-act.ts";

/** What the app makes of a thread in the end. */
export interface ThreadOutcome {
  readonly state: ThreadState | undefined;
  /** What happened in it, as far as people did it and it is still there. */
  readonly happened: readonly string[];
}

/** What the app knows of each thread of a script that is still there, by the thread's name. */
export async function outcomeOf(desk: Desk, stage: Stage): Promise<ReadonlyMap<string, ThreadOutcome>> {
  const [installation] = desk.github.world.all("Installation");
  const { databaseId: id, name, owner } = desk.repository;
  const repository: RepositoryRef = { id, name, owner: owner.login, installation: installation?.databaseId ?? 0 };
  const now = desk.github.world.now();
  const database = await openDatabase(desk.dataFolder);
  const { timelines } = openFeatureStores(database);
  const outcomes = new Map<string, ThreadOutcome>();
  for (const [thread, { number }] of stage.threads) {
    const timeline = await timelines.findTimeline(repository, number);
    outcomes.set(thread, {
      state: timeline && stateOf(timeline, { now }),
      happened: timeline ? happened(timeline, stage) : [],
    });
  }
  await database.close();
  return outcomes;
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
