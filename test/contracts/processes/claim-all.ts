/** Waits for a line on its input, so that all start together; then claims and finishes all there is, printing each id. */
import { once } from "node:events";
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { placeOf } from "./place.ts";

const [folder, name] = process.argv.slice(2);
if (folder === undefined || name === undefined) throw new Error("Usage: claim-all <folder> <name>");

const database = await openDatabase(placeOf(folder));
const inbox = new InboxStore(database, name);
process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();

for (;;) {
  const delivery = await inbox.claim(new Date(), 60_000);
  if (delivery !== undefined) {
    process.stdout.write(`${delivery.id}\n`);
    await inbox.finish(delivery.id, `done by ${name}`, new Date());
  } else if ((await inbox.nextRunAt()) === undefined) {
    break;
  }
}
await database.close();
