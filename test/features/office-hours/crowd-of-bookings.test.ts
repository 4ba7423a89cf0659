import { expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { bookSlot, type BookingFacts } from "../../../src/features/office-hours/slots/book.ts";
import { BookingStore } from "../../../src/features/office-hours/store/booking-store.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { aThread, repository } from "../../helpers/builders.ts";
import { newTestPlace, onPostgres } from "../../helpers/test-database.ts";

const now = new Date("2026-03-01T09:00:00Z");
const config = OfficeHoursConfig.parse({ gate: "none" });
/** Each statement is a round trip to a server. */
const slotsEach = onPostgres ? 10 : 50;
const sessions = 4;
const askers = slotsEach * 10;
const series = SeriesConfig.parse({
  name: "clinic",
  rule: "FREQ=WEEKLY;BYDAY=TU",
  start: "2026-03-03 08:00",
  minutes: 500,
  slots: slotsEach,
});
const rules = { series: [series], calendars: new Map(), rota: { layers: [], covers: [] } };

/** What a thread wants of what was read then: slots, or an answer in words. */
function decide(number: number, facts: BookingFacts) {
  const thread = aThread({ number, author: { login: `asker-${number}`, isBot: false } });
  const request = {
    repository,
    thread,
    kind: "office-hours",
    by: "ann",
    isHelper: false,
    key: `DC_${number}`,
    config,
    now,
  } as const;
  try {
    const take = bookSlot(request, facts).find((it) => it.do === "take-slot");
    if (!take) throw new Error("it takes nothing");
    return { drafts: take.slots.map((slot) => ({ ...take.booking, ...slot })) };
  } catch (error) {
    if (error instanceof UserError) return { answer: error.message };
    throw error;
  }
}

it("a crowd who all decide before anybody has booked have a slot each, or an answer, after one more look", async () => {
  const { place, remove } = await newTestPlace();
  // Two processes, where two can write at the same time.
  const databases = await Promise.all([place, ...(onPostgres ? [place] : [])].map(openDatabase));
  const stores = databases.map((it) => new BookingStore(it));
  const read = async (store: BookingStore): Promise<BookingFacts> => {
    return { rules, taken: await store.takenSlots(repository, now), booking: undefined, others: [] };
  };
  const looks: number[] = [];
  let told = 0;
  const book = async (number: number, first: BookingFacts, store: BookingStore) => {
    let decision = decide(number, first);
    for (let look = 1; ; look++) {
      const attempt = decision.drafts && (await store.takeSlot(repository, decision.drafts, { now, perPerson: 1 }));
      if (!attempt || "booked" in attempt) {
        looks.push(look);
        if (decision.answer?.includes("No slot is free")) told++;
        return;
      }
      decision = decide(number, await read(store));
    }
  };
  try {
    const [store] = stores;
    if (!store) throw new Error("there is no store");
    const nothingTaken = await read(store);
    // Each process takes one after the other.
    await Promise.all(
      stores.map(async (theirs, first) => {
        for (let number = first + 1; number <= askers; number += stores.length)
          await book(number, nothingTaken, theirs);
      }),
    );
    const taken = await store.takenSlots(repository, now);
    expect(new Set(taken.map(({ session, slot }) => `${session}/${slot}`)).size).toBe(sessions * slotsEach);
    expect([taken.length, told]).toEqual([sessions * slotsEach, askers - sessions * slotsEach]);
    // A stage is decided anew three times at most. The last slot can go to the other process after a look.
    expect(Math.max(...looks)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...looks)).toBeLessThanOrEqual(stores.length + 1);
  } finally {
    for (const database of databases) await database.close();
    await remove();
  }
});
