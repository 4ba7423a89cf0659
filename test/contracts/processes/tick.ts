/** Waits for a line on its input, so that all start together; then makes the ticks of one moment, given in milliseconds. */
import { once } from "node:events";
import { Schedule } from "../../../src/pipeline/schedule.ts";
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { placeOf } from "./place.ts";

const [folder, name, at] = process.argv.slice(2);
if (folder === undefined || name === undefined) throw new Error("Usage: tick <folder> <name> <time>");

const database = await openDatabase(placeOf(folder));
const inbox = new InboxStore(database, name);
const unused = { error: () => undefined } as never;
const schedule = new Schedule({ inbox, clock: () => new Date(Number(at)), wake: () => undefined, log: unused });
process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();
await schedule.tick();
await database.close();
