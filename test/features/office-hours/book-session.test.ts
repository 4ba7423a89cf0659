import { describe, expect, it } from "vitest";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { decideBookSession, type BookFacts } from "../../../src/features/office-hours/events/book-session.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import { aThread, repository } from "../../helpers/builders.ts";
import { aBooking } from "../../helpers/bookings.ts";

const event = { kind: "book-session", repository, number: 12, session: "request", by: "mia", askedIn: "DC_7" } as const;
const roadmap = SeriesConfig.parse({
  name: "roadmap",
  kind: "request",
  rule: "FREQ=WEEKLY;BYDAY=TU",
  start: "2026-01-06 14:00",
  slots: 1,
  host: "mia",
});

function decide(given: Partial<BookFacts> = {}) {
  const facts: BookFacts = {
    found: "request",
    thread: aThread({ category: { slug: "ideas", name: "Ideas", isAnswerable: false } }),
    rules: { series: [roadmap], calendars: new Map(), rota: { layers: [], covers: [] } },
    taken: [],
    booking: undefined,
    others: [],
    ...given,
  };
  return decideBookSession(event, facts, {
    config: OfficeHoursConfig.parse({}),
    shared: { language: "auto", words: {} },
    now: new Date("2026-12-01T15:00:00Z"),
  });
}

describe("a slot that another command wants", () => {
  it("is the next that is free, booked by whoever wrote it, behind no gate", () => {
    const { actions } = decide();
    expect(actions).toMatchObject([
      { do: "take-slot", booking: { kind: "request", for: "ann", by: "mia", key: "DC_7", state: "booked" } },
      { do: "follow-up", event: { kind: "follow-booking", number: 12 } },
    ]);
    expect(actions[0]).toMatchObject({
      slots: [{ session: "2026-12-08T14:00Z" }, { session: "2026-12-15T14:00Z" }, {}, {}],
    });
    expect(actions[0]).not.toHaveProperty("perPerson");
  });

  it("is booked also where whoever opened it is gone: it is about what was asked for", () => {
    const { author: _, ...thread } = aThread();
    expect(decide({ thread }).actions[0]).toMatchObject({ do: "take-slot" });
  });

  it.each<readonly [string, Partial<BookFacts>, string]>([
    [
      "there are no sessions",
      { rules: { series: [], calendars: new Map(), rota: { layers: [], covers: [] } } },
      "has no meetings about feature requests",
    ],
    ["the discussion is closed", { thread: aThread({ closed: "resolved" }) }, "is closed"],
    ["it has one", { booking: aBooking({ kind: "request", number: 12 }) }, "has a slot already"],
    [
      "its session has begun, which is moved and called off no more",
      {
        booking: aBooking({ kind: "request", number: 12, start: "2026-12-01T14:45:00Z", end: "2026-12-01T15:15:00Z" }),
      },
      "It can be moved or called off no more",
    ],
  ])("is refused under the comment that wanted it where %s", (_, given, why) => {
    const { actions } = decide(given);
    expect(actions).toMatchObject([{ do: "reply", to: "DC_7", key: "book-session:DC_7" }]);
    expect(actions[0]).toHaveProperty("body", expect.stringContaining(why));
  });

  it("is booked once, however often the event comes", () => {
    expect(decide({ booking: aBooking({ key: "DC_7" }) }).actions).toEqual([]);
    expect(decide({ thread: undefined }).actions).toEqual([]);
  });
});
