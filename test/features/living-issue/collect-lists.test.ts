import { expect, it } from "vitest";
import type { Booking } from "../../../src/core/booking.ts";
import type { WatchedThread } from "../../../src/core/thread-status.ts";
import { collectLists } from "../../../src/features/living-issue/gather/collect-lists.ts";
import { digestOf } from "../../../src/features/living-issue/lists.ts";
import type {
  BookingLists,
  FaqLists,
  ListedRequest,
  ProposalLists,
  ReadsWithLivingIssues,
  RequestLists,
  WatchLists,
} from "../../../src/features/living-issue/reads.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { repository } from "../../helpers/builders.ts";
import { port } from "../../helpers/port.ts";

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9));
const now = at(20);

function watched(number: number, given: Partial<WatchedThread> = {}, status = "waiting-on-team"): WatchedThread {
  return {
    number,
    title: `Question ${number}`,
    url: `https://github.com/acme/widgets/discussions/${number}`,
    id: `D_${number}`,
    category: "q-a",
    priority: "p3",
    reckonedFrom: "0:0",
    breaches: [],
    state: {
      status: status as WatchedThread["state"]["status"],
      since: at(number),
      hasCommunityAnswer: false,
      lastWordAt: at(number),
    },
    ...given,
  };
}

function asked(
  number: number,
  state: "complete" | "meeting",
  given: Partial<ListedRequest["request"]> = {},
  votes = 1,
) {
  const url = `https://github.com/acme/widgets/discussions/${number}`;
  const request = {
    number,
    title: `Request ${number}`,
    url,
    state,
    since: at(2).toISOString(),
    votesFrom: {},
    ...given,
  };
  return { request, votes };
}

/** Our own records; none of them where a test names none. */
function records(given: {
  readonly threads?: readonly WatchedThread[];
  readonly requests?: readonly ListedRequest[];
  readonly since?: Date;
  readonly faq?: string;
  readonly over?: readonly Booking[];
  readonly coming?: readonly Booking[];
}): ReadsWithLivingIssues {
  const { threads = [], requests = [], since = at(1), faq, over = [], coming = [] } = given;
  const of = (status: string) => threads.filter(({ state }) => state.status === status);
  return port<ReadsWithLivingIssues>("reads", {
    watch: port<WatchLists>("watch", {
      watchedThreads: async (_, { status, breachedSince }) =>
        breachedSince
          ? threads.filter(({ breaches }) => breaches.some(({ dueAt }) => dueAt >= breachedSince))
          : (status ?? []).flatMap(of),
      countWatched: async () => ({
        "waiting-on-team": of("waiting-on-team").length,
        "waiting-on-asker": of("waiting-on-asker").length,
        "awaiting-decision": 0,
        "session-booked": 0,
        answered: 0,
        closed: 0,
      }),
      watchedSince: async () => since,
    }),
    requests: port<RequestLists>("requests", { requests: async () => requests }),
    resolutions: port<ProposalLists>("resolutions", { openProposals: async () => [] }),
    bookings: port<BookingLists>("bookings", {
      withoutOutcome: async (_, before) => over.filter(({ end }) => Date.parse(end) < before.getTime()),
      bookingsAfter: async () => coming,
    }),
    faq: port<FaqLists>("faq", { findReview: async () => (faq === undefined ? undefined : { lists: faq }) }),
  });
}

const late = (day: number): Partial<WatchedThread> => ({
  breaches: [{ clock: "first-response", dueAt: at(day), isOpen: true }],
});

const collect = (given: Parameters<typeof records>[0], when = now) => collectLists(repository, records(given), when);

it("targets that were missed are those of a week, the newest first", async () => {
  const breach = (day: number, isOpen = true) => ({ clock: "first-response" as const, dueAt: at(day), isOpen });
  const threads = [
    watched(1, { breaches: [breach(5), breach(14)] }),
    watched(2, { breaches: [breach(19, false)] }),
    watched(3, { breaches: [breach(21)] }),
  ];
  const { breaches } = await collect({ threads });
  expect(breaches.items.map(({ number, dueAt }) => [number, dueAt.getUTCDate()])).toEqual([
    [2, 19],
    [1, 14],
  ]);
});

it("those who wait for the asker longest come first", async () => {
  const threads = [9, 3, 6].map((number) => watched(number, {}, "waiting-on-asker"));
  expect((await collect({ threads })).onAsker.items.map(({ number }) => number)).toEqual([3, 6, 9]);
});

