import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExpiringNamesStore } from "../../src/storage/expiring-names.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { MemoryNames } from "../helpers/memory-names.ts";
import { expiringNamesContract } from "./expiring-names-contract.ts";

expiringNamesContract("SQLite", async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  const names = (kind: string) => new ExpiringNamesStore(database, kind, () => new Date(clock.now));
  const close = async () => {
    await database.close();
    await rm(folder, { recursive: true });
  };
  return { clock, one: names("a"), other: names("a"), otherKind: names("b"), close };
});

expiringNamesContract("memory", async (clock) => {
  const names = () => new MemoryNames(() => new Date(clock.now));
  const one = names();
  return { clock, one, other: one, otherKind: names(), close: async () => undefined };
});
