import { describe, expect, it } from "vitest";
import { requestStates, type FeatureRequest } from "../../../../src/features/feature-requests/feature-request.ts";
import type { ListedRequest } from "../../../../src/features/feature-requests/store/request-records.ts";
import { FeatureRequestsConfig } from "../../../../src/features/feature-requests/config.ts";
import { decideSweep, sweepable } from "../../../../src/features/feature-requests/events/sweep-requests.ts";
import { aRequest, repository } from "../../../helpers/builders.ts";

const config = FeatureRequestsConfig.parse({});
const now = new Date("2026-06-01T12:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;

const friday = { when: "Friday", by: "mia" };

function listed(number: number, given: Partial<FeatureRequest> = {}, votes = 1): ListedRequest {
  return { repository, request: aRequest({ number, ...given }), votes };
}

/** What a sweep plans: votes written down, and numbers looked at. */
function swept(requests: ListedRequest[], votes: readonly (readonly [number, number])[], deep = false, at = now) {
  const { actions } = decideSweep(repository, { found: "votes", requests, votes: new Map(votes) }, deep, config, at);
  return {
    votes: actions.flatMap((it) => (it.do === "record-votes" ? [[it.number, it.votes]] : [])),
    looks: actions.flatMap((it) => {
      return it.do === "follow-up" && it.event.kind === "follow-request" ? [it.event.number] : [];
    }),
  };
}

describe("the sweep", () => {
  it("writes down votes that changed, and looks at nothing else", () => {
    expect(
      swept(
        [listed(1), listed(2, {}, 3)],
        [
          [1, 2],
          [2, 3],
        ],
      ),
    ).toEqual({ votes: [[1, 2]], looks: [] });
  });

  it.each<[string, Partial<FeatureRequest>, number, boolean]>([
    ["enough votes for a decision", {}, 10, true],
    ["one vote less", {}, 9, false],
    ["votes enough with those of duplicates", { votesFrom: { "9": 8 } }, 2, true],
    ["votes enough, and known to be", { isReady: true }, 50, false],
    ["another vote, on an agenda that says how many", { state: "meeting", meeting: friday }, 2, true],
    ["as many votes, on an agenda", { state: "meeting", meeting: friday }, 1, false],
    ["another vote after its meeting", { state: "meeting", meeting: { ...friday, outcome: "Yes." } }, 2, false],
    ["ten more since it was declined", { state: "declined", decision: declined(5) }, 15, true],
    ["nine more since it was declined", { state: "declined", decision: declined(5) }, 14, false],
  ])("looks at one with %s", (_, given, votes, isLooked) => {
    expect(swept([listed(1, given)], [[1, votes]]).looks).toEqual(isLooked ? [1] : []);
  });

  it("looks at those that are gone", () => {
    expect(swept([listed(1)], []).looks).toEqual([1]);
  });

  it("looks each day at all that can still change, and for a month at what has ended", () => {
    const since = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
    const requests = [
      listed(1, { since: since(300) }),
      listed(2, { state: "accepted", since: since(300) }),
      listed(3, { state: "shipped", since: since(29) }),
      listed(4, { state: "shipped", since: since(31) }),
    ];
    const votes = requests.map(({ request }) => [request.number, 1] as const);
    expect(swept(requests, votes, true).looks.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it("gives each its turn where there are more than one sweep looks at", () => {
    const requests = Array.from({ length: 450 }, (_, index) => listed(index + 1));
    const votes = requests.map(({ request }) => [request.number, 1] as const);
    const days = [0, 1, 2, 3, 4].map(
      (day) => swept(requests, votes, true, new Date(now.getTime() + day * dayMs)).looks,
    );
    expect(days.map(({ length }) => length)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(days.flat()).size).toBe(450);
  });

  it("leaves out the states that nobody votes for", () => {
    expect(requestStates.filter((it) => !sweepable.includes(it))).toEqual(["duplicate", "closed"]);
  });
});

function declined(votes: number) {
  return { is: "declined", by: "mia", at: "2026-03-02T09:00:00.000Z", votes } as const;
}
