import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WatchedThread } from "../../../src/core/thread-status.ts";
import { threads } from "../../../src/dashboard/pages/threads.ts";
import { waiting } from "../../../src/dashboard/pages/waiting.ts";
import { UserError } from "../../../src/core/errors.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { aRequest } from "../../helpers/builders.ts";
import { aReading, facts } from "../../helpers/thread-facts.ts";
import { linksTo, openPageWorld, rowsOf, widgets, type PageWorld, type ShownPage } from "../page-world.ts";

const now = new Date("2026-03-02T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

let world: PageWorld;
beforeEach(async () => {
  world = await openPageWorld();
});
afterEach(() => world.close());

async function mustLook(page: Parameters<PageWorld["look"]>[0], query = ""): Promise<ShownPage> {
  const shown = await world.look(page, query, { now });
  if (!shown) throw new Error("There is no such page");
  return shown;
}

/** A thread that waits on the team since nine, and what is said about it. */
async function watch(number: number, given: Partial<WatchedThread> = {}): Promise<void> {
  const { watch: store, timelines } = world.stores;
  const title = given.title ?? `Question ${number}`;
  await timelines.takeIn(widgets, facts({ number, reading: aReading(number, { observed: { title } }) }));
  await store.keepWatch(widgets, "one", ago(100));
  await store.keepWatched(widgets, {
    digest: "one",
    thread: {
      number,
      id: `D_${number}`,
      title,
      url: `https://github.com/acme/widgets/discussions/${number}`,
      category: "q-a",
      priority: "p3",
      reckonedFrom: "0:0",
      breaches: [],
      state: { status: "waiting-on-team", since: ago(3), hasCommunityAnswer: false, lastWordAt: ago(3) },
      ...given,
    },
  });
}

describe("who waits on whom", () => {
  it("lists by time left, with clocks that run", async () => {
    await watch(1, { due: { clock: "resolution", at: ago(-2), nearAt: ago(0) } });
    await watch(2, { due: { clock: "first-response", at: ago(5), nearAt: ago(6) }, title: "<img src=x onerror=1>" });
    const page = await mustLook(waiting);
    expect(rowsOf(page, "2 in all")).toEqual([
      ["#2 <img src=x onerror=1>", "overdue, was due 5 h ago", "first response", "p3", "3 h ago", ""],
      ["#1 Question 1", "due in 2 h", "resolution", "p3", "3 h ago", ""],
    ]);
    expect(page.document.querySelector("img")).toBeNull();
    expect(linksTo(page, "#1 Question 1")).toEqual(["/acme/widgets/threads/1"]);
  });

  it("lists requests to be decided, and sessions without an outcome or a host", async () => {
    const { requests, bookings } = world.stores;
    await requests.keepRequest(widgets, aRequest({ state: "complete", since: ago(48).toISOString() }));
    await requests.keepVotes(widgets, 12, 7);
    const held = aBooking({ number: 3, title: "Held", session: "2026-02-24T13:00Z", state: "over" });
    const open = aBooking({ number: 4, title: "To come", session: "2026-03-03T13:00Z", hosts: [] });
    for (const it of [held, open]) await bookings.keepBooking(widgets, it, undefined);
    const { text } = await mustLook(waiting);
    expect(text).toContain("#12 Dark mode 7 2 d ago");
    expect(text).toContain("#3 Held 2026-02-24 13:00 UTC hana");
    expect(text).toContain("#4 To come 2026-03-03 13:00 UTC nobody named");
  });

  it("says so where nobody waits", async () => {
    expect((await mustLook(waiting)).text).toContain("Nobody waits on the team.");
  });
});

describe("the list of discussions", () => {
  it("shows the newest first, with their state", async () => {
    await watch(1);
    await watch(2, { priority: "p1" });
    await world.stores.timelines.takeIn(widgets, facts({ number: 3, reading: aReading(1) }));
    const rows = rowsOf(await mustLook(threads), "Discussions");
    expect(rows.map(([title, , , , state, priority]) => [title, state, priority])).toEqual([
      ["#3 How do I change the log level?", "not watched", ""],
      ["#2 Question 2", "waits on the team", "p1"],
      ["#1 Question 1", "waits on the team", "p3"],
    ]);
  });

  it.each([
    ["priority=p1", ["#2 Question 2"]],
    ["title=QUESTION+1", ["#1 Question 1"]],
    ["status=waiting-on-team", ["#2 Question 2", "#1 Question 1"]],
    ["status=answered", []],
    ["category=ideas", []],
    ["label=%27%3B+drop+table", []],
    ["asker=ANN&before=2", ["#1 Question 1"]],
  ])("narrows by %s", async (query, expected) => {
    await watch(1);
    await watch(2, { priority: "p1" });
    expect(rowsOf(await mustLook(threads, query), "Discussions").map(([title]) => title)).toEqual(expected);
  });

  it("leads on to older ones, and finds all of them", async () => {
    const { timelines } = world.stores;
    const all = Array.from({ length: 60 }, (_, index) => facts({ number: index + 1, reading: aReading(1) }));
    await timelines.takeIn(widgets, ...all);
    const first = await mustLook(threads);
    const [older = ""] = linksTo(first, "Older ones");
    const second = await mustLook(threads, older.split("?")[1]);
    const numbers = [first, second].flatMap((it) =>
      rowsOf(it, "Discussions").map(([title]) => /^#(\d+)/u.exec(title ?? "")?.[1]),
    );
    expect(numbers).toEqual(all.map(({ number }) => String(number)).toReversed());
    expect(linksTo(second, "Older ones")).toEqual([]);
  });

  it.each(["status=lost", "before=0", "before=1e3", "before=99999999999999999999"])("refuses %s", async (query) => {
    await expect(mustLook(threads, query)).rejects.toThrow(UserError);
  });
});
