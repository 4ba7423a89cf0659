import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { Booking } from "../../../src/core/booking.ts";
import type { Comment, Thread } from "../../../src/core/discussion.ts";
import { UserError } from "../../../src/core/errors.ts";
import type { CommandContextIn } from "../../../src/features/command.ts";
import type { OfficeHoursAction } from "../../../src/features/office-hours/actions/office-hours-actions.ts";
import { decideOutcome, outcome } from "../../../src/features/office-hours/commands/outcome.ts";
import type { MetRequest } from "../../../src/features/office-hours/reads.ts";
import { defaultConfig, Config } from "../../../src/config/schema.ts";
import { findCommands } from "../../../src/text/find-commands.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { aComment, aThread, repository } from "../../helpers/builders.ts";
import { port } from "../../helpers/port.ts";

type Reading = Parameters<NonNullable<typeof outcome.appliesTo>>[2];

const during = "2026-12-08T13:10:00.000Z";
const after = "2026-12-08T14:00:00.000Z";
const over = aBooking({ state: "over" });

/** What a helper writes, at a time. */
function written(body: string, at = after, given: Partial<Thread> = {}, by = "hana"): CommandContextIn<"discussion"> {
  const comment: Comment = aComment({
    id: "DC_9",
    body,
    url: "https://x.example/9",
    author: { login: by, isBot: false },
  });
  const line = findCommands(body).find(({ name }) => name === "outcome");
  if (!line) throw new Error("no outcome");
  const thread = aThread({ comments: [comment], ...given });
  return {
    place: "discussion",
    line,
    repository,
    number: thread.number,
    thread,
    comment: { ...comment, at },
    actor: { login: by, isBot: false },
    roles: ["helper"],
    config: defaultConfig,
    now: new Date(at),
    allowed: [],
    locale: english,
  };
}

const decide = (context: CommandContextIn<"discussion">, booking: Booking | undefined) =>
  JSON.parse(JSON.stringify(decideOutcome(context, booking).actions)) as OfficeHoursAction[];

function kept(actions: readonly OfficeHoursAction[]): Booking | undefined {
  return actions.flatMap((it) => (it.do === "keep-booking" ? [it.booking] : []))[0];
}
const follows = (actions: readonly OfficeHoursAction[]) =>
  actions.flatMap((it) => (it.do === "follow-up" ? [it.event.kind] : []));

describe("an outcome", () => {
  it("is the host's own comment: kept, marked as the answer, and followed by all who show it", () => {
    const actions = decide(written("/outcome Set `lease`.\n\n- then restart\n\n/label docs"), over);
    expect(kept(actions)).toMatchObject({
      state: "done",
      outcome: {
        by: "hana",
        at: after,
        text: "Set `lease`.\n\n- then restart",
        comment: "DC_9",
        url: "https://x.example/9",
      },
    });
    expect(actions).toContainEqual({ do: "mark-answer", repository, number: 12, comment: "DC_9" });
    expect(follows(actions)).toEqual(["follow-booking", "thread-behind", "booking-changed", "promotion-changed"]);
    expect(actions.some((it) => it.do === "record-session")).toBe(false);
  });

  it("is marked in the place of another answer, and once", () => {
    const other = aComment({ id: "DC_5" });
    expect(decide(written("/outcome Set it.", after, { answer: other }), over)).toContainEqual(
      expect.objectContaining({ do: "mark-answer", comment: "DC_9" }),
    );
    const marked = decide(written("/outcome Set it.", after, { answer: aComment({ id: "DC_9" }) }), over);
    expect(marked.map((it) => it.do)).not.toContain("mark-answer");
    expect(follows(marked)).not.toContain("promotion-changed");
  });

  it("is not marked in a category without answers", () => {
    const category = { slug: "general", name: "General", isAnswerable: false };
    const actions = decide(written("/outcome Set it.", after, { category }), over);
    expect(kept(actions)?.state).toBe("done");
    expect(actions.map((it) => it.do)).not.toContain("mark-answer");
  });

  it("ends a session early, which was held until a moment before", () => {
    const actions = decide(written("/outcome Set it.", during), aBooking());
    expect(kept(actions)?.state).toBe("done");
    expect(actions).toContainEqual(
      expect.objectContaining({ do: "record-session", change: "held", at: "2026-12-08T13:09:59.000Z" }),
    );
    const atOnce = decide(written("/outcome Set it.", "2026-12-08T13:00:00.000Z"), aBooking());
    expect(atOnce).toContainEqual(expect.objectContaining({ change: "held", at: "2026-12-08T13:00:00.000Z" }));
  });

  it.each<[string, Booking["state"]]>([
    ["an outcome that was wrong", "done"],
    ["that nobody came", "no-show"],
  ])("takes the place of %s", (_, state) => {
    const text = "No idea.";
    const earlier = { by: "mia", at: during, text, comment: "DC_8", url: "https://x.example/8" };
    const booking = aBooking({ state, ...(state === "done" && { outcome: earlier }) });
    expect(kept(decide(written("/outcome Set it."), booking))?.outcome).toMatchObject({ by: "hana", text: "Set it." });
  });

  it("is kept in bounded length", () => {
    const { outcome: long } = kept(decide(written(`/outcome ${"💡 words ".repeat(7_000)}`), over)) ?? {};
    expect(long?.text.length).toBeLessThanOrEqual(4_000);
    expect(long?.text.isWellFormed()).toBe(true);
  });
});

