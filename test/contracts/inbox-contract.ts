import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/core/delivery.ts";
import { LeaseLostError } from "../../src/core/errors.ts";
import { nothing } from "../../src/core/plan.ts";
import type { Inbox } from "../../src/core/inbox.ts";
import { anyStep, InboxModel, type Step } from "./inbox-model.ts";

/** One empty inbox on one adapter, and the processes that work on it. */
export interface InboxWorld {
  /** The inbox as the process of this name sees it. */
  as(holder: string): Promise<Inbox>;
  close(): Promise<void>;
}

const second = 1_000;
const leaseMs = 60 * second;

/** What every inbox keeps, whichever database is behind it; `histories` is how many random ones are tried. */
export function inboxContract(adapter: string, open: () => Promise<InboxWorld>, histories: number): void {
  describe(`the inbox on ${adapter}`, () => {
    let world: InboxWorld;
    let inbox: Inbox;

    beforeEach(async () => {
      world = await open();
      inbox = await world.as("a");
    });
    afterEach(() => world.close());

    acceptContract(() => inbox);
    orderContract(() => inbox);
    leaseContract(
      () => inbox,
      () => world.as("b"),
    );
    planContract(() => inbox);
    failureContract(() => inbox);
    operatorContract(() => inbox);
  });
  historyContract(adapter, open, histories);
}

/** A time so many seconds into the test. */
export function at(seconds: number): Date {
  return new Date(1_767_600_000_000 + seconds * second);
}

function delivery(id: string, payload: unknown = { action: "created" }): Delivery {
  return { id, name: "discussion", payload };
}

async function claimedId(inbox: Inbox, now: Date): Promise<string | undefined> {
  return (await inbox.claim(now, leaseMs))?.id;
}

function acceptContract(inbox: () => Inbox): void {
  it("takes the same delivery once, and keeps it as it first came", async () => {
    expect(await inbox().accept(delivery("1", { action: "created" }), "k", at(0))).toBe(true);
    expect(await inbox().accept(delivery("1", { action: "edited" }), "other", at(1))).toBe(false);
    expect(await inbox().show("1")).toEqual({
      id: "1",
      name: "discussion",
      action: "created",
      orderKey: "k",
      state: "waiting",
      attempts: 0,
      receivedAt: at(0),
      runAt: at(0),
      payload: { action: "created" },
      plans: {},
    });
  });

  it.each<[string, unknown]>([
    ["NUL characters", { body: "a\0b", "k\0": "\0" }],
    ["lone surrogates", { body: "a\ud800b\udfff" }],
    ["what looks like SQL and JSON", { body: `'); drop table deliveries; -- "}` }],
    ["emoji and right-to-left text", { body: "👩‍👩‍👧 שלום ‮" }],
    ["a name of Object's", JSON.parse(`{"__proto__": {"a": 1}, "constructor": null}`)],
    ["no object", "just text"],
    ["nothing", null],
  ])("hands out a payload with %s unchanged", async (_, payload) => {
    await inbox().accept(delivery("1", payload), "k", at(0));
    expect(await inbox().claim(at(0), leaseMs)).toEqual({
      ...delivery("1", payload),
      attempts: 0,
      receivedAt: at(0),
      plans: {},
    });
  });

  it("takes what is done already as done: it is never handed out and holds nothing back", async () => {
    await inbox().accept(delivery("1"), "k", at(0), "nothing to do");
    await inbox().accept(delivery("2"), "k", at(0));
    expect((await inbox().claim(at(1), 1000))?.id).toBe("2");
    expect(await inbox().show("1")).toMatchObject({ state: "done", outcome: "nothing to do", finishedAt: at(0) });
  });

  it("takes a payload as large as GitHub sends them", async () => {
    const body = "é".repeat(12_500_000);
    await inbox().accept(delivery("1", { body }), "k", at(0));
    const claimed = await inbox().claim(at(0), leaseMs);
    expect(claimed?.payload).toEqual({ body });
  });

  it("knows the kind of an event of our own", async () => {
    await inbox().accept({ id: "t", name: "frontdesk", payload: { kind: "tick", every: "day" } }, "tick", at(0));
    expect(await inbox().list({ limit: 1 })).toMatchObject([{ name: "frontdesk", action: "tick" }]);
  });
}

