import { z } from "zod";
import { collectLists } from "../../features/living-issue/gather/collect-lists.ts";
import type { Listed, ListedSession, ListedThread, WaitingThread } from "../../features/living-issue/lists.ts";
import type { PageReads } from "../gather/reads.ts";
import type { PageContext } from "../page.ts";
import { endpoint } from "./endpoint.ts";
import { clockKind, threadName, time, toTime } from "./shapes.ts";

type Reads = Pick<PageReads, "livingIssues" | "watch" | "requests" | "resolutions" | "faq" | "bookings">;

const waitingThread = z.strictObject({
  ...threadName,
  priority: z.string(),
  since: time,
  assignee: z.string().nullable(),
  due: z.strictObject({ clock: clockKind, at: time, isOver: z.boolean() }).nullable(),
});

const session = z.strictObject({
  ...threadName,
  at: time.nullable(),
  when: z.string().nullable().describe("In words, where somebody wrote it so."),
  hosts: z.array(z.string()).describe("Logins."),
  awaitsDecision: z.boolean(),
});

const breach = z.strictObject({
  ...threadName,
  clock: clockKind,
  dueAt: time,
  isOpen: z.boolean(),
  priority: z.string(),
});

function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    total: z.int().nonnegative(),
    items: z.array(item).describe("The first ones; 400 at most."),
  });
}

/** Who waits on whom, as the living issue lists it. */
export const waiting = endpoint({
  path: "/waiting",
  audience: "reader",
  operation: "listWaiting",
  summary: "Who waits on whom, what is due when, what is to be decided, and which sessions lack an outcome or a host.",
  query: {},
  answer: z.strictObject({
    at: time,
    onUs: listOf(waitingThread).describe("By time left."),
    onAsker: listOf(waitingThread),
    toBeMarked: listOf(z.strictObject({ ...threadName, since: time })),
    toBeDecided: listOf(z.strictObject({ ...threadName, votes: z.int(), since: time })),
    breaches: listOf(breach).describe("Targets missed within a week."),
    withoutOutcome: listOf(session),
    withoutHost: listOf(session),
  }),
  async read({ repository, reads, now }: PageContext<Reads>) {
    const lists = await collectLists(repository, reads, now);
    return {
      at: toTime(now),
      onUs: listed(lists.onUs, toWaiting),
      onAsker: listed(lists.onAsker, toWaiting),
      toBeMarked: listed(lists.toBeMarked, (it) => ({ ...nameOf(it), since: toTime(it.since) })),
      toBeDecided: listed(lists.toBeDecided, (it) => ({ ...nameOf(it), votes: it.votes, since: toTime(it.since) })),
      breaches: listed(lists.breaches, ({ clock, dueAt, isOpen, priority, ...it }) => ({
        ...nameOf(it),
        clock,
        dueAt: toTime(dueAt),
        isOpen,
        priority,
      })),
      withoutOutcome: listed(lists.withoutOutcome, toSession),
      withoutHost: listed(lists.withoutHost, toSession),
    };
  },
});

function listed<Item, Shown>({ items, total }: Listed<Item>, toShown: (item: Item) => Shown) {
  return { total, items: items.map(toShown) };
}

function nameOf({ number, title, url }: ListedThread) {
  return { number, title, url };
}

function toWaiting(it: WaitingThread) {
  const { priority, since, assignee, due } = it;
  return {
    ...nameOf(it),
    priority,
    since: toTime(since),
    assignee: assignee ?? null,
    due: due ? { clock: due.clock, at: toTime(due.at), isOver: due.isOver } : null,
  };
}

function toSession(it: ListedSession) {
  const { at, when, hosts = [], awaitsDecision = false } = it;
  return { ...nameOf(it), at: at ? toTime(at) : null, when: when ?? null, hosts: [...hosts], awaitsDecision };
}
