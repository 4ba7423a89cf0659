import { z } from "zod";
import type { ThreadStatus } from "../../core/thread-status.ts";
import { gatherThread, type ThreadReads } from "../gather/gather-thread.ts";
import { listThreads, readThreadFilter } from "../gather/list-threads.ts";
import { toCount } from "../gather/read-query.ts";
import type { PageReads } from "../gather/reads.ts";
import type { PageContext } from "../page.ts";
import { endpoint, optional, word } from "./endpoint.ts";
import { suggestedItem, threshold } from "./found.ts";
import { toThreadAnswer } from "./thread-answer.ts";
import { clockKind, seconds, threadHead, threadStatus, time, toTime } from "./shapes.ts";

const statuses: readonly ThreadStatus[] = threadStatus.options;

/** Threads by their numbers, the highest first. */
export const listAllThreads = endpoint({
  path: "/threads",
  audience: "reader",
  operation: "listThreads",
  summary: "Discussions, the newest first, fifty at most; `before` leads on.",
  query: {
    status: word(statuses, "Only those in this state."),
    category: optional("Only those of this category, by its slug."),
    label: optional("Only those with this label."),
    priority: optional("Only those of this priority."),
    title: optional("Only those with all of these words in the title."),
    asker: optional("Only those that this person opened."),
    before: optional("Only those with lower numbers.", "100"),
  },
  answer: z.strictObject({
    threads: z.array(
      z.strictObject({
        ...threadHead,
        status: threadStatus.nullable().describe("Null where it is not watched."),
        priority: z.string().nullable(),
        due: z.strictObject({ clock: clockKind, at: time }).nullable(),
      }),
    ),
    before: z.int().nullable().describe("What to ask for next: there may be more. Null at the end."),
  }),
  async read({ repository, query, reads }: PageContext<Pick<PageReads, "timelines" | "watch">>) {
    const { threads, before } = await listThreads(repository, readThreadFilter(query, statuses), reads);
    const listed = threads.map(({ thread: { number, openedAt, asker, observed }, watched }) => ({
      number,
      title: observed.title,
      url: observed.url,
      openedAt: toTime(openedAt),
      asker: asker ?? null,
      category: observed.category,
      labels: [...observed.labels],
      status: watched?.state.status ?? null,
      priority: watched?.priority ?? null,
      due: watched?.due ? { clock: watched.due.clock, at: toTime(watched.due.at) } : null,
    }));
    return { threads: listed, before: before ?? null };
  },
});

const entry = z.strictObject({
  at: time,
  kind: z.enum(["comment", "answered", "unanswered", "closed", "reopened", "needs-info", "assigned", "session"]),
  by: z.string().nullable().describe("Login; null where nobody is known."),
  actor: z.enum(["asker", "helper", "maintainer", "community", "bot"]).nullable(),
  what: z.string().nullable().describe("Why it was closed, to whom it was given, what became of the session."),
});

const clock = z.strictObject({
  clock: clockKind,
  state: z.enum(["running", "paused", "frozen", "met"]),
  startedAt: time,
  target: seconds.describe("Business seconds."),
  elapsed: seconds.describe("Business seconds."),
  dueAt: time.nullable(),
  metAt: time.nullable(),
  isBreached: z.boolean(),
  segments: z.array(
    z.strictObject({
      from: time,
      to: time,
      is: z.enum(["running", "paused", "frozen"]),
      counted: seconds.describe("Business seconds."),
      because: z.string(),
    }),
  ),
});

/** All that is on record of a thread. */
export const getThread = endpoint({
  path: "/threads/{number}",
  audience: "reader",
  operation: "getThread",
  summary: "A discussion: its timeline, its clocks with their segments, what was considered and why, what came of it.",
  params: { number: z.string().meta({ description: "Number of the discussion.", example: "12" }) },
  query: {},
  answer: z.strictObject({
    number: z.int(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    openedAt: time.nullable(),
    asker: z.string().nullable(),
    category: z.string().nullable(),
    labels: z.array(z.string()),
    entries: z.array(entry).describe("What happened, the oldest first. No words of people."),
    status: threadStatus.nullable(),
    priority: z.string().nullable(),
    unwatched: z.string().nullable().describe("Why it has no clocks."),
    clocks: z.array(clock),
    suggestion: z
      .strictObject({
        mode: z.enum(["live", "shadow"]),
        items: z.array(suggestedItem),
        best: suggestedItem.nullable().describe("Where nothing was good enough."),
        threshold,
        because: z.string(),
      })
      .nullable(),
    feedback: z.array(
      z.strictObject({ by: z.string(), helpful: z.boolean(), isAsker: z.boolean(), via: z.string(), at: time }),
    ),
    request: z.strictObject({ state: z.string(), since: time }).nullable(),
    booking: z.strictObject({ state: z.string(), start: time, end: time, hosts: z.array(z.string()) }).nullable(),
    promotion: z.strictObject({ state: z.string(), file: z.string(), question: z.string() }).nullable(),
  }),
  async read({ repository, params, reads, now }: PageContext<ThreadReads>) {
    const number = toCount(params["number"] ?? "");
    const view = number === undefined ? undefined : await gatherThread(repository, number, reads, now);
    return view && toThreadAnswer(view);
  },
});
