/** Waits for a line on its input, so that all start together; then opens the database of a folder and closes it. */
import { once } from "node:events";
import { openDatabase } from "../../../src/storage/open-database.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Usage: open-and-close <folder>");

process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();
const database = await openDatabase({ dataFolder: folder });
await database.db.selectFrom("deliveries").select("seq").execute();
await database.close();
