import { describe, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { readInboxHealth } from "../../src/queue/inbox-health.ts";
import { inLine } from "../helpers/in-line.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const at = (seconds: number) => new Date(1_767_600_000_000 + seconds * 1000);

async function openInbox(onTestFinished: (end: () => Promise<void>) => void) {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  onTestFinished(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });
  const inbox = new InboxStore(database, "a");
  const accept = async (id: string, seconds: number, name = "discussion") =>
    inbox.accept({ id, name, payload: {} }, inLine(id), at(seconds));
  return { inbox, accept, healthAt: (seconds: number) => readInboxHealth(database.db, at(seconds)) };
}

describe("the health of an inbox", () => {
  it("is nothing in particular where nothing has come", async ({ onTestFinished }) => {
    const { healthAt } = await openInbox(onTestFinished);
    expect(await healthAt(0)).toEqual({ oldestWaiting: undefined, lastWebhook: undefined, stuck: 0 });
  });

  it("knows since when the oldest waits that is due, and no other", async ({ onTestFinished }) => {
    const { inbox, accept, healthAt } = await openInbox(onTestFinished);
    await accept("1", 0);
    await inbox.claim(at(1), 1_000);
    await inbox.fail("1", "too fast", at(1), at(100), "wait");
    await accept("2", 10);
    await accept("3", 20);
    expect(await healthAt(30)).toMatchObject({ oldestWaiting: at(10) });
    // What was put back is due again.
    expect(await healthAt(100)).toMatchObject({ oldestWaiting: at(0) });
    await inbox.claim(at(30), 1_000);
    expect(await healthAt(30)).toMatchObject({ oldestWaiting: at(20) });
  });

  it("knows when the newest webhook came, whatever of our own came since", async ({ onTestFinished }) => {
    const { accept, healthAt } = await openInbox(onTestFinished);
    await accept("1", 5);
    await accept("tick", 50, "frontdesk");
    expect(await healthAt(60)).toMatchObject({ lastWebhook: at(5) });
  });

  it("counts leases that ran out and that nobody takes up", async ({ onTestFinished }) => {
    const { inbox, accept, healthAt } = await openInbox(onTestFinished);
    await accept("1", 0);
    await inbox.claim(at(0), 10_000);
    expect(await healthAt(70)).toMatchObject({ stuck: 0 });
    expect(await healthAt(71)).toMatchObject({ stuck: 1 });
  });
});
