import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/core/delivery.ts";
import { LeaseLostError } from "../../src/core/errors.ts";
import { nothing } from "../../src/core/plan.ts";
import type { ClaimedDelivery, InFlight, Inbox } from "../../src/core/inbox.ts";
import { inLine } from "../helpers/in-line.ts";
import { togetherContract } from "./inbox-together-contract.ts";
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
    togetherContract(() => inbox);
    orderContract(() => inbox);
    retriedOrderContract(() => inbox);
    turnContract(
      () => inbox,
      () => world.as("b"),
    );
    crashContract(
      () => inbox,
      () => world.as("b"),
    );
    leaseContract(
      () => inbox,
      () => world.as("b"),
    );
    planContract(() => inbox);
    failureContract(() => inbox);
    operatorContract(() => inbox);
    forgetContract(() => inbox);
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
    expect(await inbox().accept(delivery("1", { action: "created" }), inLine("k"), at(0))).toBe(true);
    expect(await inbox().accept(delivery("1", { action: "edited" }), inLine("other"), at(1))).toBe(false);
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
    await inbox().accept(delivery("1", payload), inLine("k"), at(0));
    expect(await inbox().claim(at(0), leaseMs)).toEqual({
      ...delivery("1", payload),
      attempts: 0,
      installation: 1,
      receivedAt: at(0),
      plans: {},
      runsAlone: false,
      diedAlone: false,
    });
  });

  it("takes what is done already as done: it is never handed out and holds nothing back", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0), "nothing to do");
    await inbox().accept(delivery("2"), inLine("k"), at(0));
    expect((await inbox().claim(at(1), 1000))?.id).toBe("2");
    expect(await inbox().show("1")).toMatchObject({ state: "done", outcome: "nothing to do", finishedAt: at(0) });
  });

  it("knows what can happen only once, whichever id it comes under", async () => {
    const told = (id: string) => inbox().accept(delivery(id), inLine("k", { cause: "comment:C_1" }), at(0));
    expect([await told("1"), await told("2"), await told("1")]).toEqual([true, true, false]);
    await inbox().accept(delivery("3"), inLine("other", { cause: "comment:C_2" }), at(0));
    expect([await claimedId(inbox(), at(0)), await claimedId(inbox(), at(0))]).toEqual(["1", "3"]);
    expect(await inbox().show("2")).toMatchObject({
      state: "done",
      outcome: "nothing: delivery 1 has told this before",
    });
  });

  it("takes a payload as large as GitHub sends them", async () => {
    const body = "é".repeat(12_500_000);
    await inbox().accept(delivery("1", { body }), inLine("k"), at(0));
    const claimed = await inbox().claim(at(0), leaseMs);
    expect(claimed?.payload).toEqual({ body });
  });

  it("knows the kind of an event of our own", async () => {
    await inbox().accept(
      { id: "t", name: "frontdesk", payload: { kind: "tick", every: "day" } },
      inLine("tick"),
      at(0),
    );
    expect(await inbox().list({ limit: 1 })).toMatchObject([{ name: "frontdesk", action: "tick" }]);
  });
}

