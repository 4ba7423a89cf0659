import { SnapshotStore } from "../../src/storage/snapshot-store.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { snapshotStoreContract } from "./snapshot-store-contract.ts";

snapshotStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  const { db } = database;
  return {
    snapshots: new SnapshotStore(database),
    knowledge: new KnowledgeStore(database, "https://github.com/", () => new Date()),
    async pieces() {
      const rows = await db.selectFrom("snapshot_pieces").select("piece").execute();
      return rows.length;
    },
    async keepHalf({ id }) {
      const { begun = 0 } =
        (await db.selectFrom("snapshots").select("begun").where("repository", "=", id).executeTakeFirst()) ?? {};
      const half = { repository: id, edition: begun + 1, bytes: new Uint8Array(100) };
      if (begun === 0) await db.insertInto("snapshots").values({ repository: id, begun: 1 }).execute();
      else
        await db
          .updateTable("snapshots")
          .set({ begun: begun + 1 })
          .where("repository", "=", id)
          .execute();
      for (const piece of [0, 1, 2])
        await db
          .insertInto("snapshot_pieces")
          .values({ ...half, piece })
          .execute();
    },
    close: () => database.close(),
  };
});
