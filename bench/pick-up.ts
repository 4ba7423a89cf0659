/** How soon a process claims what another one has accepted, on PostgreSQL: from the call of `accept` to the claim. */
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "../local-postgres/start-postgres.ts";
import { InboxStore } from "../src/queue/inbox-store.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { print, spread } from "./figures.ts";

const times = 100;
const leaseMs = 15_000;

const server = await startPostgres({ durable: true });
const { url: databaseUrl } = await server.newDatabase();
const [web, work] = [
  await openDatabase({ dataFolder: "", databaseUrl }),
  await openDatabase({ dataFolder: "", databaseUrl }),
];
try {
  const [accepting, working] = [new InboxStore(web, "web"), new InboxStore(work, "work")];
  let heard = (): void => undefined;
  working.hearArrivals(() => heard());
  await sleep(1_000);
  const accepted: number[] = [];
  const claimed: number[] = [];
  for (let time = 0; time < times; time++) {
    const { promise: called, resolve } = Promise.withResolvers<void>();
    heard = resolve;
    const id = `d${time}`;
    const from = performance.now();
    await accepting.accept(
      { id, name: "discussion", payload: {} },
      { orderKey: id, installation: 1, priority: 1 },
      new Date(),
    );
    accepted.push(performance.now() - from);
    await called;
    const delivery = await working.claim(new Date(), leaseMs);
    claimed.push(performance.now() - from);
    if (delivery?.id !== id) throw new Error("The call came before what it tells of could be claimed.");
    await working.finish(id, "done", new Date());
    await sleep(30);
  }
  print("accepted", spread(accepted));
  print("claimed by another process", spread(claimed));
} finally {
  await web.close();
  await work.close();
  await server.stop();
}