function orderContract(inbox: () => Inbox): void {
  it("hands out the oldest first, and nothing twice", async () => {
    for (const id of ["z", "m", "a"]) await inbox().accept(delivery(id), `key of ${id}`, at(0));
    expect([await claimedId(inbox(), at(1)), await claimedId(inbox(), at(1)), await claimedId(inbox(), at(1))]).toEqual(
      ["z", "m", "a"],
    );
    expect(await claimedId(inbox(), at(1))).toBeUndefined();
  });

  it("holds a key's next delivery back until the one before it has ended, and no other key", async () => {
    await inbox().accept(delivery("first"), "k", at(0));
    await inbox().accept(delivery("next"), "k", at(0));
    await inbox().accept(delivery("elsewhere"), "other", at(0));
    expect(await claimedId(inbox(), at(0))).toBe("first");
    expect(await claimedId(inbox(), at(0))).toBe("elsewhere");
    expect(await claimedId(inbox(), at(0))).toBeUndefined();
    await inbox().finish("first", "done", at(1));
    expect(await claimedId(inbox(), at(1))).toBe("next");
  });

  it("keeps a key's order while the first of it waits for a retry", async () => {
    await inbox().accept(delivery("first"), "k", at(0));
    await inbox().accept(delivery("next"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("first", "GitHub is down", at(0), at(10), true);
    expect(await claimedId(inbox(), at(9))).toBeUndefined();
    expect(await claimedId(inbox(), at(10))).toBe("first");
  });

  it("goes on with a key when its first has become a dead letter", async () => {
    await inbox().accept(delivery("first"), "k", at(0));
    await inbox().accept(delivery("next"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("first", "a bug", at(0), undefined, true);
    expect(await claimedId(inbox(), at(0))).toBe("next");
  });
}

function leaseContract(inbox: () => Inbox, another: () => Promise<Inbox>): void {
  it("hands a delivery to another worker when its lease has run out, and counts the try", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), 10 * second);
    const other = await another();
    expect(await claimedId(other, at(9))).toBeUndefined();
    expect(await other.claim(at(10), leaseMs)).toMatchObject({ id: "1", attempts: 1 });
  });

  it("leaves a delivery to whoever renews its lease", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), 10 * second);
    await inbox().renew("1", at(8), 10 * second);
    const other = await another();
    expect(await claimedId(other, at(17))).toBeUndefined();
    expect(await claimedId(other, at(18))).toBe("1");
  });

  it("lets a slow worker end what nobody has taken over", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), second);
    await inbox().finish("1", "done late", at(100));
    expect(await inbox().show("1")).toMatchObject({ state: "done", outcome: "done late", finishedAt: at(100) });
  });

  it.each<[string, (inbox: Inbox) => Promise<void>]>([
    ["renew", (it) => it.renew("1", at(20), leaseMs)],
    ["keep a plan", (it) => it.keepPlan("1", "first", nothing("mine"))],
    ["drop a plan", (it) => it.dropPlan("1", "stage")],
    ["mark a step", (it) => it.markDone("1", "stage", 1)],
    ["finish", (it) => it.finish("1", "mine", at(20))],
    ["fail", (it) => it.fail("1", "mine", at(20), at(30), true)],
    ["bury", (it) => it.fail("1", "mine", at(20), undefined, true)],
  ])("does not let a worker that lost its lease %s", async (_, act) => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), 10 * second);
    const other = await another();
    await other.claim(at(10), leaseMs);
    await other.keepPlan("1", "stage", nothing("theirs"));
    await other.markDone("1", "stage", 0);
    const before = await other.show("1");
    await expect(act(inbox())).rejects.toThrow(LeaseLostError);
    expect(await other.show("1")).toEqual(before);
    await other.finish("1", "theirs", at(21));
    await expect(act(inbox())).rejects.toThrow(LeaseLostError);
    expect(await other.show("1")).toMatchObject({ state: "done", outcome: "theirs" });
  });
}

