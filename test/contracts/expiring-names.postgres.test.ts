import { ExpiringNamesStore } from "../../src/storage/expiring-names.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";
import { expiringNamesContract } from "./expiring-names-contract.ts";

expiringNamesContract("PostgreSQL", async (clock) => {
  const { url, drop } = await newPostgresDatabase();
  const open = () => openDatabase({ dataFolder: "", databaseUrl: url });
  const [mine, yours] = [await open(), await open()];
  const names = (database: typeof mine, kind: string) =>
    new ExpiringNamesStore(database, kind, () => new Date(clock.now));
  const close = async () => {
    await Promise.all([mine.close(), yours.close()]);
    await drop();
  };
  return { clock, one: names(mine, "a"), other: names(yours, "a"), otherKind: names(yours, "b"), close };
});
