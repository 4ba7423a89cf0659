import { describe, expect, it } from "vitest";
import type { Booking } from "../../../src/core/booking.ts";
import type { Thread } from "../../../src/core/discussion.ts";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { decideFollow } from "../../../src/features/office-hours/follow/decide-follow.ts";
import { sessionsOf, type FollowFacts } from "../../../src/features/office-hours/follow/gather-follow.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import { aComment, aThread, repository } from "../../helpers/builders.ts";
import { aBooking } from "../../helpers/bookings.ts";

const now = new Date("2026-12-01T09:00:00Z");
const config = OfficeHoursConfig.parse({});
const event = { kind: "follow-booking", repository, number: 12 } as const;
const clinic = SeriesConfig.parse({
  name: "clinic",
  rule: "FREQ=WEEKLY;BYDAY=TU",
  start: "2026-01-06 14:00",
  timezone: "Europe/Berlin",
  host: "hana",
});

interface Given extends Partial<Omit<FollowFacts, "booking" | "thread">> {
  readonly booking?: Partial<Booking>;
  readonly thread?: Partial<Thread>;
  readonly hasSeries?: boolean;
}

function decide({ booking: given = {}, thread = {}, hasSeries = true, ...facts }: Given = {}) {
  const booking = aBooking(given);
  const rules = { series: hasSeries ? [clinic] : [], calendars: new Map(), rota: { layers: [], covers: [] } };
  const offer = { rules, taken: [] };
  return decideFollow(
    event,
    {
      found: "booking",
      booking,
      dueAt: undefined,
      thread: aThread(thread),
      sessions: sessionsOf(booking, offer, now),
      offer,
      isDecided: false,
      recorded: new Set([`session:${booking.key}:booked`]),
      hosts: ["hana"],
      ours: undefined,
      ...facts,
    },
    { config, shared: { language: "auto", words: {} }, now },
  );
}

/** What is planned, by name. */
const names = (given?: Given) => decide(given).actions.map((it) => it.do);

