/** Claims so many deliveries, prints the id of each, and then holds them without a sign of life. */
import { setTimeout as sleep } from "node:timers/promises";
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import { processHolder } from "../../../src/queue/process-holder.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { placeOf } from "./place.ts";

const [folder, count, leaseMs] = process.argv.slice(2);
if (folder === undefined) throw new Error("Usage: hold-until-killed <folder> <count> <lease in ms>");

const database = await openDatabase(placeOf(folder));
const inbox = new InboxStore(database, processHolder(database.engine));
for (let held = 0; held < Number(count); held++) {
  const delivery = await inbox.claim(new Date(), Number(leaseMs));
  process.stdout.write(`${delivery?.id}\n`);
}
await sleep(600_000);
