import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Crowd } from "./crowd.ts";
import { ThreeProcesses } from "./three-processes.ts";

const timeout = 600_000;

/** All that was accepted is done, nothing is given up or left, and everything that should be there is there once. */
async function expectAllOnce(desk: ThreeProcesses, crowd: Crowd): Promise<void> {
  const { counts, done, shortfalls } = await desk.settled();
  expect(counts).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  expect(shortfalls).toEqual([]);
  expect([...desk.webhooks.accepted].filter((id) => !done.has(id))).toEqual([]);
  expect([...desk.webhooks.lost]).toEqual([]);
  expect(crowd.wrongs()).toEqual([]);
}

describe("three processes on one PostgreSQL", () => {
  it(
    "do all that 200 threads ask of them once, while two are killed in turn",
    { timeout },
    async ({ onTestFinished }) => {
      const desk = await ThreeProcesses.open(onTestFinished);
      const crowd = new Crowd(desk.world);
      // Ten at once, so that each process has several in progress however fast the machine is.
      const cameUntil = async (size: number) => {
        for (; crowd.size < size; await sleep(200)) for (let coming = 0; coming < 10; coming++) crowd.comes();
      };
      const [, first] = await Promise.all([cameUntil(80), desk.killAtWork(0)]);
      const [, second] = await Promise.all([cameUntil(160), desk.killAtWork(1)]);
      await cameUntil(200);
      expect(first.length).toBeGreaterThan(0);
      expect(second.length).toBeGreaterThan(0);
      await expectAllOnce(desk, crowd);
      // What the dead had in progress others have done; and each of the three has done a part.
      const [one, two, three] = [0, 1, 2].map((index) => desk.handledBy(index));
      const survivors = new Set([...(two ?? []), ...(three ?? [])]);
      expect(first.filter((id) => !survivors.has(id))).toEqual([]);
      expect(second.filter((id) => !three?.has(id))).toEqual([]);
      for (const handled of [one, two, three]) expect(handled?.size).toBeGreaterThanOrEqual(10);
    },
  );

  it("lose nothing when the database restarts under them", { timeout }, async ({ onTestFinished }) => {
    const desk = await ThreeProcesses.open(onTestFinished);
    const crowd = new Crowd(desk.world);
    for (; crowd.size < 20; await sleep(20)) crowd.comes();
    while ((await desk.inProgress()) < 5) await sleep(10);
    const outage = { isOver: false };
    const restarted = desk.server.restart().finally(() => (outage.isOver = true));
    for (; !outage.isOver || crowd.size < 40; await sleep(20)) if (crowd.size < 100) crowd.comes();
    await restarted;
    await desk.world.github.webhooks.drain();
    expect(desk.webhooks.lost.size).toBeGreaterThan(0);
    await desk.startProcess();
    await expectAllOnce(desk, crowd);
  });

  it("lose nothing when connections are cut in the middle of transactions", { timeout }, async ({ onTestFinished }) => {
    const desk = await ThreeProcesses.open(onTestFinished);
    const crowd = new Crowd(desk.world);
    let cut = 0;
    while (cut < 20 || crowd.size < 40) {
      if (crowd.size < 190) crowd.comes();
      // Only what has written something in its transaction has a number for it.
      const ended = await desk.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and backend_xid is not null and application_name = 'frontdesk'",
      );
      cut += ended.length;
    }
    await desk.world.github.webhooks.drain();
    await desk.startProcess();
    await expectAllOnce(desk, crowd);
  });
});