describe("a booking is brought in line", () => {
  it("by record, section and timeline after it was made, and by nothing when all of it is there", () => {
    const first = decide({ recorded: new Set() });
    expect(first.actions.map((it) => it.do)).toEqual([
      "keep-booking",
      "record-session",
      "follow-up",
      "say",
      "follow-up",
    ]);
    const kept = first.actions.find((it) => it.do === "keep-booking");
    const said = first.actions.find((it) => it.do === "say");
    // A day before it begins.
    expect(kept?.dueAt).toBe("2026-12-07T13:00:00.000Z");
    const section = `<!-- frontdesk:begin:session -->\n${said?.body ?? ""}\n<!-- frontdesk:end:session -->`;
    const ours = aComment({ id: "DC_ours", isOurs: true, body: section });
    const again = {
      booking: kept?.booking ?? {},
      thread: { comments: [ours] },
      dueAt: new Date("2026-12-07T13:00:00Z"),
    };
    expect(names(again)).toEqual([]);
    // A record that says the same in another order is the same.
    const turned = Object.fromEntries(Object.entries(kept?.booking ?? {}).toReversed());
    expect(names({ ...again, booking: turned })).toEqual([]);
  });

  it("with what is untold in the record until it is told", () => {
    const { actions } = decide({ hasSeries: false });
    expect(actions.map((it) => it.do)).toEqual([
      "keep-booking",
      "record-session",
      "follow-up",
      "say",
      "tell-asker",
      "keep-booking",
      "follow-up",
    ]);
    const kept = actions.filter((it) => it.do === "keep-booking");
    expect(kept[0]?.booking).toMatchObject({ state: "cancelled", cancelled: "session-cancelled", isUntold: true });
    // Where the thread cannot be written to for now, it is tried again.
    expect(kept[0]?.dueAt).toBe("2026-12-02T09:00:00.000Z");
    expect(kept[1]?.booking).not.toHaveProperty("isUntold");
    expect(kept[1]).not.toHaveProperty("dueAt");
  });

  it("without a word in a locked thread, which is tried once a day and told when it is open", () => {
    const locked = decide({ hasSeries: false, thread: { locked: true } });
    expect(locked.actions.map((it) => it.do)).toEqual(["keep-booking", "record-session", "follow-up", "follow-up"]);
    const untold = { state: "cancelled", cancelled: "session-cancelled", isUntold: true } as const;
    const recorded = new Set(["session:DC_12:booked", "session:DC_12:cancelled"]);
    const dueAt = new Date("2026-12-02T09:00:00Z");
    expect(names({ booking: untold, recorded, dueAt })).toEqual(["say", "tell-asker", "keep-booking", "follow-up"]);
    const over = { ...untold, start: "2026-11-24T13:00:00.000Z", end: "2026-11-24T13:30:00.000Z" };
    const late = decide({ booking: over, recorded, thread: { locked: true } });
    expect(late.actions).toEqual([]);
  });

  it("by another slot of its session where its own is no more, of which the next look tells", () => {
    const fewer = SeriesConfig.parse({ ...clinic, slots: 1, minutes: 30 });
    const rules = { series: [fewer], calendars: new Map(), rota: { layers: [], covers: [] } };
    const offer = { rules, taken: [] };
    const sessions = sessionsOf(aBooking({ slot: 1 }), offer, now);
    const { actions } = decide({ booking: { slot: 1 }, offer, sessions });
    expect(actions).toMatchObject([
      { do: "take-slot", booking: { changes: 1, isUntold: true }, slots: [{ slot: 0 }] },
      { do: "follow-up", event: { kind: "follow-booking" } },
    ]);
  });

  it("by the time of which the asker knows, whatever changed before they were told", () => {
    const moved = { from: "2026-12-09T13:00:00.000Z", to: "2026-12-09T13:30:00.000Z" };
    const noon = { start: "2026-12-08T12:00:00.000Z", end: "2026-12-08T12:30:00.000Z" };
    const { actions } = decide({ booking: { ...noon, moved, isUntold: true } });
    expect(actions.find((it) => it.do === "keep-booking")?.booking).toMatchObject({ changes: 1, moved });
    expect(actions.find((it) => it.do === "tell-asker")?.body).toContain("is at another time now");
    // Moved, and back again: to them nothing has changed.
    const { start: from, end: to } = aBooking();
    const back = decide({ booking: { ...noon, moved: { from, to }, isUntold: true } }).actions;
    expect(back.find((it) => it.do === "tell-asker")).toBeUndefined();
    expect(back.find((it) => it.do === "say")?.body).not.toMatch(/Moved from|Before, it/u);
    expect(back.findLast((it) => it.do === "keep-booking")?.booking).not.toHaveProperty("isUntold");
  });

  it("by an answer to the comment that booked where ours is folded away or deleted", () => {
    const booked = aComment({ id: "DC_12", author: { login: "ann", isBot: false }, body: "/office-hours" });
    const folded = aComment({
      id: "DC_ours",
      isOurs: true,
      isMinimized: true,
      body: "<!-- frontdesk:begin:related-answers -->\nThis\n<!-- frontdesk:end:related-answers -->",
    });
    expect(decide({ thread: { comments: [booked, folded] } }).actions).toContainEqual(
      expect.objectContaining({ do: "show-booking", to: "DC_12" }),
    );
    expect(decide({ thread: { comments: [booked] }, ours: "DC_ours" }).actions).toContainEqual(
      expect.objectContaining({ do: "show-booking", to: "DC_12" }),
    );
    expect(names({ thread: { comments: [booked] } })).not.toContain("show-booking");
  });

  it("by forgetting it with its thread", () => {
    const { actions } = decideFollow(
      event,
      { ...baseFacts(), thread: undefined },
      { config, shared: { language: "auto", words: {} }, now },
    );
    expect(actions.map((it) => it.do)).toEqual(["forget-booking", "follow-up"]);
  });
});

function baseFacts(): FollowFacts {
  const offer = { rules: { series: [clinic], calendars: new Map(), rota: { layers: [], covers: [] } }, taken: [] };
  const common = {
    dueAt: undefined,
    sessions: [],
    isDecided: false,
    recorded: new Set<string>(),
    hosts: [],
    ours: undefined,
  };
  return { found: "booking", booking: aBooking(), thread: aThread(), offer, ...common };
}
