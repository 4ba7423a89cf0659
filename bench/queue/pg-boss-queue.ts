import { PgBoss } from "pg-boss";
import type { Job, MeasuredQueue } from "./measured-queue.ts";

const queue = "deliveries";

/** How many of one group may be active at once over all processes: pg-boss' means against one that has everything in line. */
const maxPerInstallation = 8;

/** pg-boss 12 as it would have to be set for the inbox: the order of a key kept, installations as groups. */
export async function openPgBoss(url: string, connections: number): Promise<MeasuredQueue> {
  const boss = new PgBoss({ connectionString: url, max: connections, supervise: false, schedule: false });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  // A partition of its own keeps other queues away from its indexes.
  await boss.createQueue(queue, {
    policy: "key_strict_fifo",
    partition: true,
    retryLimit: 8,
    heartbeatSeconds: 15,
    deleteAfterSeconds: 14 * 86_400,
    notify: true,
  });
  const options = ({ id, key, installation }: Job) => ({
    id,
    singletonKey: key,
    group: { id: String(installation) },
  });
  return {
    name: "pg-boss",
    async accept(job) {
      return (await boss.send(queue, job.payload, options(job))) !== null;
    },
    async take(most) {
      const jobs = await boss.fetch<object>(queue, {
        batchSize: most,
        groupConcurrency: maxPerInstallation,
      });
      return jobs.map((job) => ({
        id: job.id,
        key: "",
        installation: Number(job.groupId),
        payload: job.data,
        ref: job,
      }));
    },
    async finish({ id }) {
      await boss.complete(queue, id);
    },
    async fail({ id }, retryInSeconds) {
      await boss.fail(queue, id);
      // A wait of its own has no option: the job's start is set once it waits for its retry.
      if (retryInSeconds !== undefined) await boss.update(queue, {}, { id, startAfter: retryInSeconds });
    },
    async fill(jobs) {
      for (let from = 0; from < jobs.length; from += 5_000) {
        await boss.insert(
          queue,
          jobs.slice(from, from + 5_000).map((job) => ({ ...options(job), data: job.payload })),
        );
      }
      await boss.getDb().executeSql("analyze");
    },
    async close() {
      await boss.stop({ graceful: false });
    },
  };
}