function planContract(inbox: () => Inbox): void {
  it("keeps plans and done steps for the next try", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().keepPlan("1", "wiki", nothing("one\0\ud800"));
    await inbox().keepPlan("1", "answers", nothing("two"));
    for (const step of [10, 2, 2]) await inbox().markDone("1", "wiki", step);
    await inbox().fail("1", "oops", at(0), at(0), true);
    const plans = {
      wiki: { plan: nothing("one\0\ud800"), done: [2, 10] },
      answers: { plan: nothing("two"), done: [] },
    };
    expect(await inbox().claim(at(0), leaseMs)).toMatchObject({ id: "1", attempts: 1, plans });
    await inbox().finish("1", "ok", at(1));
    expect(await inbox().show("1")).toMatchObject({ plans });
  });

  it("drops a plan with its steps, so that another can take its place", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().keepPlan("1", "wiki", nothing("stale"));
    await inbox().keepPlan("1", "answers", nothing("good"));
    await inbox().markDone("1", "wiki", 0);
    await inbox().dropPlan("1", "wiki");
    await inbox().dropPlan("1", "wiki");
    expect((await inbox().show("1"))?.plans).toEqual({ answers: { plan: nothing("good"), done: [] } });
    await inbox().keepPlan("1", "wiki", nothing("fresh"));
    expect((await inbox().show("1"))?.plans["wiki"]).toEqual({ plan: nothing("fresh"), done: [] });
  });

  it("does not write one plan over another, nor mark a step of none", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await expect(inbox().markDone("1", "wiki", 0)).rejects.toThrow(/foreign key/i);
    await inbox().keepPlan("1", "wiki", nothing("first"));
    await expect(inbox().keepPlan("1", "wiki", nothing("second"))).rejects.toThrow("has a plan for wiki already");
    expect((await inbox().show("1"))?.plans).toEqual({ wiki: { plan: nothing("first"), done: [] } });
  });
}

function failureContract(inbox: () => Inbox): void {
  it("counts failed tries, but not the waits that GitHub asks for", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("1", "a bug", at(0), at(5), true);
    await inbox().claim(at(5), leaseMs);
    await inbox().fail("1", "rate limit", at(5), at(60), false);
    expect(await inbox().show("1")).toMatchObject({
      state: "waiting",
      attempts: 1,
      runAt: at(60),
      outcome: "rate limit",
    });
  });

  it("keeps dead letters and puts them back in line when told", async () => {
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("1", "given up", at(3), undefined, true);
    expect(await inbox().list({ state: "dead", limit: 10 })).toMatchObject([
      { id: "1", attempts: 1, outcome: "given up", finishedAt: at(3) },
    ]);
    expect(await claimedId(inbox(), at(1_000))).toBeUndefined();
    expect(await inbox().retry("1", at(1_000))).toBe(true);
    expect(await inbox().retry("1", at(1_000))).toBe(false);
    expect(await inbox().claim(at(1_000), leaseMs)).toMatchObject({ id: "1", attempts: 0 });
  });

  it.each(["waiting", "running", "done"])("does not retry what is %s", async (state) => {
    await inbox().accept(delivery("1"), "k", at(0));
    if (state !== "waiting") await inbox().claim(at(0), leaseMs);
    if (state === "done") await inbox().finish("1", "ok", at(1));
    expect(await inbox().retry("1", at(2))).toBe(false);
    expect(await inbox().retry("unknown", at(2))).toBe(false);
    expect(await inbox().show("1")).toMatchObject({ state });
  });
}

