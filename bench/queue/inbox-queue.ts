import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { ClaimedDelivery, InFlight } from "../../src/core/inbox.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import type { Job, MeasuredQueue } from "./measured-queue.ts";

const leaseMs = 15_000;
const maxPerInstallation = 8;

/** The inbox as the worker uses it. Its pool of connections is what it is, however many callers there are. */
export async function openInbox(databaseUrl: string): Promise<MeasuredQueue> {
  const database = await openDatabase({ dataFolder: "", databaseUrl });
  const inbox = new InboxStore(database, `bench|${randomUUID()}`);
  const inHand = new Map<string, ClaimedDelivery>();
  const turns = new Map<number, number>();
  let turn = 0;
  const inFlight: InFlight = {
    get deliveries() {
      return [...inHand.values()];
    },
    maxOf: () => maxPerInstallation,
    lastTurnOf: (installation) => turns.get(installation) ?? 0,
  };
  const position = ({ key, installation }: Job) => ({ orderKey: key, installation, priority: 1 });
  return {
    name: "inbox",
    accept: (job) => inbox.accept({ id: job.id, name: "discussion", payload: job.payload }, position(job), new Date()),
    async take(most) {
      const taken: Job[] = [];
      while (taken.length < most) {
        const claimed = await inbox.claim(new Date(), leaseMs, inFlight);
        if (claimed === undefined) break;
        inHand.set(claimed.id, claimed);
        turns.set(claimed.installation, ++turn);
        taken.push({ id: claimed.id, key: "", installation: claimed.installation, payload: Object(claimed.payload) });
      }
      return taken;
    },
    async finish({ id }) {
      await inbox.finish(id, "done", new Date());
      inHand.delete(id);
    },
    async fail({ id }, retryInSeconds) {
      const now = new Date();
      const retryAt = retryInSeconds === undefined ? undefined : new Date(now.getTime() + retryInSeconds * 1_000);
      await inbox.fail(id, "failed", now, retryAt, "failure");
      inHand.delete(id);
    },
    async fill(jobs) {
      const at = Date.now();
      for (let from = 0; from < jobs.length; from += 2_000) {
        const rows = jobs.slice(from, from + 2_000).map(({ id, key, installation }) => ({
          id,
          name: "discussion",
          order_key: key,
          installation,
          state: "waiting" as const,
          attempts: 0,
          received_at: at,
          run_at: at,
        }));
        await database.db.transaction().execute(async (transaction) => {
          const stored = await transaction.insertInto("deliveries").values(rows).returning("seq").execute();
          const payloads = stored.map(({ seq }) => ({ delivery: seq, payload: "{}" }));
          await transaction.insertInto("delivery_payloads").values(payloads).execute();
        });
      }
      await sql`analyze`.execute(database.db);
    },
    close: () => database.close(),
  };
}
