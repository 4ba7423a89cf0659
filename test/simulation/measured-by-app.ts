import { loadConfig } from "../../src/config/load.ts";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import { openFeatureStores } from "../../src/features/index.ts";
import { gatherContext } from "../../src/measures/gather/gather-context.ts";
import { gatherMeasured } from "../../src/measures/gather/gather-measured.ts";
import { measureRepository } from "../../src/measures/measure-repository.ts";
import type { MeasuredRepository } from "../../src/measures/measured-repository.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import type { Desk } from "../helpers/open-desk.ts";
import type { Stage } from "./perform-act.ts";
import type { Reckoned, Value } from "./slow-measures.ts";

/** What the app measures in a project at a time, from its records, as the second reckoning tells it. */
export async function measuredByApp(desk: Desk, stage: Stage, now: Date): Promise<Reckoned> {
  const { databaseId: id, name, owner } = desk.repository;
  const repository: RepositoryRef = { id, name, owner: owner.login, installation: 1 };
  const database = await openDatabase(desk.place);
  try {
    const records = new RecordStore(database);
    const knowledge = new KnowledgeStore(database, "https://github.com", () => now);
    const reads = { ...openFeatureStores(database), records, knowledge };
    const loaded = loadConfig((await records.findConfig(repository))?.text ?? "");
    if ("problems" in loaded) throw new Error("the config is broken");
    const context = await gatherContext(repository, loaded.config, reads, now);
    return toReckoned(await measureRepository(gatherMeasured(repository, reads), context), stage);
  } finally {
    await database.close();
  }
}

function toReckoned({ observations }: MeasuredRepository, stage: Stage): Reckoned {
  const names = new Map([...stage.threads].map(([name, { number }]) => [number, name]));
  const all = [...observations].map(([measure, observed]) => {
    const values = observed.map(({ thread, value, business = 0 }): Value => [names.get(thread) ?? "", value, business]);
    return [measure, values] as const;
  });
  return Object.fromEntries(all);
}
