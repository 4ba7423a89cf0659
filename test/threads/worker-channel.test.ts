import { afterEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import {
  type ChannelOptions,
  ThreadClosedError,
  ThreadEndedError,
  WorkerChannel,
} from "../../src/threads/worker-channel.ts";
import type { TestJob } from "./job-worker.ts";

const open: WorkerChannel<TestJob, string, string>[] = [];

function channel(more: Partial<ChannelOptions<TestJob, string>> = {}): WorkerChannel<TestJob, string, string> {
  const made = new WorkerChannel<TestJob, string, string>({
    name: "test",
    script: new URL("./job-worker", import.meta.url),
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    ...more,
  });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});

describe("a channel without a bound on time", () => {
  it("gives each job its own result, whichever is done first", async () => {
    const its = channel();
    const done: string[] = [];
    const note = (result: string) => void done.push(result);
    await Promise.all([its.send({ echo: "slow", afterMs: 300 }).then(note), its.send({ echo: "quick" }).then(note)]);
    expect(done).toEqual(["quick", "slow"]);
  });

  it("rejects with the error of a job, of the class it had, and does the next one", async () => {
    const its = channel();
    const refused = its.send({ refuse: "Not so." });
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow("Not so.");
    expect(await its.send({ echo: "next" })).toBe("next");
  });

  it("rejects all jobs under way when the thread ends, and starts another for the next one", async () => {
    const its = channel();
    const both = await Promise.allSettled([its.send({ echo: "never", afterMs: 60_000 }), its.send({ end: true })]);
    for (const it of both) expect(it).toMatchObject({ status: "rejected", reason: expect.any(ThreadEndedError) });
    expect(await its.send({ echo: "again" })).toBe("again");
  });
});

describe("a channel with a bound on time", () => {
  it("does one job after the other, and ends the thread over one that takes too long", async () => {
    const its = channel({ timeoutMsOf: (job) => ("spinMs" in job ? 200 : 20_000) });
    const slow = its.send({ spinMs: 60_000 });
    const next = its.send({ echo: "next", afterMs: 400 });
    await expect(slow).rejects.toThrow(ThreadEndedError);
    expect(await next).toBe("next");
  });
});

describe("closing a channel", () => {
  it("lets the thread release what it holds where it is given time", async () => {
    const notices: string[] = [];
    const its = channel({ closeMs: 10_000, onNotice: (notice) => notices.push(notice) });
    await its.send({ echo: "first" });
    await its.close();
    expect(notices).toEqual(["released"]);
  });

  it("ends a thread that takes longer than that", async () => {
    const its = channel({ closeMs: 50 });
    await its.send({ echo: "first" });
    const spinning = its.send({ spinMs: 60_000 });
    const closing = its.close();
    await expect(spinning).rejects.toThrow(ThreadClosedError);
    await closing;
  });

  it.each([{}, { timeoutMsOf: () => 20_000 }])("refuses jobs under way, waiting and to come: %j", async (options) => {
    const its = channel(options);
    const jobs = Promise.allSettled([its.send({ spinMs: 60_000 }), its.send({ echo: "waits" })]);
    await its.close();
    for (const it of await jobs) expect(it).toMatchObject({ reason: expect.any(ThreadClosedError) });
    await expect(its.send({ echo: "late" })).rejects.toThrow("closed");
  });
});
