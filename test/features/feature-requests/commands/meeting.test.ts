import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { RequestAction } from "../../../../src/features/feature-requests/actions/request-actions.ts";
import { decideDecline } from "../../../../src/features/feature-requests/commands/decline.ts";
import { decideMeeting } from "../../../../src/features/feature-requests/commands/meeting.ts";
import { decideOutcome } from "../../../../src/features/feature-requests/commands/outcome.ts";
import { FeatureRequestsConfig } from "../../../../src/features/feature-requests/config.ts";
import type { FeatureRequest } from "../../../../src/features/feature-requests/feature-request.ts";
import { followBooking } from "../../../../src/features/feature-requests/reconcile/follow-booking.ts";
import { findCommands } from "../../../../src/text/find-commands.ts";
import { aBooking } from "../../../helpers/bookings.ts";
import { aComment, aRequest, aThread, repository } from "../../../helpers/builders.ts";
import { formBody } from "../../../helpers/request-world.ts";

const now = new Date("2026-12-02T09:00:00Z");
const complete = aRequest({ state: "complete" });
const booking = aBooking({ kind: "request", sessionTitle: "Request triage", by: "mia" });
const inSession = followBooking(complete, booking, { now, locale: english });
const ideas = { slug: "ideas", name: "Ideas", isAnswerable: false };

/** What `/meeting`, `/outcome` or `/decline` plans for a request, by name, where there are sessions for requests. */
function plan(
  body: string,
  request: FeatureRequest = complete,
  kinds: readonly string[] = ["request"],
): RequestAction[] {
  const [line] = findCommands(body);
  if (!line) throw new Error("no command");
  const comment = aComment({ id: "DC_9", body, url: "https://x.example/9" });
  const thread = aThread({ category: ideas, body: formBody("Why not.", "Joy.", "Soon."), comments: [comment] });
  const context = {
    line,
    repository,
    thread,
    comment,
    actor: { login: "mia", isBot: false },
    config: {
      language: "auto" as const,
      words: {},
      "feature-requests": FeatureRequestsConfig.parse({}),
      sessions: kinds.map((kind) => ({ kind })),
    },
    now,
    locale: english,
  };
  const facts = {
    thread,
    stored: { request, votes: 0 },
    ours: undefined,
    wasDeleted: false,
    issue: undefined,
    isSearched: false,
    votes: 0,
  };
  const decided =
    line.name === "meeting"
      ? decideMeeting(context, facts)
      : line.name === "outcome"
        ? decideOutcome(context, facts)
        : decideDecline(context, { ...facts, instead: [] });
  return JSON.parse(JSON.stringify(decided.actions)) as RequestAction[];
}

const keptOf = (actions: readonly RequestAction[]) =>
  actions.flatMap((it) => (it.do === "keep-request" ? [it.request] : [])).at(-1);
const eventsOf = (actions: readonly RequestAction[]) =>
  actions.flatMap((it) => (it.do === "follow-up" ? [it.event] : []));

describe("/meeting without words", () => {
  it("asks for the next slot of a session, and changes nothing until there is one", () => {
    const actions = plan("/meeting");
    const event = { kind: "book-session", repository, number: 12, session: "request", by: "mia", askedIn: "DC_9" };
    expect(actions).toEqual([{ do: "follow-up", key: "book-session", event }]);
  });

  it.each<[string, FeatureRequest, readonly string[], string]>([
    ["where there are no sessions for requests", complete, ["office-hours"], "Say when and where"],
    ["where there are none at all", complete, [], "Say when and where"],
    ["of a request that is decided", aRequest({ state: "accepted" }), ["request"], "does not fit"],
    ["where a slot is booked", inSession, ["request"], "8 December 2026, 13:00 UTC, Request triage"],
  ])("is refused %s", (_, request, kinds, reason) => {
    expect(() => plan("/meeting", request, kinds)).toThrow(reason);
  });

  it("takes the place of a meeting that is over, or was arranged in words", () => {
    const over = followBooking(inSession, { ...booking, state: "over" }, { now, locale: english });
    const inWords = aRequest({ state: "meeting", meeting: { when: "Friday", by: "mia" } });
    for (const request of [over, inWords]) {
      expect(eventsOf(plan("/meeting", request))).toMatchObject([{ kind: "book-session" }]);
    }
  });
});

describe("a slot is freed", () => {
  const cancel = { kind: "follow-booking", repository, number: 12, cancel: true };

  it("by /meeting cancel", () => {
    const actions = plan("/meeting cancel", inSession);
    expect(keptOf(actions)?.state).toBe("complete");
    expect(keptOf(actions)).not.toHaveProperty("meeting");
    expect(eventsOf(actions)).toEqual([cancel]);
  });

  it("by a meeting that is arranged in words", () => {
    const actions = plan("/meeting Friday at ten", inSession);
    expect(keptOf(actions)?.meeting).toEqual({ when: "Friday at ten", by: "mia", at: now.toISOString() });
    expect(eventsOf(actions)).toEqual([cancel]);
  });

  it("only where there is one", () => {
    const inWords = aRequest({ state: "meeting", meeting: { when: "Friday", by: "mia" } });
    expect(eventsOf(plan("/meeting cancel", inWords))).toEqual([]);
    expect(eventsOf(plan("/meeting Monday", inWords, []))).toEqual([]);
  });
});

describe("the session of a request ends", () => {
  const outcome = { by: "mia", text: "We want it.\n\n- for admins", comment: "DC_9", url: "https://x.example/9" };

  it("with its outcome, in all its lines", () => {
    const actions = plan("/outcome We want it.\n\n- for admins", inSession);
    expect(keptOf(actions)?.meeting?.outcome).toBe("We want it.\n\n- for admins");
    expect(eventsOf(actions)).toMatchObject([{ kind: "follow-booking", outcome }]);
  });

  it("with a decision that tells the outcome", () => {
    const actions = plan('/decline outcome:"Nobody wants it." It is too much.', inSession);
    expect(eventsOf(actions)).toMatchObject([{ kind: "follow-booking", outcome: { text: "Nobody wants it." } }]);
  });

  it("with nothing where its meeting was arranged in words", () => {
    const inWords = aRequest({ state: "meeting", meeting: { when: "Friday", by: "mia" } });
    expect(eventsOf(plan("/outcome We want it.", inWords))).toEqual([]);
  });

  it.each([
    ["/outcome", "Write what came of the meeting"],
    ["/outcome no-show", "`/meeting` plans another one"],
  ])("not by %s", (body, reason) => {
    expect(() => plan(body, inSession)).toThrow(reason);
  });
});
