import { z } from "zod";
import { requestStates } from "../../features/feature-requests/feature-request.ts";
import { orders } from "../../features/feature-requests/order-requests.ts";
import { gatherFaq } from "../gather/gather-faq.ts";
import { gatherRequests, readRequestFilter } from "../gather/gather-requests.ts";
import { gatherSessionsView } from "../gather/gather-sessions.ts";
import type { PageReads } from "../gather/reads.ts";
import type { PageContext } from "../page.ts";
import { endpoint, word } from "./endpoint.ts";
import { seconds, threadName, time, toTime } from "./shapes.ts";

const count = z.int().nonnegative();

/** Entries of the FAQ. */
export const listFaq = endpoint({
  path: "/faq",
  audience: "reader",
  operation: "listFaqEntries",
  summary: "FAQ entries with hits, what people thought of them, and whether they are stale.",
  query: {},
  answer: z.strictObject({
    entries: z.array(
      z.strictObject({
        id: z.string(),
        question: z.string(),
        url: z.string(),
        place: z.string().describe("File and anchor."),
        hits: count.describe("Discussions in which it was suggested."),
        helpful: count,
        unhelpful: count,
        verified: z.string().nullable().describe("Day."),
        stale: z.array(z.string()).describe("Why it is stale; empty while it is fresh."),
        source: z.int().nullable().describe("Number of the discussion that it was promoted from."),
      }),
    ),
  }),
  async read({ repository, reads }: PageContext<Pick<PageReads, "knowledge" | "faq">>) {
    const { entries } = await gatherFaq(repository, reads);
    return {
      entries: entries.map(({ verified, source, stale, ...it }) => ({
        ...it,
        verified: verified ?? null,
        source: source ?? null,
        stale: [...stale],
      })),
    };
  },
});

/** Feature requests. */
export const listRequests = endpoint({
  path: "/requests",
  audience: "reader",
  operation: "listRequests",
  summary: "Feature requests with votes, whom each waits on, and how long a decision took.",
  query: {
    state: word(requestStates, "Only those in this state."),
    sort: word(orders, "In which order; `votes` where nothing is stated."),
  },
  answer: z.strictObject({
    requests: z.array(
      z.strictObject({
        ...threadName,
        state: z.enum(requestStates),
        since: time,
        askedAt: time,
        askedBy: z.string().nullable(),
        votes: count,
        urgency: z.enum(["high", "medium", "low", "unknown"]),
        waitsOn: z.string().nullable(),
        timeToDecision: seconds.nullable().describe("Seconds in calendar time."),
        issue: z.strictObject({ number: z.int(), url: z.string() }).nullable(),
      }),
    ),
  }),
  async read({ repository, query, reads }: PageContext<Pick<PageReads, "requests">>) {
    const { requests } = await gatherRequests(repository, readRequestFilter(query), reads);
    return {
      requests: requests.map(({ request, votes, urgency, waitsOn, timeToDecision, issue }) => {
        const { number, title, url, state, since, askedAt, askedBy } = request;
        return {
          number,
          title,
          url,
          state,
          since,
          askedAt,
          votes,
          urgency,
          askedBy: askedBy ?? null,
          waitsOn: waitsOn ?? null,
          timeToDecision: timeToDecision ?? null,
          issue: issue ? { number: issue.number, url: issue.url } : null,
        };
      }),
    };
  },
});

/** Office hours and meetings. */
export const listSessions = endpoint({
  path: "/sessions",
  audience: "reader",
  operation: "listSessions",
  summary: "The sessions of the next four weeks with their free slots, and what is booked.",
  query: {},
  answer: z.strictObject({
    sessions: z.array(
      z.strictObject({
        series: z.string(),
        key: z.string().describe("With the series it tells a session from all others."),
        kind: z.enum(["office-hours", "request"]),
        title: z.string(),
        start: time,
        end: time,
        timeZone: z.string(),
        hosts: z.array(z.string()),
        slots: count,
        free: z.array(time).describe("Starts of the slots that nobody has."),
      }),
    ),
    bookings: z.array(
      z.strictObject({ ...threadName, series: z.string(), start: time, end: time, hosts: z.array(z.string()) }),
    ),
  }),
  async read({ repository, reads, now }: PageContext<Pick<PageReads, "records" | "watch" | "bookings">>) {
    const { sessions, bookings } = await gatherSessionsView(repository, reads, now);
    return {
      sessions: sessions.map(({ session: { series, key, kind, title, start, end, timeZone, hosts, slots }, free }) => ({
        series,
        key,
        kind,
        title,
        timeZone,
        start: toTime(start),
        end: toTime(end),
        hosts: [...hosts],
        slots: slots.length,
        free: free.map(toTime),
      })),
      bookings: bookings.map(({ number, title, url, series, start, end, hosts }) => ({
        number,
        title,
        url,
        series,
        start,
        end,
        hosts: [...hosts],
      })),
    };
  },
});
