import { describe, expect, it } from "vitest";
import type { ClaimedDelivery } from "../../src/core/inbox.ts";
import { Worker } from "../../src/pipeline/work.ts";
import { aFeature, opened, plan, planning, redeliver } from "./pieces.ts";
import { PipelineWorld } from "./pipeline-world.ts";

/** Something that goes on until it is told to end. */
function held() {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const hold = async (): Promise<void> => {
    begin();
    await ended;
  };
  return { hold, begun, end };
}

/** What another process finds to take up right after a stop. */
async function takenByAnother({ inbox, now }: PipelineWorld): Promise<ClaimedDelivery | undefined> {
  return inbox.as("another").claim(now, 60_000);
}

describe("a worker that is stopped", () => {
  it("lets what is in progress end", async () => {
    const { hold, begun, end } = held();
    const world = new PipelineWorld({ features: [aFeature("slow", hold, () => plan(redeliver(1)))] });
    await world.accept(opened);
    const worker = new Worker(world.deps);
    worker.start();
    await begun;
    const stopped = worker.stop(60_000);
    end();
    await stopped;
    expect(world.changes).toEqual(["redeliver 1"]);
    expect(await world.inbox.counts()).toMatchObject({ done: 1, running: 0 });
  });

  it("gives back at once what still reads when its time is over, and does nothing of it any more", async () => {
    const { hold, begun, end } = held();
    const world = new PipelineWorld({ features: [aFeature("slow", hold, () => plan(redeliver(1)))] });
    await world.accept(opened);
    const worker = new Worker(world.deps);
    worker.start();
    await begun;
    await worker.stop(20);
    expect(await takenByAnother(world)).toMatchObject({ id: "delivery-1", attempts: 0, runsAlone: false });
    end();
    await worker.stop(20);
    await new Promise(setImmediate);
    expect(world.changes).toEqual([]);
  });

  it("keeps what is in the middle of a step, and begins no other one", async () => {
    const { hold, begun, end } = held();
    const world = new PipelineWorld({ features: [planning("two", redeliver(1, 2))] });
    world.beforeWrite = hold;
    await world.accept(opened);
    const worker = new Worker(world.deps);
    worker.start();
    await begun;
    await worker.stop(20);
    expect(await takenByAnother(world)).toBeUndefined();
    end();
    await expect.poll(() => world.inbox.show("delivery-1").then((it) => it?.plans["feature:two"]?.done)).toEqual([0]);
    expect(world.changes).toEqual(["redeliver 1"]);
    // When the lease has run out, with the step that was done.
    world.now = new Date(world.now.getTime() + 60_000);
    expect(await takenByAnother(world)).toMatchObject({ plans: { "feature:two": { done: [0] } }, attempts: 0 });
  });

  it("gives back what ends its step in the last moments", async () => {
    const { hold, begun, end } = held();
    const world = new PipelineWorld({ features: [planning("two", redeliver(1, 2))] });
    world.beforeWrite = hold;
    await world.accept(opened);
    const worker = new Worker(world.deps);
    worker.start();
    await begun;
    const stopped = worker.stop(400);
    // After no step begins any more: half of the time is for those that have begun.
    setTimeout(end, 300);
    await stopped;
    expect(world.changes).toEqual(["redeliver 1"]);
    expect(await takenByAnother(world)).toMatchObject({ plans: { "feature:two": { done: [0] } }, attempts: 0 });
  });
});
