import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { publish } from "../../src/storage/docs-manifest.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { dropUnusedPages, findPages } from "../../src/storage/pages.ts";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";

it("a page that one repository no longer has stays while another is publishing it", async () => {
  const { database, remove } = await openPostgresDatabase();
  const { db } = database;
  const page = { path: "docs/a.md", sha: "1" };
  await new KnowledgeStore(database, "https://github.com", () => new Date()).putPage(page, []);
  const repository = { id: 7, owner: "acme", name: "widgets", installation: 1 };
  let dropping: Promise<void> | undefined;
  await db.transaction().execute(async (transaction) => {
    await publish(transaction, { repository, commit: "c1", site: undefined, pages: [page] });
    dropping = dropUnusedPages(db, [page]);
    await sleep(200);
  });
  await dropping;
  expect((await findPages(db, [page])).size).toBe(1);
  await remove();
});
