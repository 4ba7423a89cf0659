import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Booking } from "../../../src/core/booking.ts";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { decideFollow } from "../../../src/features/office-hours/follow/decide-follow.ts";
import { sessionsOf, type FollowFacts } from "../../../src/features/office-hours/follow/gather-follow.ts";
import { decideSweep } from "../../../src/features/office-hours/follow/sweep.ts";
import { bookSlot, moveSlot, type BookingFacts } from "../../../src/features/office-hours/slots/book.ts";
import type { OfficeHoursAction } from "../../../src/features/office-hours/actions/office-hours-actions.ts";
import { BookingStore } from "../../../src/features/office-hours/store/booking-store.ts";
import { StaleError, UserError } from "../../../src/core/errors.ts";
import type { SessionRules } from "../../../src/sessions/session-rules.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import type { Database } from "../../../src/storage/open-database.ts";
import { aThread } from "../../helpers/builders.ts";
import { onPostgres, openTestDatabase } from "../../helpers/test-database.ts";

const config = OfficeHoursConfig.parse({ gate: "none", notice: "0s", "days-ahead": 28, "per-person": 100 });
const start = new Date("2026-03-01T09:00:00Z");
const threads = [1, 2, 3, 4, 5];

/** One thing that somebody does. */
type Step =
  | { readonly do: "book" | "move" | "cancel" | "close" | "reopen" | "follow"; readonly thread: number }
  /** Two decide by what both have read, and perform at the same time. */
  | { readonly do: "both-book"; readonly thread: number; readonly other: number }
  | { readonly do: "configure"; readonly clinic: Clinic };

interface Clinic {
  readonly isThere: boolean;
  readonly hour: number;
  readonly slots: number;
  readonly minutes: number;
}

const thread = fc.constantFrom(...threads);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("book" as const), thread }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("both-book" as const), thread, other: thread }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("move" as const, "cancel" as const, "close" as const, "reopen" as const),
      thread,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("follow" as const), thread }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("configure" as const),
      clinic: fc.record({
        isThere: fc.constantFrom(true, true, true, false),
        hour: fc.constantFrom(10, 10, 11),
        slots: fc.constantFrom(2, 3, 1),
        minutes: fc.constantFrom(30, 60),
      }),
    }),
  },
);

let database: Database;
let nextRepository = 1;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A project with threads, whose bookings are decided and followed as the app does it. */
class Project {
  readonly store = new BookingStore(database);
  readonly repository = { id: nextRepository++, owner: "acme", name: "widgets", installation: 1 };
  rules: SessionRules = toRules({ isThere: true, hour: 10, slots: 2, minutes: 60 });
  readonly closed = new Set<number>();
  /** What each thread shows and was told, in order. */
  readonly told = new Map<number, string[]>(threads.map((it) => [it, []]));
  /** Starts that sessions have given to threads, and those that their askers knew before. */
  readonly shifted = new Map<number, { readonly knew: string; readonly start: string }>();
  /** Threads whose follow-up waits. */
  readonly waiting: number[] = [];
  #keys = 0;

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case "configure": {
        this.rules = toRules(step.clinic);
        await this.#sweep();
        return;
      }
      case "both-book": {
        const facts = [await this.#facts(step.thread), await this.#facts(step.other)] as const;
        const plans = [this.#plan(step.thread, "book", facts[0]), this.#plan(step.other, "book", facts[1])];
        await Promise.all([
          this.#command(step.thread, "book", plans[0] ?? []),
          ...(step.thread === step.other ? [] : [this.#command(step.other, "book", plans[1] ?? [])]),
        ]);
        return;
      }
      case "book":
      case "move":
        return this.#command(step.thread, step.do, this.#plan(step.thread, step.do, await this.#facts(step.thread)));
      case "cancel": {
        const booking = await this.store.findBooking(this.repository, step.thread);
        if (booking?.state !== "booked") return;
        await this.store.keepBooking(
          this.repository,
          { ...booking, state: "cancelled", cancelled: "asked" },
          undefined,
        );
        this.waiting.push(step.thread);
        return;
      }
      case "close":
      case "reopen":
        if (step.do === "close") this.closed.add(step.thread);
        else this.closed.delete(step.thread);
        this.waiting.push(step.thread);
        return;
      default:
        await this.#follow(step.thread);
    }
  }

  /** Carries out all that waits. */
  async settle(): Promise<void> {
    for (let rounds = 0; this.waiting.length > 0; rounds++) {
      if (rounds > 200) throw new Error("it never settles");
      await this.#follow(this.waiting.shift() ?? 0);
    }
  }

  async #sweep(): Promise<void> {
    const booked = await this.store.bookingsAfter(this.repository, start, 100);
    const offer = { rules: this.rules, taken: await this.store.takenSlots(this.repository, start) };
    const facts = { found: "sweep", due: [], booked, offers: new Map([["office-hours" as const, offer]]) } as const;
    const event = { kind: "default-branch-moved", repository: this.repository, head: "abc" } as const;
    const { actions } = decideSweep(event, facts, { config, now: start });
    for (const it of actions) if (it.do === "follow-up" && "number" in it.event) this.waiting.push(it.event.number);
  }

  async #facts(number: number): Promise<BookingFacts> {
    return {
      rules: this.rules,
      taken: await this.store.takenSlots(this.repository, start),
      booking: await this.store.findBooking(this.repository, number),
      others: [],
    };
  }

