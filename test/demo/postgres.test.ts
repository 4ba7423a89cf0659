import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startDemo } from "./demo-process.ts";
import { eventually, Person } from "./person.ts";

/** Processes start here while much else runs. */
const patienceMs = 60_000;

it("two processes share the work, and one answers for the other that is killed", async ({ onTestFinished }) => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-demo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const demo = await startDemo(["--postgres", "--port", "0", "--data", join(folder, "data")]);
  onTestFinished(async () => void (await demo.stop()));
  const { github, repository, tokens, app, processes = [], dashboard } = demo.ready;
  const asker = new Person(github, repository, tokens.asker);
  const ask = () =>
    asker.ask(
      "How can the whole team share one build cache?",
      "Can the cache live in a bucket, so that CI uses it too?",
    );
  const answer = async (number: number) =>
    (await eventually(async () => (await asker.read(number))[0], patienceMs)).body;

  expect(processes.map(({ name }) => name)).toEqual(["app-1", "app-2"]);
  expect((await fetch(dashboard)).status).toBe(200);
  expect(await answer(await ask())).toContain("docs/caching.md#share-the-cache-in-a-team");
  // Both took webhooks, and each line of the log says whose it is.
  for (const { name } of processes) expect(demo.stderr()).toMatch(new RegExp(`^${name}  .*Frontdesk listens`, "mu"));

  process.kill(processes[0]?.pid ?? 0, "SIGKILL");
  await eventually(async () => (demo.stderr().includes("app-1  ended (SIGKILL)") ? true : undefined), patienceMs);
  expect((await fetch(`${app}/readyz`)).status).toBe(200);
  expect(await answer(await ask())).toContain("docs/caching.md#share-the-cache-in-a-team");
  // It comes back by itself.
  await eventually(
    async () =>
      demo
        .stderr()
        .split("app-1  ")
        .filter((it) => it.includes("Frontdesk listens")).length > 1
        ? true
        : undefined,
    patienceMs,
  );
  expect(await demo.stop()).toBe(0);
}, 240_000);
