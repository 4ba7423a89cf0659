import { afterEach, describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../src/core/clock.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** At the beginning of an hour that is no midnight. */
const startAt = new Date("2026-03-02T09:01:00Z");
const looks = () => desk.github.ledger.count({ operation: "GET /app/hook/deliveries" });
const asked = () => desk.github.ledger.list().filter(({ path }) => path.endsWith("/attempts")).length;

/** As GitHub's are. */
const guidOf = (nth: number) => `6ba7b810-9dad-11d1-80b4-${String(nth).padStart(12, "0")}`;

/** So many webhooks that GitHub sent within two days; of those that failed, each has the payload of the first one. */
function sent(count: number, isLost: (nth: number) => boolean): void {
  const { webhooks, world } = desk.github;
  const [sample] = webhooks.list().filter(({ event }) => event === "discussion");
  if (!sample) throw new Error("no webhook was sent");
  for (let nth = 0; nth < count; nth++) {
    const at = world.now().getTime() - (count - nth) * ((48 * hourMs) / count);
    webhooks.remember({
      ...sample,
      guid: guidOf(nth),
      deliveredAt: `${new Date(at).toISOString().slice(0, 19)}Z`,
      ...(isLost(nth)
        ? { status: "failed to connect to host", statusCode: 502 }
        : { statusCode: 202, request: { headers: {}, body: "{}" } }),
    });
  }
}

async function openBusyDesk(count: number, isLost: (nth: number) => boolean): Promise<void> {
  desk = await openDesk({ startAt, calm: true });
  desk.ask("Does it scale?");
  // The tick of this hour is past.
  await desk.advance(0);
  sent(count, isLost);
  desk.github.ledger.clear();
}

describe("looking for webhooks that did not get through", () => {
  it("takes a request for each hundred of three days once, and one an hour after that, however long the list is", async () => {
    await openBusyDesk(5_000, (nth) => nth % 1000 === 0);
    // What was not seen yet came before what was: as after a database that was lost.
    await desk.restart(() => forgetSweep());
    expect(looks()).toBeGreaterThan(50);
    expect(asked()).toBe(5);
    const first = looks();
    await desk.advance(hourMs);
    expect(looks() - first).toBe(1);
    await desk.restart();
    expect(looks() - first).toBe(2);
    expect(asked()).toBe(5);
  });

  it("has those beyond a hundred sent again five minutes later, without another look", async () => {
    await openBusyDesk(120, () => true);
    // GitHub keeps none of them any more: what would come of them is another matter.
    const on = "POST /app/hook/deliveries/{delivery_id}/attempts";
    desk.github.faults.add({ on, kind: "status", status: 404, when: "before" });
    await desk.restart(() => forgetSweep());
    expect(asked()).toBe(100);
    const first = looks();
    await desk.advance(5 * minuteMs);
    expect(looks() - first).toBe(0);
    expect(asked()).toBe(120);
  });
});

/** As if the app had never looked at the list. */
async function forgetSweep(): Promise<void> {
  const database = await openDatabase(desk);
  const db = database.db.withTables<{ webhook_sweeps: object }>();
  await db.deleteFrom("webhook_sweeps").execute();
  await database.close();
}
