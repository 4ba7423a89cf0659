import type { Settings } from "./config/settings.ts";
import type { RepositoryRows } from "./core/repository-rows.ts";
import type { Clock } from "./core/clock.ts";
import type { OldRecords } from "./core/retention.ts";
import { openFeatureStores } from "./features/index.ts";
import { createMeasurer } from "./measure-thread/compose-measurer.ts";
import { readInboxHealth } from "./queue/inbox-health.ts";
import { PersonForgetting } from "./queue/person-forgetting.ts";
import { processHolder } from "./queue/process-holder.ts";
import { InboxStore } from "./queue/inbox-store.ts";
import { BudgetStore } from "./storage/budget-store.ts";
import { openDatabase } from "./storage/open-database.ts";
import { writeProbe } from "./storage/write-probe.ts";
import { ExpiringNamesStore } from "./storage/expiring-names.ts";
import { KnowledgeStore } from "./storage/knowledge-store.ts";
import { VisibilityStore } from "./storage/visibility-store.ts";
import { SnapshotStore } from "./storage/snapshot-store.ts";
import { VectorStore } from "./storage/vector-store.ts";
import { ForgottenPeopleStore } from "./storage/people/forgotten-people-store.ts";
import { forgetOld } from "./storage/forget-old.ts";
import { RecordStore } from "./storage/record-store.ts";

/** The database with all that is kept in it. */
export async function composeStores(
  { webUrl, ...place }: Pick<Settings, "dataFolder" | "databaseUrl" | "webUrl">,
  clock: Clock,
) {
  const database = await openDatabase(place);
  const holder = processHolder(database.engine);
  const inbox = new InboxStore(database, holder);
  const people = new ForgottenPeopleStore(database);
  const featureStores = openFeatureStores(database);
  const knowledge = new KnowledgeStore(database, webUrl, clock);
  const records = new RecordStore(database);
  // Knowledge first: no snapshot and no vector is kept of what is forgotten.
  const indexStores = [new SnapshotStore(database), new VectorStore(database)];
  const repositoryRows: readonly RepositoryRows[] = [
    knowledge,
    ...indexStores,
    records,
    ...Object.values(featureStores),
  ];
  return {
    database,
    inbox,
    budgets: new BudgetStore(database),
    /** This process, among all that use the database. */
    holder,
    knowledge,
    records,
    people,
    visibility: new VisibilityStore(database),
    /** For `frontdesk forget`. */
    forgetting: new PersonForgetting({ people, inbox, reclaim: () => database.reclaim() }, clock),
    ...featureStores,
    stores: featureStores,
    /** Measures by these stores, on the thread that calls: for commands. The app has a thread for it. */
    measurer: createMeasurer({ ...featureStores, records, knowledge }, clock),
    repositoryRows,
    forgetOld: (what: OldRecords) =>
      what.of === "deliveries" ? inbox.forgetDone(new Date(what.before)) : forgetOld(database.db, what),
    writeProblem: writeProbe(database),
    /** Names of a kind that count until a time, for all processes. */
    namesUntil: (kind: string) => new ExpiringNamesStore(database, kind, clock),
    inboxHealth: () => readInboxHealth(database.db, clock()),
    close: () => database.close(),
  };
}
