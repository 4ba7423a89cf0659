import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Booking } from "../../src/core/booking.ts";
import { StaleError } from "../../src/core/errors.ts";
import type { BookingRecords } from "../../src/features/office-hours/store/booking-records.ts";
import { aBooking } from "../helpers/bookings.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const now = new Date("2026-12-01T09:00:00Z");
const at = (time: string) => new Date(`2026-12-${time}Z`);

/** An empty store on one adapter. */
export interface BookingWorld {
  readonly store: BookingRecords;
  close(): Promise<void>;
}

/** What every store of bookings keeps, whichever database is behind it. */
export function bookingStoreContract(adapter: string, open: () => Promise<BookingWorld>): void {
  describe(`the store of bookings on ${adapter}`, () => {
    let store: BookingRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const take = (...drafts: readonly Booking[]) => store.takeSlot(widgets, drafts, { now });

    it("takes the first of the wanted slots that is free", async () => {
      const [first, second] = [aBooking({ number: 1 }), aBooking({ number: 2 })];
      expect(await take(first, { ...first, slot: 1 })).toEqual({ booked: first });
      const other = aBooking({ number: 2, slot: 1 });
      expect(await take(second, other)).toEqual({ booked: other });
      expect(await store.findBooking(widgets, 2)).toEqual(other);
      expect(await take(aBooking({ number: 3 }), aBooking({ number: 3, slot: 1 }))).toEqual({ refused: "taken" });
      expect(await store.findBooking(widgets, 3)).toBeUndefined();
      expect(await take()).toEqual({ refused: "taken" });
    });

    // https://github.com/calcom/cal.diy/issues/5820 and 13397
    it("gives one slot to one of many who want it at once", async () => {
      const attempts = await Promise.all(Array.from({ length: 20 }, (_, i) => take(aBooking({ number: i + 1 }))));
      expect(attempts.filter((it) => "booked" in it)).toHaveLength(1);
      expect(await store.takenSlots(widgets, now)).toHaveLength(1);
    });

    it("has one slot in one repository, series and session, and no other", async () => {
      await take(aBooking({ number: 1 }));
      const others = [
        aBooking({ number: 2, series: "roadmap" }),
        aBooking({ number: 3, session: "2026-12-15T13:00Z" }),
        aBooking({ number: 4, slot: 1 }),
      ];
      for (const it of others) expect(await take(it)).toEqual({ booked: it });
      const elsewhere = aBooking({ number: 5 });
      expect(await store.takeSlot(gadgets, [elsewhere], { now })).toEqual({ booked: elsewhere });
    });

    it("takes no slot at a time at which another thread still has one of the same series", async () => {
      await take(aBooking({ number: 1 }));
      const shorter = { start: "2026-12-08T13:15:00.000Z", end: "2026-12-08T13:30:00.000Z" };
      expect(await take(aBooking({ number: 2, slot: 1, ...shorter }))).toEqual({ refused: "taken" });
      expect(await take(aBooking({ number: 2, slot: 1 }))).toHaveProperty("booked");
    });

    it("gives what it took when asked again, and keeps what became of it since", async () => {
      const booking = aBooking();
      await take(booking);
      expect(await take(aBooking({ slot: 1 }))).toEqual({ booked: booking });
      const cancelled = { ...booking, state: "cancelled", cancelled: "asked" } as const;
      await store.keepBooking(widgets, cancelled, undefined);
      expect(await take(booking)).toEqual({ booked: cancelled });
    });

    // Elsewhere the slot that was left stayed taken: https://github.com/calcom/cal.diy/issues/21589
    it("moves a thread to another slot, and the one it had is free", async () => {
      await take(aBooking());
      const moved = aBooking({ slot: 1, key: "DC_move", changes: 1 });
      expect(await take(moved)).toEqual({ booked: moved });
      expect(await store.takenSlots(widgets, now)).toEqual([
        {
          number: 12,
          series: "clinic",
          session: "2026-12-08T13:00Z",
          slot: 1,
          start: at("08T13:30:00"),
          end: at("08T14:00:00"),
        },
      ]);
      expect(await take(aBooking({ number: 2 }))).toHaveProperty("booked");
    });

    it("counts what a person has in other threads and is to come", async () => {
      const limits = { perPerson: 1, now };
      await take(aBooking({ number: 1, for: "Ann" }));
      const again = aBooking({ number: 2, slot: 1 });
      expect(await store.takeSlot(widgets, [again], limits)).toEqual({ refused: "per-person" });
      expect(await store.takeSlot(widgets, [again], { ...limits, perPerson: 2 })).toHaveProperty("booked");
      const move = aBooking({ number: 1, slot: 1, session: "2026-12-15T13:00Z", key: "DC_move" });
      expect(await store.takeSlot(widgets, [move], { ...limits, perPerson: 2 })).toHaveProperty("booked");
      const { for: _, ...ofNobody } = aBooking({ number: 3, session: "2026-12-22T13:00Z" });
      expect(await store.takeSlot(widgets, [ofNobody], limits)).toHaveProperty("booked");
      const later = { perPerson: 1, now: at("20T00:00:00") };
      expect(
        await store.takeSlot(widgets, [aBooking({ number: 4, session: "2026-12-29T13:00Z" })], later),
      ).toHaveProperty("booked");
    });

    it("lists a person's slots that are to come", async () => {
      await take(aBooking({ number: 1, slot: 1, for: "Ann" }));
      await take(aBooking({ number: 2, for: "sam" }));
      expect((await store.bookingsFor(widgets, "aNN", now)).map(({ number }) => number)).toEqual([1]);
      expect(await store.bookingsFor(widgets, "ann", at("08T14:00:00"))).toEqual([]);
    });

    it("keeps a booking as it is now, and says when to look at it", async () => {
      await take(aBooking());
      expect(await store.bookingDueAt(widgets, 12)).toEqual(now);
      const later = aBooking({ start: "2026-12-09T13:00:00.000Z", end: "2026-12-09T13:30:00.000Z", changes: 1 });
      await store.keepBooking(widgets, later, at("09T13:30:00"));
      expect(await store.findBooking(widgets, 12)).toEqual(later);
      expect(await store.bookingDueAt(widgets, 12)).toEqual(at("09T13:30:00"));
      await store.keepBooking(widgets, { ...later, state: "over" }, undefined);
      expect(await store.bookingDueAt(widgets, 12)).toBeUndefined();
      expect(await store.bookingDueAt(widgets, 13)).toBeUndefined();
    });

    it("keeps no booking in a slot that another thread has", async () => {
      await take(aBooking({ number: 1 }));
      await expect(store.keepBooking(widgets, aBooking({ number: 2 }), undefined)).rejects.toThrow(StaleError);
      await store.keepBooking(widgets, aBooking({ number: 2, state: "cancelled" }), undefined);
      await store.keepBooking(widgets, aBooking({ number: 1, state: "over" }), undefined);
      await store.keepBooking(widgets, aBooking({ number: 2 }), undefined);
      expect((await store.takenSlots(widgets, now)).map(({ number }) => number)).toEqual([2]);
    });

    it("lists what is booked and to come, by its start", async () => {
      const [later, sooner, over] = [
        aBooking({ number: 1, session: "2026-12-15T13:00Z" }),
        aBooking({ number: 2 }),
        aBooking({ number: 3, session: "2026-12-01T07:00Z", series: "roadmap" }),
      ];
      for (const it of [later, sooner, over]) await take(it);
      await store.keepBooking(widgets, aBooking({ number: 4, slot: 1, state: "cancelled" }), undefined);
      expect(await store.bookingsAfter(widgets, now, 10)).toEqual([sooner, later]);
      expect(await store.bookingsAfter(widgets, now, 1)).toEqual([sooner]);
      expect(await store.bookingsAfter(gadgets, now, 10)).toEqual([]);
    });

    it("finds what is due, the longest due first", async () => {
      await store.keepBooking(widgets, aBooking({ number: 1 }), at("03T09:00:00"));
      await store.keepBooking(widgets, aBooking({ number: 2, slot: 1 }), at("02T09:00:00"));
      await store.keepBooking(widgets, aBooking({ number: 3, state: "over" }), undefined);
      expect(await store.dueBookings(widgets, at("03T09:00:00"), 10)).toEqual([2, 1]);
      expect(await store.dueBookings(widgets, at("03T09:00:00"), 1)).toEqual([2]);
      expect(await store.dueBookings(widgets, now, 10)).toEqual([]);
    });

    it("lists what is over and has no outcome, the longest over first", async () => {
      const [first, second] = [
        aBooking({ number: 1, slot: 1, state: "over" }),
        aBooking({ number: 2, slot: 0, state: "over" }),
      ];
      for (const it of [first, second, aBooking({ number: 3, state: "done" })]) {
        await store.keepBooking(widgets, it, undefined);
      }
      expect(await store.withoutOutcome(widgets, at("09T00:00:00"), 10)).toEqual([second, first]);
      expect(await store.withoutOutcome(widgets, at("09T00:00:00"), 1)).toEqual([second]);
      expect(await store.withoutOutcome(widgets, at("08T13:30:00"), 10)).toEqual([]);
    });

    it("lists the latest booking of each thread, whatever became of it", async () => {
      const [first, second] = [aBooking({ number: 1, state: "done" }), aBooking({ number: 2, state: "cancelled" })];
      for (const it of [second, first]) await store.keepBooking(widgets, it, undefined);
      await store.keepBooking(gadgets, aBooking({ number: 3 }), undefined);
      expect(await store.allBookings(widgets)).toEqual([first, second]);
    });

    it("forgets a thread, and a repository", async () => {
      await take(aBooking({ number: 1 }));
      await take(aBooking({ number: 2, slot: 1 }));
      await store.takeSlot(gadgets, [aBooking({ number: 1 })], { now });
      await store.forgetBooking(widgets, 1);
      expect(await store.findBooking(widgets, 1)).toBeUndefined();
      expect(await take(aBooking({ number: 3 }))).toHaveProperty("booked");
      await store.forgetRepository(widgets);
      expect(await store.bookingsAfter(widgets, now, 10)).toEqual([]);
      expect(await store.findBooking(gadgets, 1)).toEqual(aBooking({ number: 1 }));
    });
  });
}
