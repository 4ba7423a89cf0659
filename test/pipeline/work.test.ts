import { afterEach, describe, expect, it } from "vitest";
import { GoneError, NotReadyError, RateLimitError } from "../../src/core/errors.ts";
import type { ClaimedDelivery } from "../../src/core/inbox.ts";
import { Worker } from "../../src/pipeline/work.ts";
import { PipelineWorld, type Given } from "./pipeline-world.ts";
import { aFeature, commented, opened, ping, plan, planning, redeliver } from "./pieces.ts";

let worker: Worker | undefined;
afterEach(() => worker?.stop(1000));

function aWorld(given: Given): PipelineWorld {
  return new PipelineWorld(given);
}

/** Works until nothing is left that can be done now. */
async function work({ deps }: PipelineWorld): Promise<void> {
  worker ??= new Worker(deps);
  worker.start();
  await worker.idle();
  await worker.stop(1000);
  worker = undefined;
}

const bug = new Error("a bug");

describe("a delivery that fails", () => {
  it("is tried again until it is done, and nothing of it twice", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1, 2))] });
    world.fail("redeliver 2", bug, { times: 2 });
    await world.accept(opened);
    await work(world);
    expect(world.changes).toEqual(["redeliver 1", "redeliver 2"]);
    expect(await world.inbox.show("delivery-1")).toMatchObject({ state: "done", attempts: 2 });
  });

  it("is given up after the last try, and whoever wrote its command is told by 😕", async () => {
    const world = aWorld({ commands: [ping(redeliver(1))] });
    world.fail("redeliver 1", bug, { times: 9 });
    await world.accept(commented("/ping"));
    await work(world);
    expect(world.changes).toEqual(["react eyes to DC_1", "react confused to DC_1"]);
    expect(await world.inbox.show("delivery-1")).toMatchObject({ state: "dead", attempts: 3, outcome: "Error: a bug" });
  });

  it("is given up in silence when nobody asked for it", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1))], commands: [ping()] });
    world.fail("redeliver 1", bug, { times: 9 });
    await world.accept(opened);
    await work(world);
    expect(world.changes).toEqual([]);
    expect(await world.inbox.counts()).toMatchObject({ dead: 1 });
  });

  it("is given up all the same when the person cannot be told", async () => {
    const world = aWorld({ commands: [ping(redeliver(1))] });
    world.fail("redeliver 1", bug, { times: 9 });
    world.fail("react confused", bug);
    await world.accept(commented("/ping"));
    await work(world);
    expect(await world.inbox.counts()).toMatchObject({ dead: 1 });
  });

  it("goes on behind what was done when an operator has it tried again", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1, 2))] });
    world.fail("redeliver 2", bug, { times: 3 });
    await world.accept(opened);
    await work(world);
    await world.inbox.retry("delivery-1", world.now);
    await work(world);
    expect(world.changes).toEqual(["redeliver 1", "redeliver 2"]);
    expect(await world.inbox.counts()).toMatchObject({ done: 1, dead: 0 });
  });

  it("holds up what comes behind it in its thread, and no other thread", async () => {
    const world = aWorld({
      features: [
        aFeature(
          "only",
          () => undefined,
          () => plan(redeliver(1)),
        ),
      ],
    });
    const later = new Date(world.now.getTime() + 60_000);
    world.fail("redeliver 1", new RateLimitError("too fast", later));
    await world.accept(opened, "first");
    await work(world);
    await world.accept(opened, "behind");
    await world.accept({ ...opened, number: 13 }, "elsewhere");
    await work(world);
    const stateOf = async (id: string) => (await world.inbox.show(id))?.state;
    expect([await stateOf("first"), await stateOf("behind"), await stateOf("elsewhere")]).toEqual([
      "waiting",
      "waiting",
      "done",
    ]);
    world.now = later;
    await work(world);
    expect(await world.inbox.counts()).toMatchObject({ waiting: 0, done: 3 });
  });
});

