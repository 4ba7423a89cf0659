import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { decideInterviewed, interviewed } from "../../../src/features/interviews/commands/interviewed.ts";
import { decideChoice } from "../../../src/features/interviews/events/choose.ts";
import type { NamedInterviewee } from "../../../src/features/interviews/interview.ts";
import type { InterviewNotes } from "../../../src/features/interviews/store/interview-records.ts";
import { toInterviewsView } from "../../../src/features/interviews/to-interviews-view.ts";
import { findCommands } from "../../../src/text/find-commands.ts";
import { aThread, repository } from "../../helpers/builders.ts";

const now = new Date("2026-11-10T09:00:00Z");
const thread = { number: 12, title: "Why?", url: "https://github.com/acme/widgets/discussions/12" };
const ann: NamedInterviewee = {
  login: "ann",
  quarter: "2026-Q4",
  namedAt: "2026-10-01T00:00:00.000Z",
  reasons: [{ kind: "low-rating", thread, rating: 1 }],
};
const sam: NamedInterviewee = { ...ann, login: "Sam", reasons: [{ kind: "left", thread }] };
const tim: NamedInterviewee = { ...ann, login: "tim", quarter: "2026-Q3" };
const done = { by: "hana", at: "2026-11-02T09:00:00.000Z" };

interface World {
  readonly named?: readonly NamedInterviewee[];
  readonly notes?: readonly InterviewNotes[];
  /** Of whoever opened the discussion. */
  readonly author?: string | null;
}

function write(text: string, { named = [ann, sam, tim], notes = [], author = "ann" }: World = {}) {
  const [line] = findCommands(text);
  if (!line) throw new Error("it is no command");
  const { author: _, ...ghosted } = aThread();
  const context = {
    repository,
    line,
    now,
    actor: { login: "hana", isBot: false },
    thread: author === null ? ghosted : aThread({ author: { login: author, isBot: false } }),
  };
  return decideInterviewed(context, { named, notes }).actions;
}

function refusal(text: string, world?: World): string {
  try {
    write(text, world);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("/interviewed", () => {
  const ended = { do: "end-interview", repository, quarter: "2026-Q4", login: "ann" };

  it.each<[string, World, object]>([
    ["/interviewed", {}, { login: "ann", done: { by: "hana", at: now.toISOString() } }],
    ["/interviewed wants webhooks", {}, { login: "ann", notes: "wants webhooks" }],
    ["/interviewed @SAM", {}, { login: "Sam" }],
    ["/interviewed @sam left for another tool", { author: "mia" }, { login: "Sam", notes: "left for another tool" }],
    ["/interviewed @tim of the quarter before", {}, { quarter: "2026-Q3", login: "tim" }],
    ["/interviewed @sam", { author: null }, { login: "Sam" }],
    [
      "/interviewed their token is ghp_abcdefghijklmnopqrstuvwxyz0123456789",
      {},
      { notes: "their token is redacted-token" },
    ],
    [
      "/interviewed and a CLI",
      { named: [{ ...ann, done }], notes: [{ quarter: "2026-Q4", login: "ann", notes: "wants webhooks" }] },
      { done, notes: "wants webhooks\nand a CLI" },
    ],
  ])("%j ticks somebody off", (text, world, expected) => {
    const [action, ...others] = write(text, world);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ ...ended, ...expected });
  });

  it("keeps notes of bounded size, and none where none are written", () => {
    expect(write("/interviewed")[0]).not.toHaveProperty("notes");
    const notes = (write(`/interviewed ${"long ".repeat(2000)}`)[0] as { notes: string }).notes;
    expect(notes.length).toBeLessThanOrEqual(4000);
  });

  it("says who was named where somebody else was meant, and repeats no notes", () => {
    const said = refusal("/interviewed @mia is secretly unhappy");
    expect(said).toContain("mia was not named");
    expect(said).toContain("Named and not ticked off: ann, Sam, tim.");
    expect(said).not.toContain("unhappy");
    expect(refusal("/interviewed", { named: [] })).toContain("Everybody who was named is ticked off");
    expect(refusal("/interviewed", { author: null })).toContain("is gone");
  });

  it("says when somebody was ticked off already", () => {
    expect(refusal("/interviewed", { named: [{ ...ann, done }] })).toContain("ticked off on 2026-11-02 already");
  });

  it("is for helpers", () => {
    expect(interviewed.who).toEqual(["helper"]);
  });
});

describe("a choice", () => {
  const config = { mode: "on", "per-quarter": 5 } as const;

  it("names people for the quarter, and nobody where nobody is worth it yet", () => {
    const facts = { found: "askers", named: new Map(), silenced: new Set<string>() } as const;
    const at = new Date("2026-11-01T00:00:00Z");
    const threads = [
      {
        ...thread,
        openedAt: at,
        lastWordAt: at,
        words: 1,
        people: 2,
        reopened: 2,
        missed: [],
        isRequest: false,
        isSettled: true,
      },
    ];
    const plan = decideChoice(
      repository,
      { ...facts, askers: [{ login: "ann", threads, lastSeenAt: at }] },
      { config, now },
    );
    expect(plan.actions).toMatchObject([
      { do: "name-interviewees", named: [{ login: "ann", quarter: "2026-Q4", namedAt: now.toISOString() }] },
    ]);
    expect(plan.because).not.toContain("ann");
    expect(decideChoice(repository, { ...facts, askers: [] }, { config, now }).actions).toEqual([]);
  });
});

describe("what is shown of interviews", () => {
  it("is the newest quarter, what is left of it first, with what people wrote", () => {
    const view = toInterviewsView([ann, { ...sam, done }, tim], {
      words: [
        { number: 12, words: "slow" },
        { number: 13, words: "of somebody else" },
      ],
      surveys: [
        { number: 12, of: "ANN" },
        { number: 13, of: "mia" },
      ],
      notes: [{ quarter: "2026-Q4", login: "sam", notes: "wants webhooks" }],
    });
    expect(view.quarter).toBe("2026-Q4");
    expect(view.toTalkTo).toMatchObject([
      {
        login: "ann",
        reasons: [{ text: "rated how it went 1 of 5", threads: [thread] }],
        words: [{ thread: 12, words: "slow" }],
      },
    ]);
    expect(view.toTalkTo[0]?.questions.length).toBeGreaterThan(0);
    expect(view.talkedTo).toMatchObject([{ login: "Sam", done, notes: "wants webhooks", words: [] }]);
    expect(view.earlier).toMatchObject([{ login: "tim", quarter: "2026-Q3" }]);
    expect(toInterviewsView([], { words: [], surveys: [], notes: [] })).toEqual({
      toTalkTo: [],
      talkedTo: [],
      earlier: [],
    });
  });
});