function operatorContract(inbox: () => Inbox): void {
  it("lists the newest first, by state, and counts", async () => {
    for (const id of ["1", "2", "3", "4"]) await inbox().accept(delivery(id), id, at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().claim(at(0), leaseMs);
    await inbox().finish("1", "ok", at(1));
    expect((await inbox().list({ limit: 3 })).map((entry) => entry.id)).toEqual(["4", "3", "2"]);
    expect((await inbox().list({ state: "waiting", limit: 9 })).map((entry) => entry.id)).toEqual(["4", "3"]);
    expect(await inbox().counts()).toEqual({ waiting: 2, running: 1, done: 1, dead: 0, refused: 0, gone: 0 });
    expect(await inbox().show("unknown")).toBeUndefined();
  });

  it("tells of what is done by what it fell short, and counts it", async () => {
    for (const id of ["1", "2", "3"]) {
      await inbox().accept(delivery(id), id, at(0));
      await inbox().claim(at(0), leaseMs);
    }
    await inbox().finish("1", "related-answers: nothing, because GitHub refused it", at(1), "refused");
    await inbox().finish("2", "nothing more: the discussion is gone", at(1), "gone");
    await inbox().finish("3", "all well", at(1));
    expect(await inbox().list({ shortfall: "refused", limit: 9 })).toMatchObject([{ id: "1", shortfall: "refused" }]);
    expect(await inbox().list({ state: "done", shortfall: "gone", limit: 9 })).toMatchObject([{ id: "2" }]);
    expect(await inbox().list({ state: "dead", shortfall: "gone", limit: 9 })).toEqual([]);
    expect(await inbox().counts()).toMatchObject({ done: 3, refused: 1, gone: 1 });
    expect(await inbox().show("3")).not.toHaveProperty("shortfall");
  });

  it("tells when something can next be claimed", async () => {
    expect(await inbox().nextRunAt()).toBeUndefined();
    await inbox().accept(delivery("1"), "k", at(0));
    await inbox().accept(delivery("behind"), "k", at(0));
    expect(await inbox().nextRunAt()).toEqual(at(0));
    await inbox().claim(at(0), 30 * second);
    expect(await inbox().nextRunAt()).toEqual(at(30));
    await inbox().fail("1", "oops", at(1), at(90), true);
    expect(await inbox().nextRunAt()).toEqual(at(90));
    await inbox().accept(delivery("elsewhere"), "other", at(40));
    expect(await inbox().nextRunAt()).toEqual(at(40));
  });

  it("prunes what was done long ago, and nothing else", async () => {
    for (const id of ["old", "new", "dead", "running", "waiting"]) await inbox().accept(delivery(id), id, at(0));
    for (const id of ["old", "new", "dead", "running"]) expect(await claimedId(inbox(), at(0))).toBe(id);
    await inbox().keepPlan("old", "wiki", nothing("x"));
    await inbox().markDone("old", "wiki", 0);
    await inbox().finish("old", "ok", at(1));
    await inbox().finish("new", "ok", at(5));
    await inbox().fail("dead", "no", at(1), undefined, true);
    expect(await inbox().prune(at(5))).toBe(1);
    expect(await inbox().prune(at(5))).toBe(0);
    expect((await inbox().list({ limit: 9 })).map((entry) => entry.id)).toEqual(["waiting", "running", "dead", "new"]);
    expect(await inbox().show("old")).toBeUndefined();
  });
}

/**
 * Whatever happens in whatever order, the inbox does what a short model does: nothing is lost, a key's deliveries come
 * in order, and of one key never two are in hand at once.
 */
function historyContract(adapter: string, open: () => Promise<InboxWorld>, histories: number): void {
  it(`any history of the inbox on ${adapter} is that of its model`, async () => {
    const anyHistory = fc.array(anyStep, { minLength: 10, maxLength: 60, size: "max" });
    const replay = fc.asyncProperty(anyHistory, async (history) => {
      const world = await open();
      const inboxes = { a: await world.as("a"), b: await world.as("b") };
      const model = new InboxModel();
      for (const step of [...history, ...untilAllIsDone]) {
        const { act, answer } = model.apply(step);
        expect(await act(inboxes)).toEqual(answer);
        const entries = await inboxes.b.list({ limit: 100 });
        expect(
          entries.toReversed().map((it) => ({ id: it.id, key: it.orderKey, state: it.state, attempts: it.attempts })),
        ).toEqual(model.entries());
      }
      expect(model.hasUnfinished()).toBe(false);
      await world.close();
    });
    await fc.assert(replay, { numRuns: histories });
  });
}

/** Claims and finishes more often than there can be deliveries; `pick` 0 is the only one in hand by then, or the oldest. */
const untilAllIsDone: readonly Step[] = Array.from({ length: 26 }, (): readonly Step[] => [
  { do: "pass", ms: 60 },
  { do: "claim", by: "a" },
  { do: "finish", by: "a", pick: 0 },
]).flat();
