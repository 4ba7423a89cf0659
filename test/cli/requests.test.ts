import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FeatureRequest } from "../../src/features/feature-requests/feature-request.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { RequestStore } from "../../src/features/feature-requests/store/request-store.ts";
import { aRequest, repository as widgets } from "../helpers/builders.ts";

const gadgets = { ...widgets, id: 8, name: "gadgets" };
const answers = { why: "It hurts.", outcome: "Peace." };
const link = { number: 40, id: "I_40", url: "https://github.com/acme/widgets/issues/40", isAdopted: false, notSet: [] };
const decision = { is: "declined", by: "mia", at: "2026-02-01T00:00:00Z", reason: "No.", votes: 3 } as const;

/** Requests with their votes. */
const stored: readonly (readonly [FeatureRequest, number])[] = [
  [aRequest({ number: 1, askedAt: "2026-01-01T00:00:00.000Z", answers: { ...answers, urgency: "Nice to have" } }), 2],
  [
    aRequest({
      number: 2,
      state: "complete",
      title: "Print \u001B[31mat night\u202E",
      askedAt: "2026-02-01T00:00:00.000Z",
      answers: { ...answers, urgency: "It is a blocker" },
    }),
    5,
  ],
  [
    aRequest({
      number: 3,
      state: "accepted",
      seen: { state: "open", milestone: { number: 2, title: "v2.3", due: "2026-12-15" } },
      votesFrom: { "9": 4 },
    }),
    3,
  ],
  [aRequest({ number: 4, state: "declined", decision }), 3],
  [aRequest({ number: 5, state: "declined", decision, isReady: true }), 30],
  [aRequest({ number: 6, state: "shipped" }), 90],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  const records = new RecordStore(database);
  const store = new RequestStore(database);
  for (const repository of [widgets, gadgets]) await records.rememberRepository(repository);
  for (const [request, votes] of stored) {
    await store.keepRequest(widgets, request);
    await store.keepVotes(widgets, request.number, votes);
  }
  await store.linkIssue(widgets, 3, link);
  await store.keepRequest(gadgets, aRequest({ number: 7 }));
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function requests(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", "requests", ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_FOLDER: folder },
  });
  return { status, stdout, stderr };
}

const numbers = (...args: string[]) =>
  [...requests(...args).stdout.matchAll(/^\S+#(\d+) {2}/gm)].map(([, it]) => Number(it));

describe("frontdesk requests", () => {
  it("lists what waits for something, with what it waits on", () => {
    const { status, stdout } = requests("acme/Widgets");
    expect(status).toBe(0);
    const lines = stdout.split("\n").map((line) => line.split(/ {2,}/u));
    expect(lines[0]).toEqual([
      "REQUEST",
      "STATE",
      "VOTES",
      "ASKED",
      "URGENCY",
      "ANSWERS",
      "ISSUE",
      "MILESTONE",
      "WAITS ON",
      "TITLE",
    ]);
    const waits = "a decision anew: many have voted for it since";
    expect(lines.find(([name]) => name === "acme/widgets#2")?.slice(1, 9)).toEqual([
      "complete",
      "5",
      "2026-02-01",
      "high",
      "3/3",
      "–",
      "–",
      "a decision",
    ]);
    expect(lines.find(([name]) => name === "acme/widgets#3")?.slice(2, 8)).toEqual([
      "7",
      "2026-03-02",
      "unknown",
      "0/3",
      "#40",
      "v2.3",
    ]);
    expect(lines.find(([name]) => name === "acme/widgets#5")?.[8]).toBe(waits);
    expect(stdout).toContain("Print  [31mat night");
    expect(stdout).not.toContain("\u001B");
  });

  it.each([
    [["acme/widgets"], [5, 3, 2, 1]],
    [
      ["acme/widgets", "--by", "age"],
      [1, 2, 5, 3],
    ],
    [
      ["acme/widgets", "--by", "urgency"],
      [2, 1, 5, 3],
    ],
    [
      ["acme/widgets", "--by", "completeness"],
      [2, 1, 5, 3],
    ],
    [
      ["acme/widgets", "--all", "--limit", "2"],
      [6, 5],
    ],
    [
      ["acme/widgets", "--state", "declined"],
      [5, 4],
    ],
    [
      ["--state", "asked"],
      [1, 7],
    ],
  ])("%j: %j", (args, wanted) => {
    expect(numbers(...args)).toEqual(wanted);
  });

  it("gives all of it to other programs", () => {
    const [first] = JSON.parse(requests("acme/widgets", "--state", "accepted", "--json").stdout) as unknown[];
    expect(first).toMatchObject({
      repository: "acme/widgets",
      number: 3,
      state: "accepted",
      votes: 7,
      issue: 40,
      milestone: "v2.3",
      due: "2026-12-15",
      waitsOn: "the work on the issue",
      answered: "0/3",
    });
  });

  it("says what is wrong", () => {
    expect(requests("acme/gizmos")).toMatchObject({ status: 2, stderr: expect.stringContaining("No repository") });
    expect(requests("--by", "luck").stderr).toContain("votes, age, urgency, completeness");
    expect(requests("--data", "/nowhere")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no Frontdesk"),
    });
    expect(requests("acme/gadgets", "--state", "shipped").stdout).toContain("No feature request");
  });
});