function orderContract(inbox: () => Inbox): void {
  it("hands out the oldest first, and nothing twice", async () => {
    for (const id of ["z", "m", "a"]) await inbox().accept(delivery(id), inLine(`key of ${id}`), at(0));
    expect([await claimedId(inbox(), at(1)), await claimedId(inbox(), at(1)), await claimedId(inbox(), at(1))]).toEqual(
      ["z", "m", "a"],
    );
    expect(await claimedId(inbox(), at(1))).toBeUndefined();
  });

  it("holds a key's next delivery back until the one before it has ended, and no other key", async () => {
    await inbox().accept(delivery("first"), inLine("k"), at(0));
    await inbox().accept(delivery("next"), inLine("k"), at(0));
    await inbox().accept(delivery("elsewhere"), inLine("other"), at(0));
    expect(await claimedId(inbox(), at(0))).toBe("first");
    expect(await claimedId(inbox(), at(0))).toBe("elsewhere");
    expect(await claimedId(inbox(), at(0))).toBeUndefined();
    await inbox().finish("first", "done", at(1));
    expect(await claimedId(inbox(), at(1))).toBe("next");
  });

  it("keeps a key's order while the first of it waits for a retry", async () => {
    await inbox().accept(delivery("first"), inLine("k"), at(0));
    await inbox().accept(delivery("next"), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("first", "GitHub is down", at(0), at(10), "failure");
    expect(await claimedId(inbox(), at(9))).toBeUndefined();
    expect(await claimedId(inbox(), at(10))).toBe("first");
  });

  it("goes on with a key when its first has become a dead letter", async () => {
    await inbox().accept(delivery("first"), inLine("k"), at(0));
    await inbox().accept(delivery("next"), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("first", "a bug", at(0), undefined, "failure");
    expect(await claimedId(inbox(), at(0))).toBe("next");
  });
}

function retriedOrderContract(inbox: () => Inbox): void {
  it("waits with a dead letter that is retried for what is in progress with its key, and then goes first", async () => {
    for (const id of ["dead", "next", "last"]) await inbox().accept(delivery(id), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("dead", "a bug", at(0), undefined, "failure");
    expect(await claimedId(inbox(), at(0))).toBe("next");
    await inbox().retry("dead", at(1));
    expect(await claimedId(inbox(), at(1))).toBeUndefined();
    await inbox().fail("next", "GitHub is down", at(1), at(2), "failure");
    expect(await claimedId(inbox(), at(3))).toBe("dead");
    expect(await claimedId(inbox(), at(3))).toBeUndefined();
    await inbox().finish("dead", "done", at(3));
    expect(await claimedId(inbox(), at(3))).toBe("next");
  });
}

/** A hand with this in it, which may hold so many of each installation. */
function withInFlight(deliveries: readonly ClaimedDelivery[], most = 9, turns: readonly number[] = []): InFlight {
  return { deliveries, maxOf: () => most, lastTurnOf: (installation) => turns.lastIndexOf(installation) + 1 };
}

function turnContract(inbox: () => Inbox, another: () => Promise<Inbox>): void {
  it("takes turns between installations, whoever has most in line", async () => {
    for (const id of ["a1", "a2", "a3"]) await inbox().accept(delivery(id), inLine(id, { installation: 1 }), at(0));
    for (const id of ["b1", "b2"]) await inbox().accept(delivery(id), inLine(id, { installation: 2 }), at(0));
    await inbox().accept(delivery("tick"), inLine("tick", { installation: 0 }), at(0));
    const turns: number[] = [];
    const claimed: (string | undefined)[] = [];
    for (let turn = 0; turn < 7; turn++) {
      const it = await inbox().claim(at(1), leaseMs, withInFlight([], 9, turns));
      if (it) turns.push(it.installation);
      claimed.push(it?.id);
    }
    expect(claimed).toEqual(["tick", "a1", "b1", "a2", "b2", "a3", undefined]);
  });

  it("gives the next turn to whoever has least in hand, and none to whoever has enough", async () => {
    for (const id of ["a1", "a2", "a3"]) await inbox().accept(delivery(id), inLine(id, { installation: 1 }), at(0));
    await inbox().accept(delivery("b1"), inLine("b1", { installation: 2 }), at(0));
    const inFlight: ClaimedDelivery[] = [];
    const take = async () => {
      const claimed = await inbox().claim(at(1), leaseMs, withInFlight(inFlight, 2));
      if (claimed) inFlight.push(claimed);
      return claimed?.id;
    };
    expect([await take(), await take(), await take(), await take()]).toEqual(["a1", "b1", "a2", undefined]);
  });

  it("counts what an installation has in progress over all processes", async () => {
    for (const id of ["a1", "a2", "a3", "a4"]) await inbox().accept(delivery(id), inLine(id), at(0));
    await inbox().accept(delivery("b1"), inLine("b1", { installation: 2 }), at(0));
    const other = await another();
    const take = async (it: Inbox) => (await it.claim(at(1), leaseMs, withInFlight([], 3)))?.id;
    expect([await take(inbox()), await take(other), await take(inbox()), await take(other)]).toEqual([
      "a1",
      "b1",
      "a2",
      "a3",
    ]);
    expect([await take(inbox()), await take(other)]).toEqual([undefined, undefined]);
    await inbox().finish("a1", "done", at(1));
    expect(await take(other)).toBe("a4");
  });

  it("goes on with what a dead process left behind, even where it is all that an installation may have", async () => {
    for (const id of ["a1", "a2", "a3"]) await inbox().accept(delivery(id), inLine(id), at(0));
    const other = await another();
    for (const id of ["a1", "a2"]) expect((await inbox().claim(at(0), second, withInFlight([], 2)))?.id).toBe(id);
    const take = async () => (await other.claim(at(2), leaseMs, withInFlight([], 2)))?.id;
    expect([await take(), await take(), await take()]).toEqual(["a1", "a2", undefined]);
  });

  it("hands out what is more urgent first, but never before what came earlier with its key", async () => {
    await inbox().accept(delivery("import"), inLine("import", { priority: 2 }), at(0));
    await inbox().accept(delivery("comment"), inLine("thread 1", { priority: 1 }), at(0));
    await inbox().accept(delivery("question"), inLine("thread 2", { priority: 0 }), at(0));
    await inbox().accept(delivery("edit"), inLine("thread 1", { priority: 0 }), at(0));
    const claimed = [];
    for (let turn = 0; turn < 4; turn++) claimed.push(await claimedId(inbox(), at(1)));
    expect(claimed).toEqual(["question", "comment", "import", undefined]);
  });

  it("lets nobody fill the line: a person's sixth goes behind those of others", async () => {
    for (let index = 1; index <= 7; index++) {
      await inbox().accept(delivery(`x${index}`), inLine(`x${index}`, { actor: "eve" }), at(0));
    }
    await inbox().accept(delivery("ann"), inLine("ann", { actor: "ann" }), at(0));
    await inbox().accept(delivery("sweep"), inLine("sweep", { priority: 2 }), at(0));
    const claimed = [];
    for (let turn = 0; turn < 9; turn++) claimed.push(await claimedId(inbox(), at(1)));
    expect(claimed).toEqual(["x1", "x2", "x3", "x4", "x5", "ann", "sweep", "x6", "x7"]);
  });

  it("does not take over what is in hand, even when its lease seems to have run out", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    const mine = await inbox().claim(at(0), second);
    expect(await inbox().claim(at(1), leaseMs, withInFlight(mine ? [mine] : []))).toBeUndefined();
    expect(await claimedId(inbox(), at(1))).toBe("1");
  });
}

/** A process that ends takes everything down that it has in hand; only one of that may be to blame, or none. */
function crashContract(inbox: () => Inbox, another: () => Promise<Inbox>): void {
  const claimAt = (it: Inbox, seconds: number, inFlight: readonly ClaimedDelivery[] = []) =>
    it.claim(at(seconds), second, withInFlight(inFlight));

  it("runs a delivery alone after two processes ended with it in hand, and waits until it can", async () => {
    const beside = await another();
    await inbox().accept(delivery("1"), inLine("1"), at(0));
    await claimAt(inbox(), 0);
    expect(await claimAt(beside, 2)).toMatchObject({ id: "1", runsAlone: false, diedAlone: false });
    await inbox().accept(delivery("2"), inLine("2"), at(3));
    const other = await inbox().accept(delivery("3"), inLine("3", { priority: 0 }), at(3));
    expect(other).toBe(true);
    const inFlight = await claimAt(inbox(), 4);
    expect(inFlight).toMatchObject({ id: "3" });
    expect(await claimAt(inbox(), 4, inFlight ? [inFlight] : [])).toBeUndefined();
    expect(await claimAt(inbox(), 4)).toMatchObject({ id: "1", attempts: 0, runsAlone: true, diedAlone: false });
  });

  it("knows the one that ended its process with nothing beside it", async () => {
    await inbox().accept(delivery("1"), inLine("1"), at(0));
    for (const seconds of [0, 2, 4]) await claimAt(inbox(), seconds);
    expect(await claimAt(inbox(), 6)).toMatchObject({ id: "1", attempts: 0, diedAlone: true });
    await inbox().fail("1", "its process ended", at(6), at(7), "crash");
    expect(await claimAt(inbox(), 7)).toMatchObject({ attempts: 1, runsAlone: true, diedAlone: false });
    await inbox().fail("1", "a bug", at(7), at(8), "failure");
    expect(await claimAt(inbox(), 8)).toMatchObject({ attempts: 2, runsAlone: false });
  });

  it("does not suspect what went on, a step at a time", async () => {
    await inbox().accept(delivery("1"), inLine("1"), at(0));
    for (let step = 0; step < 9; step++) {
      expect(await claimAt(inbox(), step * 2)).toMatchObject({ attempts: 0, runsAlone: false, diedAlone: false });
      if (step === 0) await inbox().keepPlan("1", "wiki", nothing("many steps"));
      await inbox().markDone("1", "wiki", step);
    }
  });

  it("does not suspect what a process left behind that ended on purpose", async () => {
    await inbox().accept(delivery("1"), inLine("1"), at(0));
    for (let time = 0; time < 9; time++) {
      expect(await claimAt(inbox(), time * 2)).toMatchObject({ attempts: 0, runsAlone: false });
      await inbox().recordShutdown();
    }
  });
}

function leaseContract(inbox: () => Inbox, another: () => Promise<Inbox>): void {
  it("hands a delivery to another worker when its lease has run out, and holds that against nobody", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().claim(at(0), 10 * second);
    const other = await another();
    expect(await claimedId(other, at(9))).toBeUndefined();
    expect(await other.claim(at(10), leaseMs)).toMatchObject({ id: "1", attempts: 0, runsAlone: false });
  });

  it("hands on at once what its worker gives back, and nothing else", async () => {
    for (const id of ["1", "2"]) await inbox().accept(delivery(id), inLine(id), at(0));
    await inbox().claim(at(0), 60 * second);
    await inbox().claim(at(0), 60 * second);
    await inbox().recordShutdown();
    await inbox().giveBack(at(1), ["2"]);
    const other = await another();
    expect(await other.claim(at(1), leaseMs)).toMatchObject({ id: "1", attempts: 0, runsAlone: false });
    expect(await claimedId(other, at(59))).toBeUndefined();
    expect(await claimedId(other, at(60))).toBe("2");
    await expect(inbox().finish("1", "too late", at(61))).rejects.toThrow(LeaseLostError);
  });

  it("lets a worker end what it gave back as long as nobody has taken it", async () => {
    await inbox().accept(delivery("1"), inLine("1"), at(0));
    await inbox().claim(at(0), 60 * second);
    await inbox().giveBack(at(1), []);
    await inbox().finish("1", "done after all", at(2));
    expect(await claimedId(await another(), at(3))).toBeUndefined();
  });

  it("leaves a delivery to whoever renews its lease", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().claim(at(0), 10 * second);
    await inbox().renew("1", at(8), 10 * second);
    const other = await another();
    expect(await claimedId(other, at(17))).toBeUndefined();
    expect(await claimedId(other, at(18))).toBe("1");
  });

  it("lets a slow worker end what nobody has taken over", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
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
    ["fail", (it) => it.fail("1", "mine", at(20), at(30), "failure")],
    ["bury", (it) => it.fail("1", "mine", at(20), undefined, "failure")],
  ])("does not let a worker that lost its lease %s", async (_, act) => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
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
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().keepPlan("1", "wiki", nothing("one\0\ud800"));
    await inbox().keepPlan("1", "answers", nothing("two"));
    for (const step of [10, 2, 2]) await inbox().markDone("1", "wiki", step);
    await inbox().fail("1", "oops", at(0), at(0), "failure");
    const plans = {
      wiki: { plan: nothing("one\0\ud800"), done: [2, 10] },
      answers: { plan: nothing("two"), done: [] },
    };
    expect(await inbox().claim(at(0), leaseMs)).toMatchObject({ id: "1", attempts: 1, plans });
    await inbox().finish("1", "ok", at(1));
    expect(await inbox().show("1")).toMatchObject({ plans });
  });

  it("drops a plan with its steps, so that another can take its place", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
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
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await expect(inbox().markDone("1", "wiki", 0)).rejects.toThrow(/foreign key|has no plan/i);
    await inbox().keepPlan("1", "wiki", nothing("first"));
    await expect(inbox().keepPlan("1", "wiki", nothing("second"))).rejects.toThrow("has a plan for wiki already");
    expect((await inbox().show("1"))?.plans).toEqual({ wiki: { plan: nothing("first"), done: [] } });
  });
}