  #plan(number: number, kind: "book" | "move", facts: BookingFacts): readonly OfficeHoursAction[] {
    const key = `DC_${this.#keys++}`;
    const request = {
      repository: this.repository,
      thread: this.#thread(number),
      kind: "office-hours",
      by: "ann",
      isHelper: true,
      key,
      config,
      now: start,
    } as const;
    try {
      if (kind === "book") return bookSlot(request, facts);
      return facts.booking?.state === "booked" ? moveSlot(request, facts, facts.booking) : [];
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  }

  /** As the pipeline does it: what is stale is decided anew, three times at most. */
  async #command(number: number, kind: "book" | "move", first: readonly OfficeHoursAction[]): Promise<void> {
    let plan = first;
    for (let redecisions = 0; ; redecisions++) {
      try {
        await this.#perform(number, plan);
        return;
      } catch (error) {
        if (!(error instanceof StaleError) || redecisions === 3) throw error;
        plan = this.#plan(number, kind, await this.#facts(number));
      }
    }
  }

  async #follow(number: number): Promise<void> {
    for (let redecisions = 0; ; redecisions++) {
      try {
        await this.#followOnce(number);
        return;
      } catch (error) {
        if (!(error instanceof StaleError) || redecisions === 3) throw error;
      }
    }
  }

  async #followOnce(number: number): Promise<void> {
    const booking = await this.store.findBooking(this.repository, number);
    if (!booking) return;
    const offer = { rules: this.rules, taken: await this.store.takenSlots(this.repository, start) };
    const facts: FollowFacts = {
      found: "booking",
      booking,
      dueAt: await this.store.bookingDueAt(this.repository, number),
      thread: this.#thread(number),
      sessions: sessionsOf(booking, offer, start),
      offer,
      isDecided: false,
      recorded: new Set(),
      hosts: [],
      ours: undefined,
    };
    const event = { kind: "follow-booking", repository: this.repository, number } as const;
    await this.#perform(
      number,
      decideFollow(event, facts, { config, shared: { language: "auto", words: {} }, now: start }).actions,
    );
    const after = await this.store.findBooking(this.repository, number);
    if (after?.state !== "booked" || after.start === booking.start) return;
    const knew = (booking.isUntold ? this.shifted.get(number)?.knew : undefined) ?? booking.start;
    this.shifted.set(number, { knew, start: after.start });
  }

  async #perform(number: number, actions: readonly OfficeHoursAction[]): Promise<void> {
    for (const it of actions) {
      if (it.do === "take-slot") {
        const drafts = it.slots.map((slot) => ({ ...it.booking, ...slot }));
        const attempt = await this.store.takeSlot(this.repository, drafts, { now: start });
        if ("refused" in attempt) throw new StaleError("taken");
        // Also while others still have slots of an older config, nobody is given a time that somebody has.
        const others = (await this.bookings()).filter((other) => other?.state === "booked" && other.number !== number);
        const double = others.filter((other) => other && overlaps(other, attempt.booked));
        if (double.length > 0) throw new Error(`double booked: ${JSON.stringify([attempt.booked, ...double])}`);
      } else if (it.do === "keep-booking") {
        await this.store.keepBooking(
          this.repository,
          it.booking,
          it.dueAt === undefined ? undefined : new Date(it.dueAt),
        );
      } else if (it.do === "say" || it.do === "tell-asker") {
        this.told.get(number)?.push(it.body);
      } else if (it.do === "follow-up" && it.event.kind === "follow-booking") {
        this.waiting.push(number);
      }
    }
  }

  #thread(number: number) {
    return aThread({ number, id: `D_${number}`, ...(this.closed.has(number) && { closed: "resolved" as const }) });
  }

  bookings(): Promise<readonly (Booking | undefined)[]> {
    return Promise.all(threads.map((it) => this.store.findBooking(this.repository, it)));
  }
}

