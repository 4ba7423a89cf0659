import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { bookSlot, type BookingFacts } from "../../../src/features/office-hours/slots/book.ts";
import { BookingStore } from "../../../src/features/office-hours/store/booking-store.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { aThread, repository } from "../../helpers/builders.ts";

const now = new Date("2026-03-01T09:00:00Z");
const config = OfficeHoursConfig.parse({ gate: "none" });
/** Four sessions with fifty slots each: two hundred. */
const series = SeriesConfig.parse({
  name: "clinic",
  rule: "FREQ=WEEKLY;BYDAY=TU",
  start: "2026-03-03 08:00",
  minutes: 500,
  slots: 50,
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

it("five hundred who all decide before anybody has booked have a slot each, or an answer, after one more look", async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-crowd-"));
  const database = await openDatabase({ dataFolder: folder });
  try {
    const store = new BookingStore(database);
    const read = async (): Promise<BookingFacts> => {
      return { rules, taken: await store.takenSlots(repository, now), booking: undefined, others: [] };
    };
    const nothingTaken = await read();
    const looks: number[] = [];
    let told = 0;
    for (let number = 1; number <= 500; number++) {
      let decision = decide(number, nothingTaken);
      for (let look = 1; ; look++) {
        const attempt = decision.drafts && (await store.takeSlot(repository, decision.drafts, { now, perPerson: 1 }));
        if (!attempt || "booked" in attempt) {
          looks.push(look);
          if (decision.answer?.includes("No slot is free")) told++;
          break;
        }
        decision = decide(number, await read());
      }
    }
    const taken = await store.takenSlots(repository, now);
    expect(new Set(taken.map(({ session, slot }) => `${session}/${slot}`)).size).toBe(200);
    expect([taken.length, told]).toEqual([200, 300]);
    // A stage is decided anew three times at most.
    expect(Math.max(...looks)).toBe(2);
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
});