it("requests to be decided are those with most votes first, duplicates' votes counted", async () => {
  const requests = [
    asked(1, "complete", {}, 4),
    asked(2, "complete", { votesFrom: { "7": 5 } }, 1),
    asked(3, "meeting", { meeting: { when: "Thursday", outcome: "We want it." } }, 5),
    asked(4, "meeting", { meeting: { when: "Thursday" } }, 90),
  ];
  const { toBeDecided } = await collect({ requests });
  expect(toBeDecided.items.map(({ number, votes }) => [number, votes])).toEqual([
    [2, 6],
    [3, 5],
    [1, 4],
  ]);
});

it.each([
  ["in words", "Thursday at ten", true],
  ["that is over", "2026-03-19T10:00Z, in the usual call", true],
  ["on a day that is over", "2026-03-19", true],
  ["that is to come", "2026-03-21T10:00Z", false],
  ["on no day at all", "2026-13-45", true],
])("a meeting %s has no outcome, or needs none yet", async (_, when, is) => {
  const { withoutOutcome } = await collect({ requests: [asked(1, "meeting", { meeting: { when } })] });
  expect(withoutOutcome.total).toBe(is ? 1 : 0);
});

it("sessions of office hours are listed a day after their end, and those of requests by the requests", async () => {
  const ended = (day: number, given: Partial<Booking> = {}) =>
    aBooking({ number: day, start: at(day - 1).toISOString(), end: at(day).toISOString(), state: "over", ...given });
  const slot = { start: at(17).toISOString(), end: at(18).toISOString(), hosts: ["mia"] };
  const requests = [
    asked(30, "meeting", { meeting: { when: "", slot } }),
    asked(31, "meeting", { meeting: { when: "", slot: { ...slot, end: at(21).toISOString() } } }),
  ];
  const over = [ended(18), ended(20), ended(17, { kind: "request" })];
  const { withoutOutcome } = await collect({ over, requests });
  expect(withoutOutcome.items).toEqual([
    expect.objectContaining({ number: 18, at: at(17), hosts: ["hana"] }),
    expect.objectContaining({ number: 30, at: at(17), hosts: ["mia"], awaitsDecision: true }),
  ]);
});

const inSession = {
  when: "",
  slot: { start: at(17).toISOString(), end: at(18).toISOString(), hosts: ["mia"] },
};

it("booked sessions that nobody holds are listed", async () => {
  const coming = [aBooking({ number: 1 }), aBooking({ number: 2, hosts: [] })];
  expect((await collect({ coming })).withoutHost.items.map(({ number }) => number)).toEqual([2]);
});

it.each([
  ["an old thread", { threads: [watched(1)], since: at(5) }, false],
  ["an old thread that is overdue", { threads: [watched(1, late(15))], since: at(16) }, false],
  ["a new thread that was answered late", { threads: [watched(17, late(18), "answered")], since: at(16) }, true],
  ["a thread with a new word", { threads: [watched(6)], since: at(5) }, true],
  ["an old request", { requests: [asked(1, "complete")], since: at(5) }, false],
  ["a stale entry of the FAQ", { faq: "#### Stale entries (1)", since: at(5) }, true],
  [
    "a session without an outcome",
    { over: [aBooking({ state: "over", end: at(4).toISOString() })], since: at(5) },
    true,
  ],
  ["a session without a host", { coming: [aBooking({ hosts: [] })], since: at(5) }, true],
  ["a session of an old request", { requests: [asked(1, "meeting", { meeting: inSession })], since: at(5) }, true],
  ["an old request's meeting", { requests: [asked(1, "meeting", { meeting: { when: "2026-03-01" } })] }, false],
  ["nothing", {}, false],
] as const)("%s is news or none", async (_, given, is) => {
  expect((await collect(given)).isNews).toBe(is);
});

it("the same is the same however late it is, until a target is missed", async () => {
  const due = { clock: "resolution" as const, at: at(25), nearAt: at(24) };
  const digest = async (day: number) =>
    digestOf({ own: await collect({ threads: [watched(1, { due })] }, at(day)), others: [] });
  expect(await digest(21)).toBe(await digest(20));
  expect(await digest(25)).not.toBe(await digest(20));
});