function failureContract(inbox: () => Inbox): void {
  it("counts failed tries, but not the waits that GitHub asks for", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("1", "a bug", at(0), at(5), "failure");
    await inbox().claim(at(5), leaseMs);
    await inbox().fail("1", "rate limit", at(5), at(60), "wait");
    expect(await inbox().show("1")).toMatchObject({
      state: "waiting",
      attempts: 1,
      runAt: at(60),
      outcome: "rate limit",
    });
  });

  it("keeps dead letters and puts them back in line when told", async () => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().fail("1", "given up", at(3), undefined, "failure");
    expect(await inbox().list({ state: "dead", limit: 10 })).toMatchObject([
      { id: "1", attempts: 1, outcome: "given up", finishedAt: at(3) },
    ]);
    expect(await claimedId(inbox(), at(1_000))).toBeUndefined();
    expect(await inbox().retry("1", at(1_000))).toBe(true);
    expect(await inbox().retry("1", at(1_000))).toBe(false);
    expect(await inbox().claim(at(1_000), leaseMs)).toMatchObject({ id: "1", attempts: 0 });
  });

  it.each(["waiting", "running", "done"])("does not retry what is %s", async (state) => {
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    if (state !== "waiting") await inbox().claim(at(0), leaseMs);
    if (state === "done") await inbox().finish("1", "ok", at(1));
    expect(await inbox().retry("1", at(2))).toBe(false);
    expect(await inbox().retry("unknown", at(2))).toBe(false);
    expect(await inbox().show("1")).toMatchObject({ state });
  });
}

