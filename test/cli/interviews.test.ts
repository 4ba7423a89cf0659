import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NamedInterviewee } from "../../src/features/interviews/interview.ts";
import { InterviewStore } from "../../src/features/interviews/store/interview-store.ts";
import { SurveyStore } from "../../src/features/survey/store/survey-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { repository as widgets } from "../helpers/builders.ts";

const gadgets = { ...widgets, id: 8, name: "gadgets" };
const thread = { number: 12, title: "Why \u001B[31mred\u202E?", url: "https://github.com/acme/widgets/discussions/12" };
const at = "2026-10-01T00:00:00.000Z";
const named = (login: string, quarter = "2026-Q4"): NamedInterviewee => ({
  login,
  quarter,
  namedAt: at,
  reasons: [{ kind: "low-rating", thread, rating: 1 }],
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  const records = new RecordStore(database);
  for (const it of [widgets, gadgets]) await records.rememberRepository(it);
  const interviews = new InterviewStore(database);
  await interviews.nameInterviewees(widgets, [named("tim", "2026-Q3")]);
  await interviews.nameInterviewees(widgets, [named("ann"), named("sam")]);
  await interviews.nameInterviewees(gadgets, [named("zoe")]);
  await interviews.endInterview(widgets, { quarter: "2026-Q4", login: "sam" }, { by: "hana", at });
  await interviews.keepNotes(widgets, { quarter: "2026-Q4", login: "sam", notes: "wants \u001B[0mwebhooks" });
  const surveys = new SurveyStore(database);
  await surveys.keepSurvey(widgets, {
    ...thread,
    of: "ann",
    status: "done",
    resolvedAt: at,
    rated: { rating: 1, at, via: "command" },
  });
  await surveys.keepWords(widgets, 12, "I lost a day");
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function interviews(...args: readonly string[]) {
  const command = ["bin/frontdesk.js", "interviews", "--data", folder, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("frontdesk interviews", () => {
  it("lists who is left to be talked to, with the reasons, links, what to ask and what they wrote", () => {
    const { status, stdout } = interviews("acme/widgets");
    expect(status).toBe(0);
    expect(stdout).toContain("ann  acme/widgets  2026-Q4\n  rated how it went 1 of 5\n    #12 Why  [31mred ?  https:");
    expect(stdout).toContain("  ask: What did you expect");
    expect(stdout).toContain("  wrote in #12: I lost a day");
    for (const it of ["sam", "tim", "zoe", "\u001B"]) expect(stdout).not.toContain(it);
  });

  it("lists all, also of earlier quarters", () => {
    const { stdout } = interviews("--all");
    const heads = [...stdout.matchAll(/^\S+ {2}acme.*$/gm)].map(([line]) => line);
    expect(heads).toEqual([
      "zoe  acme/gadgets  2026-Q4",
      "ann  acme/widgets  2026-Q4",
      "sam  acme/widgets  2026-Q4, talked to on 2026-10-01 by hana",
      "tim  acme/widgets  2026-Q3",
    ]);
    expect(stdout).toContain("  notes: wants  [0mwebhooks");
  });

  it("gives JSON without what people wrote", () => {
    const { stdout } = interviews("--json", "--all");
    const lines = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(lines.map(({ login }) => login)).toEqual(["zoe", "ann", "sam", "tim"]);
    expect(lines[1]).toMatchObject({
      repository: "acme/widgets",
      quarter: "2026-Q4",
      reasons: [{ threads: [{ number: 12 }] }],
    });
    expect(stdout).not.toMatch(/lost a day|webhooks/);
  });

  it("says so where there is nobody, and where there is no such repository", () => {
    expect(interviews("acme/nothing")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("No repository acme/nothing is served here."),
    });
  });
});
