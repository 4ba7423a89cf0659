import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClaimedDelivery, InFlight } from "../../src/core/inbox.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";

let databases: { readonly database: Database; remove(): Promise<void> };
let holders: readonly InboxStore[];
beforeAll(async () => {
  databases = await openPostgresDatabase();
  holders = ["a", "b", "c", "d"].map((name) => new InboxStore(databases.database, name));
});
afterAll(() => databases.remove());
beforeEach(() => empty());

const empty = () =>
  sql`truncate deliveries, delivery_payloads, delivery_plans, delivery_steps`.execute(databases.database.db);
const now = new Date(1_767_600_000_000);
const delivery = (id: string) => ({ id, name: "discussion", payload: {} });
const maxEach = 3;

/** Takes turns. */
function holderOf(at: number): InboxStore {
  const holder = holders[at % holders.length];
  if (!holder) throw new Error("There is no holder.");
  return holder;
}

function hand(deliveries: readonly ClaimedDelivery[]): InFlight {
  return { deliveries, maxOf: () => maxEach, lastTurnOf: () => 0 };
}

/** What may come, and how the hand in which it is then ends it. */
const anyWork = fc.record({
  arrivals: fc.array(fc.record({ key: fc.nat({ max: 6 }), installation: fc.constantFrom(1, 1, 1, 2, 3) }), {
    minLength: 20,
    maxLength: 60,
    size: "max",
  }),
  endings: fc.infiniteStream(fc.constantFrom("finish", "finish", "finish", "keep", "put back", "bury", "retry")),
});

describe("four processes that claim at the same moment", () => {
  it("never have one delivery twice, two of a key, or more of an installation than it may have", async () => {
    const handled = fc.asyncProperty(anyWork, async ({ arrivals, endings }) => {
      await empty();
      // Of one key and one installation each, as threads are.
      const keyOf = (at: number) => `${arrivals[at]?.installation}:${arrivals[at]?.key}`;
      const about = (at: number) => inLine(keyOf(at), { installation: arrivals[at]?.installation ?? 1 });
      await Promise.all(arrivals.map((_, at) => holderOf(at).accept(delivery(String(at)), about(at), now)));
      const hands = holders.map((): ClaimedDelivery[] => []);
      const buried = new Set<string>();
      const done: string[] = [];
      for (let round = 0; done.length < arrivals.length; round++) {
        expect(round, "everything is handled in the end").toBeLessThan(2_000);
        const claimed = await Promise.all(holders.map((it, at) => it.claim(now, 60_000, hand(hands[at] ?? []))));
        for (const [at, it] of claimed.entries()) if (it) hands[at]?.push(it);
        const inHand = hands.flat();
        const keys = inHand.map(({ id }) => keyOf(Number(id)));
        expect(new Set(inHand.map(({ id }) => id)).size).toBe(inHand.length);
        expect(new Set(keys).size).toBe(keys.length);
        for (const installation of [1, 2, 3]) {
          expect(inHand.filter((it) => it.installation === installation).length).toBeLessThanOrEqual(maxEach);
        }
        await Promise.all(
          hands.map(async (mine, at) => {
            const [it] = mine;
            const how = round > 300 ? "finish" : endings.next().value;
            const inbox = holderOf(at);
            if (how === "keep" && round % 5 > 0) return;
            if (how === "retry") {
              for (const id of buried) if (await inbox.retry(id, now)) buried.delete(id);
            } else if (it) {
              mine.shift();
              if (how === "bury") buried.add(it.id);
              if (how === "put back") await inbox.fail(it.id, "later", now, now, "wait");
              else if (how === "bury") await inbox.fail(it.id, "a bug", now, undefined, "failure");
              else {
                await inbox.finish(it.id, "done", now);
                done.push(it.id);
              }
            }
            if (round > 300) for (const id of buried) if (await inbox.retry(id, now)) buried.delete(id);
          }),
        );
      }
      expect(done.toSorted()).toEqual(arrivals.map((_, at) => String(at)).toSorted());
    });
    await fc.assert(handled, { numRuns: 6 });
  });

  it("hand out a key's deliveries in the order in which they were accepted, whichever process took them in", async () => {
    const accepted: string[] = [];
    const take = async (inbox: InboxStore, name: string) => {
      for (let at = 0; at < 15; at++) {
        await inbox.accept(delivery(`${name}${at}`), inLine(`k${at % 2}`), now);
        accepted.push(`${name}${at}`);
      }
    };
    const handed: string[] = [];
    const work = async (inbox: InboxStore) => {
      while (handed.length < 60) {
        const it = await inbox.claim(now, 60_000);
        if (!it) continue;
        handed.push(it.id);
        await inbox.finish(it.id, "done", now);
      }
    };
    await Promise.all([
      ...holders.map((it, at) => take(it, "abcd"[at] ?? "")),
      ...holders.slice(0, 2).map((it) => work(it)),
    ]);
    const { rows } = await sql<{ id: string; order_key: string }>`
      select id, order_key from deliveries order by seq`.execute(databases.database.db);
    for (const key of ["k0", "k1"]) {
      const ofKey = rows.filter((it) => it.order_key === key).map(({ id }) => id);
      expect(handed.filter((id) => ofKey.includes(id))).toEqual(ofKey);
      for (const name of "abcd") {
        const theirs = (ids: readonly string[]) => ids.filter((id) => id.startsWith(name));
        expect(theirs(ofKey)).toEqual(theirs(accepted).filter((id) => ofKey.includes(id)));
      }
    }
  });

  it("know what happens only once, when all are told of it under ids of their own", async () => {
    const told = await Promise.all(
      holders.map((it, at) => it.accept(delivery(`d${at}`), inLine(`k${at}`, { cause: "comment:C_1" }), now)),
    );
    expect(told).toEqual([true, true, true, true]);
    const states = await Promise.all(holders.map((it, at) => it.show(`d${at}`).then((row) => String(row?.state))));
    expect(states.filter((it) => it === "done").length).toBe(3);
    expect(states).toContain("waiting");
  });
});

describe("the engine", () => {
  it.each([
    ["two of a key in progress", "update deliveries set state = 'running', slot = seq"],
    ["two of an installation in one slot", "update deliveries set state = 'running', slot = 1 where id <> '2'"],
    ["two of a key that can be claimed", "update deliveries set head = 1"],
  ])("refuses %s, whoever writes", async (_, statement) => {
    for (const [id, key] of Object.entries({ 1: "k", 2: "k", 3: "other" })) {
      await holderOf(0).accept(delivery(id), inLine(key), now);
    }
    await expect(sql.raw(statement).execute(databases.database.db)).rejects.toMatchObject({ code: "23505" });
  });
});
