import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { startPostgres } from "../../local-postgres/start-postgres.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { nothing } from "../../src/core/plan.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";

/** Kills one of the server's processes: it ends all, and comes up with what it had written to disk and no more. */
async function crash({ db }: Database): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  process.kill(Number(rows[0]?.pid), "SIGKILL");
  for (;;) {
    await sleep(100);
    const isUp = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
}

it("a server that crashes loses nothing that was acknowledged, no kept plan and no step before another one", async () => {
  // So long that commits which do not wait for the disk are surely not there yet.
  const server = await startPostgres({ durable: true, settings: { wal_writer_delay: "10s", autovacuum: "off" } });
  const { url } = await server.newDatabase();
  const database = await openDatabase({ dataFolder: "", databaseUrl: url });
  const now = new Date(1_767_600_000_000);
  const later = new Date(now.getTime() + 60_000);
  const inbox = new InboxStore(database, "a");
  const ids = Array.from({ length: 30 }, (_, index) => `d${index}`);
  for (const id of ids) await inbox.accept({ id, name: "n", payload: { id } }, inLine(`key ${id}`), now);

  const [planned, ...others] = ids;
  if (planned === undefined) throw new Error("There is none.");
  expect(await inbox.claim(now, 15_000)).toMatchObject({ id: planned });
  const plan = { ...nothing("three steps"), actions: [{ do: "a" }, { do: "b" }, { do: "c" }] };
  await inbox.keepPlan(planned, "stage", plan);
  await inbox.markDone(planned, "stage", 0);
  await inbox.markDone(planned, "stage", 1);
  await inbox.markDone(planned, "stage", 2, true);
  for (const id of others.slice(0, 20)) {
    expect(await inbox.claim(now, 15_000)).toMatchObject({ id });
    await inbox.finish(id, "done", now);
  }
  await crash(database);

  const after = await inbox.list({ limit: 100 });
  expect(after.map(({ id }) => id).toReversed()).toEqual(ids);
  // What was not on disk yet is as if it had not been claimed: otherwise this would try nothing.
  expect(after.filter(({ state }) => state === "done").length).toBeLessThan(20);
  const shown = await inbox.show(planned);
  expect(shown).toMatchObject({ state: "running", plans: { stage: { plan } } });
  expect(shown?.plans["stage"]?.done.slice(0, 2)).toEqual([0, 1]);

  // Whoever believes to have it still is told so before it does anything.
  const again = new InboxStore(database, "b");
  const lost = after.find(({ state }) => state === "waiting");
  await expect(inbox.keepPlan(lost?.id ?? "", "stage", plan)).rejects.toThrow("is not in our hands");
  const handled: string[] = [];
  for (;;) {
    const it = await again.claim(later, 15_000);
    if (!it) break;
    handled.push(it.id);
    await again.finish(it.id, "done", later);
  }
  const doneBefore = after.filter(({ state }) => state === "done").map(({ id }) => id);
  expect([...handled, ...doneBefore].toSorted()).toEqual(ids.toSorted());
  await database.close();
  await server.stop();
});
