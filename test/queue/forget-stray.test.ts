import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";

const at = (seconds: number) => new Date(1_767_600_000_000 + seconds * 1000);
const gone = "nothing more: GoneError: Could not read the config of a/b: there is no such repository";

/** What is left of a delivery of a repository that ends so. Only repository 7 is known. */
async function leftOf(repository: number | undefined, shortfall: "gone" | undefined) {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  try {
    await database.db
      .insertInto("repositories")
      .values({ id: 7, owner: "acme", name: "widgets", installation: 1 })
      .execute();
    const inbox = new InboxStore(database, "a");
    const line = inLine("1", repository === undefined ? {} : { repository });
    await inbox.accept({ id: "1", name: "frontdesk:work", payload: { words: "acme/b" } }, line, at(0));
    await inbox.claim(at(1), 60_000);
    await inbox.finish("1", gone, at(2), shortfall);
    return await inbox.show("1");
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

describe("a delivery that ends because its repository is gone", () => {
  it("leaves nothing of it where the repository is forgotten, though it came later", async () => {
    expect(await leftOf(8, "gone")).toMatchObject({
      state: "done",
      payload: undefined,
      outcome: "nothing more; the rest was forgotten",
    });
  });

  it.each([
    ["of a repository that is there", 7, "gone" as const],
    ["of none", undefined, "gone" as const],
    ["that found all it needed", 8, undefined],
  ])("stays as it is, %s", async (_, repository, shortfall) => {
    expect(await leftOf(repository, shortfall)).toMatchObject({ payload: { words: "acme/b" }, outcome: gone });
  });
});
