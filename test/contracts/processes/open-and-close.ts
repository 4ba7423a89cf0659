/** Waits for a line on its input, so that all start together; then opens the database of a folder, or of an address, and closes it. */
import { once } from "node:events";
import { openDatabase } from "../../../src/storage/open-database.ts";

const [folder, databaseUrl] = process.argv.slice(2);
if (folder === undefined) throw new Error("Usage: open-and-close <folder> [<address>]");

process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();
const database = await openDatabase({ dataFolder: folder, ...(databaseUrl && { databaseUrl }) });
await database.db.selectFrom("deliveries").select("seq").execute();
await database.close();