function operatorContract(inbox: () => Inbox): void {
  it("lists the newest first, by state, and counts", async () => {
    for (const id of ["1", "2", "3", "4"]) await inbox().accept(delivery(id), inLine(id), at(0));
    await inbox().claim(at(0), leaseMs);
    await inbox().claim(at(0), leaseMs);
    await inbox().finish("1", "ok", at(1));
    expect((await inbox().list({ limit: 3 })).map((entry) => entry.id)).toEqual(["4", "3", "2"]);
    expect((await inbox().list({ state: "waiting", limit: 9 })).map((entry) => entry.id)).toEqual(["4", "3"]);
    expect(await inbox().counts()).toEqual({ waiting: 2, running: 1, done: 1, dead: 0, refused: 0, gone: 0 });
    expect(await inbox().show("unknown")).toBeUndefined();
  });

  it("lists what has one key, whether it is done or not, the newest first", async () => {
    for (const id of ["1", "2", "3", "4"]) {
      await inbox().accept(delivery(id), inLine(id === "3" ? "other" : "thread"), at(0));
    }
    await inbox().claim(at(0), leaseMs);
    await inbox().finish("1", "ok", at(1));
    const listed = async (limit: number) => (await inbox().list({ orderKey: "thread", limit })).map(({ id }) => id);
    expect(await listed(9)).toEqual(["4", "2", "1"]);
    expect(await listed(2)).toEqual(["4", "2"]);
  });

  it("tells of what is done by what it fell short, and counts it", async () => {
    for (const id of ["1", "2", "3"]) {
      await inbox().accept(delivery(id), inLine(id), at(0));
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
    await inbox().accept(delivery("1"), inLine("k"), at(0));
    await inbox().accept(delivery("behind"), inLine("k"), at(0));
    expect(await inbox().nextRunAt()).toEqual(at(0));
    await inbox().claim(at(0), 30 * second);
    expect(await inbox().nextRunAt()).toEqual(at(30));
    await inbox().fail("1", "oops", at(1), at(90), "failure");
    expect(await inbox().nextRunAt()).toEqual(at(90));
    await inbox().accept(delivery("elsewhere"), inLine("other"), at(40));
    expect(await inbox().nextRunAt()).toEqual(at(40));
  });

  it("prunes what was done long ago, and nothing else", async () => {
    for (const id of ["old", "new", "dead", "running", "waiting"])
      await inbox().accept(delivery(id), inLine(id), at(0));
    for (const id of ["old", "new", "dead", "running"]) expect(await claimedId(inbox(), at(0))).toBe(id);
    await inbox().keepPlan("old", "wiki", nothing("x"));
    await inbox().markDone("old", "wiki", 0);
    await inbox().finish("old", "ok", at(1));
    await inbox().finish("new", "ok", at(5));
    await inbox().fail("dead", "no", at(1), undefined, "failure");
    expect(await inbox().prune(at(5))).toBe(1);
    expect(await inbox().prune(at(5))).toBe(0);
    expect((await inbox().list({ limit: 9 })).map((entry) => entry.id)).toEqual(["waiting", "running", "dead", "new"]);
    expect(await inbox().show("old")).toBeUndefined();
  });
}

function forgetContract(inbox: () => Inbox): void {
  const ofRepository = (id: string, repository: number) => inLine(id, { repository });

  it("forgets what a repository's deliveries said, whatever became of them, and no other's", async () => {
    for (const id of ["done", "dead", "running", "waiting", "by"]) {
      await inbox().accept(delivery(id, { words: id }), ofRepository(id, 7), at(0));
    }
    await inbox().accept(delivery("elsewhere", { words: "theirs" }), ofRepository("elsewhere", 8), at(0));
    for (const id of ["done", "dead", "running"]) {
      expect(await claimedId(inbox(), at(0))).toBe(id);
      await inbox().keepPlan(id, "feature:wiki", nothing(`words of ${id}`));
    }
    await inbox().finish("done", "wiki: publish docs/secret.md, because of secrets; receipt: nothing", at(1));
    await inbox().fail("dead", "Error: secrets", at(1), undefined, "failure");
    expect(await inbox().claim(at(2), leaseMs, withInFlight([]))).toMatchObject({ id: "waiting" });
    await inbox().fail("waiting", "Error: secrets", at(2), at(90), "failure");
    expect(await claimedId(inbox(), at(2))).toBe("by");
    await inbox().accept(delivery("later", { words: "new" }), ofRepository("later", 7), at(2));

    await inbox().forget({ repository: 7 }, "by", at(3));
    const forgotten = { state: "done", payload: undefined, plans: {} };
    const rest = "; the rest was forgotten";
    expect(await inbox().show("done")).toMatchObject({
      ...forgotten,
      outcome: `wiki, receipt${rest}`,
      finishedAt: at(1),
    });
    expect(await inbox().show("dead")).toMatchObject({ ...forgotten, outcome: `Error${rest}` });
    expect(await inbox().show("waiting")).toMatchObject({ ...forgotten, outcome: `Error${rest}`, finishedAt: at(3) });
    expect(await inbox().show("running")).toMatchObject({ state: "running", payload: { words: "running" } });
    expect(await inbox().show("elsewhere")).toMatchObject({ payload: { words: "theirs" } });
    expect(await inbox().show("later")).toMatchObject({ state: "waiting", payload: { words: "new" } });
    expect(await inbox().retry("dead", at(4))).toBe(false);

    await inbox().finish("running", "wiki: publish docs/secret.md", at(4));
    await inbox().fail("by", "Error: secrets", at(4), undefined, "failure");
    expect(await inbox().show("running")).toMatchObject({ ...forgotten, outcome: `wiki${rest}` });
    expect(await inbox().show("by")).toMatchObject({ payload: undefined, outcome: `Error${rest}` });
    expect(await claimedId(inbox(), at(5))).toBe("elsewhere");
  });

  it("forgets of an installation what is of no repository", async () => {
    await inbox().accept(delivery("all", { words: "x" }), inLine("all", { installation: 3 }), at(0), "done: x");
    await inbox().accept(delivery("one", { words: "y" }), inLine("one", { installation: 3, repository: 7 }), at(0));
    await inbox().accept(delivery("other", { words: "z" }), inLine("other", { installation: 4 }), at(0), "done: z");
    await inbox().forget({ installation: 3 }, "one", at(1));
    expect(await inbox().show("all")).toMatchObject({ payload: undefined });
    expect(await inbox().show("one")).toMatchObject({ payload: { words: "y" } });
    expect(await inbox().show("other")).toMatchObject({ payload: { words: "z" } });
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
