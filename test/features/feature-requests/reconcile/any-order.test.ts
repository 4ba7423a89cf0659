import fc from "fast-check";
import { expect, it } from "vitest";
import {
  requestStates,
  type FeatureRequest,
  type ObservedIssue,
} from "../../../../src/features/feature-requests/feature-request.ts";
import type { Booking } from "../../../../src/core/booking.ts";
import { FeatureRequestsConfig } from "../../../../src/features/feature-requests/config.ts";
import { labelChanges } from "../../../../src/features/feature-requests/states/state-labels.ts";
import { repository } from "../../../helpers/builders.ts";
import { RequestModel } from "../../../helpers/request-model.ts";
import { formBody } from "../../../helpers/request-world.ts";

const { labels } = FeatureRequestsConfig.parse({});

const commands = [
  "/accept",
  "/accept",
  "/decline It is too much.",
  "/reopen",
  "/meeting Friday",
  "/meeting",
  "/meeting cancel",
  "/outcome We want it.",
  '/accept outcome:"We want it."',
  "/duplicate #99",
];

/** What can happen, as a name and what it does to the model; `heard`: the webhook came. */
const happenings = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...commands).map((text) => [text, (it: RequestModel) => it.command(text)] as const),
  },
  fc.constantFrom(formBody("Why not.", "Joy.", "Soon."), "Nothing.", "Why: it hurts").map(
    (body) =>
      [
        `edited to ${JSON.stringify(body.slice(0, 20))}`,
        (it: RequestModel) => {
          it.thread = { ...it.thread, body };
        },
      ] as const,
  ),
  fc.constantFrom("resolved", "duplicate", undefined).map(
    (closed) =>
      [
        `a person makes the thread ${closed ?? "open"}`,
        (it: RequestModel) => {
          const { closed: _, ...open } = it.thread;
          it.thread = closed ? { ...open, closed } : open;
          const actor = { login: "mia", isBot: false };
          const change = closed ? "closed" : "reopened";
          it.look({ kind: "discussion-changed", repository, number: it.thread.number, actor, change });
        },
      ] as const,
  ),
  fc.constantFrom<ObservedIssue["state"]>("open", "completed", "not-planned", "duplicate", "lost").map(
    (state) =>
      [
        `the issue is ${state}`,
        (it: RequestModel) => {
          const issue = it.issues.findLast((one) => one.state !== "lost");
          if (issue) issue.state = state;
        },
      ] as const,
  ),
  fc
    .constantFrom("over", "cancelled", "moved")
    .map((change) => [`its session is ${change}`, (it: RequestModel) => it.session(change)] as const),
  fc.constant(["a webhook comes, maybe again", (it: RequestModel) => void it.look()] as const),
  fc.integer({ min: 0, max: 8 }).map(
    (steps) =>
      [
        `from now on the process dies after ${steps} steps`,
        (it: RequestModel) => {
          it.diesAfter = steps;
        },
      ] as const,
  ),
  fc.constantFrom(1, 60, 24 * 60).map(
    (minutes) =>
      [
        `${minutes} minutes pass`,
        (it: RequestModel) => {
          it.now = new Date(it.now.getTime() + minutes * 60_000);
        },
      ] as const,
  ),
);

/** A request is in a meeting of a session while, and only while, a slot of it is booked, or its outcome is to come. */
function expectAgreement(request: FeatureRequest, booking: Booking | undefined): void {
  const { state, meeting } = request;
  const isUndecided = state === "asked" || state === "complete" || state === "meeting";
  if (isUndecided && booking?.state === "booked") {
    expect(state).toBe("meeting");
    if (meeting?.slot) expect(meeting.slot.start).toBe(booking.start);
    else expect(Date.parse(meeting?.at ?? "")).toBeGreaterThan(Date.parse(booking.bookedAt));
  }
  if (meeting?.slot && meeting.outcome === undefined) expect(["booked", "over"]).toContain(booking?.state);
}

it("no sequence of commands, edits, closings, deaths and redeliveries makes a second issue or an unknown state, and all agrees in the end", () => {
  fc.assert(
    fc.property(fc.array(happenings, { maxLength: 30 }), (sequence) => {
      const model = new RequestModel();
      const actor = { login: "ann", isBot: false };
      model.look({ kind: "discussion-opened", repository, number: model.thread.number, actor });
      for (const [, happen] of sequence) {
        happen(model);
        expect(requestStates).toContain(model.stored?.request.state);
        // One that was deleted may be made anew, by another key.
        expect(model.issues.filter(({ state }) => state !== "lost").length).toBeLessThanOrEqual(1);
        expect(new Set(model.issues.map(({ key }) => key)).size).toBe(model.issues.length);
      }
      model.now = new Date(model.now.getTime() + 60 * 60_000);
      for (let i = 0; i < 3; i++) model.look();
      expect(model.look().actions).toEqual([]);
      const request = model.stored?.request;
      if (!request) throw new Error("nothing is stored");
      expect(labelChanges(request, model.thread.labels, labels)).toEqual({ add: [], remove: [] });
      expectAgreement(request, model.booking);
      if (request.state === "declined") expect(model.openIssues).toBe(0);
      if (request.state === "shipped") expect(["completed", "lost"]).toContain(model.issues.at(-1)?.state);
      if (request.state === "accepted") expect(["open", "lost"]).toContain(model.issues.at(-1)?.state);
      if (request.state === "declined") expect(model.thread.closed).toBeDefined();
      if (["asked", "complete"].includes(request.state)) expect(model.thread.closed).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});