describe("that nobody came", () => {
  it.each(["/outcome no-show", "/outcome No show.", "Ann did not come.\n\n/outcome no-show"])(
    "%j frees the thread to wait on the asker",
    (body) => {
      const actions = decide(written(body), over);
      expect(kept(actions)).toEqual({ ...over, state: "no-show" });
      expect(actions).toContainEqual({
        do: "record-no-show",
        repository,
        number: 12,
        key: "session:DC_12:cancelled",
        comment: "DC_9",
        by: "hana",
        at: after,
      });
      expect(actions.map((it) => it.do)).not.toContain("mark-answer");
      expect(follows(actions)).toEqual(["follow-booking", "thread-observed", "booking-changed"]);
    },
  );
});

describe("an outcome is refused", () => {
  it.each<[string, string, Booking | undefined, string]>([
    ["where nothing is booked", "/outcome Set it.", undefined, "`/office-hours` books a slot"],
    ["where the session was called off", "/outcome Set it.", aBooking({ state: "cancelled" }), "was called off"],
    [
      "before the session",
      "/outcome Set it.",
      aBooking({ session: "2026-12-09T13:00Z" }),
      "9 December 2026, 13:00 UTC",
    ],
    ["no-show before the session", "/outcome no-show", aBooking({ session: "2026-12-09T13:00Z" }), "when it has begun"],
    [
      "no-show where an outcome is written, whose comment may be marked and promoted",
      "/outcome no-show",
      aBooking({
        state: "done",
        outcome: { by: "mia", at: during, text: "x", comment: "DC_8", url: "https://x.example/8" },
      }),
      "[What came of the session](<https://x.example/8>) is written down already",
    ],
    ["without words", "/outcome", over, "in as many lines as it takes"],
    ["with commands and no words", "/outcome\n/label docs", over, "in as many lines as it takes"],
    ["with a quote and no words", "> it works\n\n/outcome", over, "in as many lines as it takes"],
    ["with a hidden comment alone", "/outcome\n\n<!-- words -->", over, "in as many lines as it takes"],
  ])("%s", (_, body, booking, reason) => {
    expect(() => decide(written(body), booking)).toThrow(UserError);
    expect(() => decide(written(body), booking)).toThrow(reason);
  });
});

describe("/outcome means office hours", () => {
  const sessions = [{ name: "clinic", start: "2026-12-08 14:00" }];
  const asked = { request: { state: "asked" } };
  const withSessions = Config.parse({ sessions });
  const reads = (booking: Booking | undefined, request?: { readonly request: MetRequest }) =>
    port<Reading>("reads", {
      bookings: port<Reading["bookings"]>("bookings", { findBooking: async () => booking }),
      requests: port<Reading["requests"]>("requests", { findRequest: async () => request }),
    });

  it.each<[string, boolean, Parameters<typeof reads>, typeof defaultConfig]>([
    ["where a slot of them is booked", true, [over], defaultConfig],
    ["where a slot of them is booked for a request", true, [over, asked], withSessions],
    ["not where a meeting is", false, [aBooking({ kind: "request" })], withSessions],
    ["where nothing is booked, to say so", true, [undefined], withSessions],
    ["not in a request", false, [undefined, asked], withSessions],
    ["not where there are none", false, [undefined], defaultConfig],
    [
      "not where there are sessions for requests alone",
      false,
      [undefined],
      Config.parse({ sessions: [{ ...sessions[0], kind: "request" }] }),
    ],
  ])("%s", async (_, is, given, config) => {
    expect(await outcome.appliesTo?.({ place: "discussion", repository, number: 12 }, config, reads(...given))).toBe(
      is,
    );
  });
});
