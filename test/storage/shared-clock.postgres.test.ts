import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../src/core/clock.ts";
import { isGoneHolder, processHolder } from "../../src/queue/process-holder.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { SharedClock } from "../../src/storage/shared-clock.ts";
import { inLine } from "../helpers/in-line.ts";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";

let database: Database;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ database, remove } = await openPostgresDatabase());
});
afterAll(() => remove());

/** The clock of a process on a machine whose own is wrong by so much. */
async function clockOf(wrongMs: number): Promise<SharedClock> {
  const clock = new SharedClock(
    () => Date.now() + wrongMs,
    () => performance.now(),
  );
  await clock.follow(database);
  return clock;
}

describe("a process whose machine's clock is wrong", () => {
  it.each([-hourMs, -10 * minuteMs, 10 * minuteMs, hourMs])(
    "has the server's time, with %i ms of error",
    async (wrong) => {
      const clock = await clockOf(wrong);
      expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(2_000);
      clock.stop();
    },
  );

  it("takes nothing from those that live when it starts", async () => {
    const right = await clockOf(0);
    const [place] = processHolder("postgres").split("|");
    // Our parent lives.
    const working = new InboxStore(database, `${place}|${process.ppid}|a`);
    for (const id of ["1", "2"]) {
      await working.accept({ id, name: "discussion", payload: {} }, inLine(id), right.now());
      await working.claim(right.now(), 15_000);
    }
    await working.fail("2", "later", right.now(), new Date(right.now().getTime() + hourMs), "failure");
    const before = await working.list({ limit: 9 });
    for (const wrong of [-10 * minuteMs, 10 * minuteMs]) {
      const clock = await clockOf(wrong);
      const starting = new InboxStore(database, processHolder("postgres"));
      await starting.correctTimes(clock.now());
      await starting.endLeases((holder) => isGoneHolder(holder, "postgres"), clock.now());
      expect(await starting.claim(clock.now(), 15_000)).toBeUndefined();
      expect(await starting.list({ limit: 9 })).toEqual(before);
      clock.stop();
    }
    await working.renew("1", right.now(), 15_000);
    right.stop();
  });
});