describe("a delivery that does not come to an end by its own doing", () => {
  it("waits until GitHub allows it, which is no try", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1))] });
    const retryAt = new Date(world.now.getTime() + 3_600_000);
    world.fail("redeliver 1", new RateLimitError("too fast", retryAt));
    await world.accept(opened);
    await work(world);
    expect(await world.inbox.show("delivery-1")).toMatchObject({ state: "waiting", attempts: 0, runAt: retryAt });
    world.now = retryAt;
    await work(world);
    expect(world.changes).toEqual(["redeliver 1"]);
  });

  it("waits until what it takes has been read, which is no try either and holds up nobody", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1))] });
    const retryAt = new Date(world.now.getTime() + 1_000);
    world.fail("redeliver 1", new NotReadyError("the docs are being read", retryAt));
    await world.accept(opened, "first");
    await world.accept({ ...opened, number: 13 }, "elsewhere");
    await work(world);
    expect(await world.inbox.show("first")).toMatchObject({ state: "waiting", attempts: 0, runAt: retryAt });
    expect(await world.inbox.show("elsewhere")).toMatchObject({ state: "done" });
  });

  it("has the worker idle while it takes nothing of the installation", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1))] });
    const retryAt = new Date(world.now.getTime() + 10_000);
    world.fail("redeliver 1", new RateLimitError("too fast", retryAt, { isForAll: true }));
    await world.accept(opened, "first");
    worker = new Worker(world.deps);
    worker.start();
    await worker.idle();
    await world.accept({ ...opened, number: 13 }, "elsewhere");
    worker.wake();
    await worker.idle();
    expect(await world.inbox.counts()).toMatchObject({ waiting: 2, done: 0 });
    world.now = retryAt;
    worker.wake();
    await worker.idle();
    expect(await world.inbox.counts()).toMatchObject({ waiting: 0, done: 2 });
    await worker.stop(1000);
    worker = undefined;
  });

  it("is done with when what it is about is gone", async () => {
    const world = aWorld({ commands: [ping()] });
    world.fail("react eyes", new GoneError("the discussion is gone"));
    await world.accept(commented("/ping"));
    await work(world);
    expect(await world.inbox.show("delivery-1")).toMatchObject({
      state: "done",
      shortfall: "gone",
      outcome: "nothing more: GoneError: the discussion is gone",
    });
  });

  it("is counted as a failure when it ended its process while nothing else ran", async () => {
    const world = aWorld({ features: [planning("only", redeliver(1))] });
    await world.accept(opened);
    // Three processes take it up and end, the last with nothing beside it.
    for (const holder of ["x", "y", "z"]) {
      await world.inbox.as(holder).claim(world.now, 1_000);
      world.now = new Date(world.now.getTime() + 2_000);
    }
    const claim = world.inbox.claim.bind(world.inbox);
    const tries: Pick<ClaimedDelivery, "attempts" | "diedAlone" | "runsAlone">[] = [];
    world.inbox.claim = async (...given) => {
      const claimed = await claim(...given);
      if (claimed) tries.push(claimed);
      return claimed;
    };
    await work(world);
    // The end of its process counts as a try; then it runs with nothing beside it, and is done.
    expect(tries).toMatchObject([
      { attempts: 0, diedAlone: true },
      { attempts: 1, diedAlone: false, runsAlone: true },
    ]);
    expect(world.changes).toEqual(["redeliver 1"]);
    expect(await world.inbox.show("delivery-1")).toMatchObject({ state: "done", attempts: 1 });
  });
});

describe("deliveries", () => {
  it("of one thread are handled in the order they came", async () => {
    const world: PipelineWorld = aWorld({
      features: [
        aFeature(
          "only",
          () => world.changes.length,
          (seen) => plan(redeliver(seen)),
        ),
      ],
    });
    for (const id of ["a", "b", "c"]) await world.accept(opened, id);
    await work(world);
    expect(world.changes).toEqual(["redeliver 0", "redeliver 1", "redeliver 2"]);
  });
});