function toRules({ isThere, hour, slots, minutes }: Clinic): SessionRules {
  const series = SeriesConfig.parse({
    name: "clinic",
    rule: "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
    start: `2026-03-03 ${hour}:00`,
    slots,
    minutes,
    host: "hana",
  });
  return { series: isThere ? [series] : [], calendars: new Map(), rota: { layers: [], covers: [] } };
}

function overlaps(a: Booking, b: Booking): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
}

/** What must hold whatever happened: nothing is overbooked, and what each thread has is what it was last told. */
async function mustHold(project: Project): Promise<void> {
  const found = (await project.bookings()).filter((it) => it !== undefined);
  const booked = found.filter(({ state }) => state === "booked");
  for (const [i, a] of booked.entries()) {
    for (const b of booked.slice(i + 1)) {
      expect([a.session, a.slot], `${a.number} and ${b.number}`).not.toEqual([b.session, b.slot]);
      expect(overlaps(a, b), `${a.number} and ${b.number} overlap`).toBe(false);
    }
  }
  for (const booking of found) {
    const told = project.told.get(booking.number) ?? [];
    const time = booking.start.slice(11, 16);
    const words = booking.state === "booked" ? "a slot is booked" : "~~";
    expect(told.at(-1), `thread ${booking.number} is ${booking.state}`).toContain(time);
    expect(told.findLast((it) => it.includes("I am a bot"))).toContain(words);
    const shift = project.shifted.get(booking.number);
    if (booking.state === "booked" && shift?.start === booking.start && shift.knew !== booking.start) {
      const notices = told.filter((it) => it.startsWith("@ann") && it.includes("is at another time now"));
      expect(notices.at(-1), `thread ${booking.number} is told of its new time`).toContain(time);
    }
    if (booking.cancelled === "session-cancelled" || booking.cancelled === "session-full") {
      expect(
        told.some((it) => it.includes("is called off") && it.startsWith("@ann")),
        "told by a comment",
      ).toBe(true);
    }
  }
}

describe("bookings", () => {
  it("are never double and never lost silently, in any order of bookings, moves, cancellations and configs", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const project = new Project();
        for (const it of steps) await project.run(it);
        await project.settle();
        await mustHold(project);
        // What has settled stays as it is.
        const before = await project.bookings();
        for (const it of threads) await project.run({ do: "follow", thread: it });
        await project.settle();
        expect(await project.bookings()).toEqual(before);
      }),
      { numRuns: onPostgres ? 10 : 35 },
    );
  });
});
