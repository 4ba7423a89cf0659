/** Accepts deliveries without end, and prints the id of each as soon as it is accepted. */
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { placeOf } from "./place.ts";
import { inLine } from "../../helpers/in-line.ts";

const [folder, name] = process.argv.slice(2);
if (folder === undefined || name === undefined) throw new Error("Usage: accept-until-killed <folder> <name>");

const inbox = new InboxStore(await openDatabase(placeOf(folder)), name);
for (let count = 0; ; count += 1) {
  const id = `${name}-${count}`;
  await inbox.accept(
    { id, name: "discussion", payload: { id, body: "x".repeat(2_000) } },
    inLine(`key ${count % 7}`),
    new Date(),
  );
  // Pipes are written to at once on POSIX systems, so what was printed is out even if the next thing is SIGKILL.
  process.stdout.write(`${id}\n`);
}
