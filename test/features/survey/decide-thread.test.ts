import { describe, expect, it } from "vitest";
import type { GivenReaction } from "../../../src/core/github-reads.ts";
import type { Thread } from "../../../src/core/discussion.ts";
import { SurveyConfig } from "../../../src/features/survey/config.ts";
import { decideThread } from "../../../src/features/survey/events/decide-thread.ts";
import type { ThreadEvent, ThreadFacts } from "../../../src/features/survey/events/gather-thread.ts";
import type { ThreadSurvey } from "../../../src/features/survey/thread-survey.ts";
import { writeSection } from "../../../src/text/marker.ts";
import { aComment, aThread, repository } from "../../helpers/builders.ts";

/** Nine o'clock of a day of March 2026, in UTC. */
const day = (n: number, hours = 9) => new Date(Date.UTC(2026, 2, n, hours));
const iso = (n: number, hours = 9) => day(n, hours).toISOString();
const sections = ["related-answers", "survey"] as const;

const url = "https://github.com/acme/widgets/discussions/12";
const title = "How do I change the log level?";
/** Resolved on the second at nine, due an hour later. */
const waiting: ThreadSurvey = {
  number: 12,
  title,
  url,
  of: "ann",
  status: "waiting",
  resolvedAt: iso(2),
  dueAt: iso(2, 10),
};
const open: ThreadSurvey = {
  ...waiting,
  status: "open",
  askedAt: iso(2, 10),
  closesAt: iso(16, 10),
  dueAt: iso(16, 10),
};
const rated = { rating: 5, at: iso(3), via: "reaction" } as const;
const resolved: ThreadFacts["end"] = {
  isResolved: true,
  by: "answer",
  at: day(2),
  lastWordAt: day(2, 8),
  asker: "ann",
};
const goesOn: ThreadFacts["end"] = { isResolved: false, because: "it goes on" };

const answer = aComment({ id: "DC_2", createdAt: day(2, 8) });
const suggestions = writeSection(undefined, "related-answers", "Look here.", sections);
const ours = (body = suggestions) =>
  aComment({ id: "DC_1", isOurs: true, author: { login: "frontdesk", isBot: true }, body });
const asking = ours(writeSection(suggestions, "survey", "How content are you?", sections));
const thread = (given: Partial<Thread> = {}) => aThread({ answer, comments: [ours(), answer], ...given });

interface World {
  readonly survey?: ThreadSurvey;
  readonly end?: ThreadFacts["end"];
  readonly read?: Thread | "gone";
  readonly reactions?: readonly GivenReaction[];
  readonly hadComment?: boolean;
  readonly servedSince?: Date;
  readonly lastAsked?: Date;
  readonly isSilenced?: boolean;
  readonly config?: object;
  readonly now?: Date;
  readonly event?: ThreadEvent["kind"];
}

function decide(world: World) {
  const { read, reactions, hadComment = true, survey, event: kind = "survey-thread" } = world;
  const event = { kind, repository, number: 12 } as ThreadEvent;
  const facts: ThreadFacts = {
    found: "thread",
    survey,
    end: world.end ?? resolved,
    isClosedByPerson: false,
    title,
    url,
    servedSince: "servedSince" in world ? world.servedSince : day(1),
    isSilenced: world.isSilenced ?? false,
    lastAsked: world.lastAsked,
    ...(read && { read: { thread: read === "gone" ? undefined : read, hadComment, ...(reactions && { reactions }) } }),
  };
  const config = SurveyConfig.parse(world.config ?? {});
  const plan = decideThread(event, facts, {
    config,
    after: 3600,
    freshness: 48 * 3600,
    language: { language: "auto", words: {} },
    now: world.now ?? day(2, 10),
  });
  const said = plan.actions.flatMap((it) => (it.do === "say" ? [it.body] : []));
  const kept = plan.actions.flatMap((it) => (it.do === "keep-survey" ? [it.survey] : [])).at(-1);
  const does = plan.actions.map((it) => it.do);
  return { said: said.at(-1), kept, does };
}

describe("a thread that is resolved", () => {
  it.each<[string, World]>([
    ["for the first time", {}],
    ["in the second in which we came", { servedSince: new Date(day(2).getTime() + 900) }],
    ["after the question was taken out", { survey: { ...waiting, status: "withdrawn", askedAt: iso(1) } }],
    ["by an old mark, after it went on", { survey: { ...waiting, status: "withdrawn" }, end: oldMark(), now: day(9) }],
    ["anew, after its asker was not asked", { survey: { ...waiting, status: "skipped", resolvedAt: iso(1) } }],
  ])("waits to be asked about: %s", (_, world) => {
    const { kept, does } = decide({ event: "discussion-changed", ...world });
    expect(does).toEqual(["keep-survey"]);
    expect(kept).toMatchObject({ status: "waiting", of: "ann" });
  });

  it.each<[string, World]>([
    ["before we came", { servedSince: day(2, 11) }],
    ["in a repository of which nothing is known", { servedSince: undefined as never }],
    ["too long ago when it is first heard of", { now: day(5) }],
    ["and was considered already", { survey: { ...waiting, status: "skipped" } }],
    ["and went on long ago", { survey: { ...waiting, status: "withdrawn" }, now: day(20) }],
    ["and was asked about", { survey: { ...open, status: "done" } }],
    ["and waits as it did", { survey: waiting, now: day(2, 9) }],
  ])("is let alone: %s", (_, world) => {
    expect(decide({ event: "discussion-changed", ...world }).does).toEqual([]);
  });

  it("waits longer when somebody writes", () => {
    const end = { ...resolved, lastWordAt: day(2, 12) } as ThreadFacts["end"];
    const { kept } = decide({ survey: waiting, end, event: "comment-added" });
    expect(kept).toEqual({ ...waiting, dueAt: iso(2, 13) });
  });
});

describe("a thread that is due", () => {
  it("has its asker asked, who has open-days to answer", () => {
    const { said, kept, does } = decide({ survey: waiting, read: thread(), config: { "open-days": 3 } });
    expect(said).toContain("How content are you");
    expect(kept).toEqual({ ...open, closesAt: iso(5, 10), dueAt: iso(5, 10) });
    // A refusal for good is not tried again each hour.
    expect(does).toEqual(["keep-survey", "say", "keep-survey"]);
  });

  it.each<[string, World]>([
    ["want to be asked nothing", { isSilenced: true }],
    ["were asked elsewhere a short while ago", { lastAsked: new Date("2026-01-01") }],
    ["cannot answer, since it is locked", { read: thread({ locked: true }) }],
    ["have no account any more", { read: withoutAuthor() }],
    ["have another name by now", { read: thread({ author: { login: "anna", isBot: false } }) }],
    ["would be asked against its label", { read: thread({ labels: ["bug", "No-Survey"] }) }],
    ["have folded our comment away", { read: thread({ comments: [{ ...ours(), isMinimized: true }] }) }],
    ["or others have deleted our comment", { read: thread({ comments: [answer] }) }],
    ["have no comment of ours", { read: thread({ comments: [answer] }), hadComment: false }],
    // chatwoot/chatwoot#4003: a question a month after what it is about.
    ["have long forgotten it", { now: day(20) }],
  ])("lets alone askers who %s", (_, world) => {
    const { kept, does } = decide({ survey: waiting, read: thread(), ...world });
    expect(does).toEqual(["keep-survey"]);
    expect(kept).toMatchObject({ status: "skipped" });
    expect(kept?.dueAt).toBeUndefined();
  });

  it.each<[string, World]>([
    ["once-in-days have passed", { lastAsked: new Date("2025-11-01") }],
    ["no comment of ours was ever there, and one may be written", newComment(false)],
    ["its label is another", { read: thread({ labels: ["survey"] }) }],
  ])("has its asker asked when %s", (_, world) => {
    expect(decide({ survey: waiting, read: thread(), ...world }).kept).toMatchObject({ status: "open" });
  });

  it("has no second comment where somebody deleted ours", () => {
    expect(decide({ survey: waiting, ...newComment(true) }).kept).toMatchObject({ status: "skipped" });
  });

  it("waits on when somebody wrote within the hour, bots and ourselves left out", () => {
    const late = (by: string, isBot = false) =>
      thread({
        comments: [
          ours(),
          aComment({ id: "DC_9", createdAt: new Date("2026-03-02T09:30:00Z"), author: { login: by, isBot } }),
        ],
      });
    expect(decide({ survey: waiting, read: late("sam") }).kept).toMatchObject({ status: "waiting" });
    expect(decide({ survey: waiting, read: late("dependabot", true) }).kept).toMatchObject({ status: "open" });
  });

  it.each<[string, World]>([
    ["not answered any more", { read: aThread({ comments: [ours()] }) }],
    ["answered by a bot", { read: thread({ answer: { ...answer, author: { login: "b", isBot: true } } }) }],
    ["closed as a duplicate by now", { read: thread({ closed: "duplicate" }) }],
    ["opened again by now", { end: { ...resolved, by: "closing" } }],
  ])("is not asked about where GitHub shows it %s", (_, world) => {
    expect(decide({ survey: waiting, read: thread(), ...world }).kept).toMatchObject({ status: "withdrawn" });
  });

  it("is not asked about when it went on", () => {
    const { kept, does } = decide({ survey: waiting, end: goesOn, event: "discussion-changed" });
    expect(does).toEqual(["keep-survey"]);
    expect(kept).toEqual({ ...waiting, status: "withdrawn", dueAt: undefined });
  });
});

describe("a question that stands", () => {
  const read = thread({ comments: [asking, answer] });
  const heart: GivenReaction = { by: "ann", reaction: "heart", at: day(3) };

  it("is taken out when the thread goes on, and what else we said stays", () => {
    const { said, kept } = decide({ survey: open, end: goesOn, read, reactions: [], event: "discussion-changed" });
    expect(said).toBe("");
    expect(kept).toMatchObject({ status: "withdrawn", askedAt: open.askedAt });
  });

  it("leaves a word where it stood alone, since a comment cannot be empty", () => {
    const alone = ours(writeSection(undefined, "survey", "How content are you?", sections));
    const { said } = decide({ survey: open, end: goesOn, read: thread({ comments: [alone] }), reactions: [] });
    expect(said).toContain("that is settled");
  });

  it("becomes thanks when they answer, also when the thread goes on right then", () => {
    for (const end of [resolved, goesOn]) {
      const { said, kept } = decide({ survey: open, end, read, reactions: [heart] });
      expect(said).toContain("Thank you for the rating");
      expect(said).not.toContain("5");
      expect(kept).toEqual({ ...open, rated });
    }
  });

  it("comes back when they take their reaction back", () => {
    const { said, kept } = decide({ survey: { ...open, rated }, read, reactions: [] });
    expect(said).toContain("How content are you");
    expect(kept).toEqual(open);
  });

  it("changes its rating without another edit", () => {
    const { said, kept } = decide({
      survey: { ...open, rated },
      read,
      reactions: [{ ...heart, reaction: "confused" }],
    });
    expect(said).toBeUndefined();
    expect(kept?.rated?.rating).toBe(2);
  });

  it("keeps the rating where reactions cannot be read", () => {
    expect(decide({ survey: { ...open, rated }, read }).does).toEqual([]);
  });

  it.each<[string, World]>([
    ["its time is over", { now: day(16, 10) }],
    ["they want to be asked no more", { isSilenced: true }],
  ])("goes unanswered when %s", (_, world) => {
    const { said, kept } = decide({ survey: open, read, reactions: [], ...world });
    expect(said).toBe("");
    expect(kept).toEqual({ ...open, status: "done", dueAt: undefined });
  });

  it("ends with its rating, and without an edit", () => {
    const { said, kept } = decide({ survey: { ...open, rated }, read, reactions: [heart], now: day(17) });
    expect(said).toBeUndefined();
    expect(kept).toEqual({ ...open, rated, status: "done", dueAt: undefined });
  });

  it("is not edited in a locked discussion", () => {
    const locked = thread({ comments: [asking], locked: true });
    const { said, kept } = decide({ survey: open, read: locked, reactions: [], now: day(17) });
    expect(said).toBeUndefined();
    expect(kept).toMatchObject({ status: "done" });
  });

  it("costs nothing while nothing has changed", () => {
    expect(decide({ survey: open, read, reactions: [] }).does).toEqual([]);
    expect(decide({ survey: open, event: "comment-added" }).does).toEqual([]);
  });

  it("is forgotten with its discussion", () => {
    expect(decide({ survey: open, read: "gone" }).does).toEqual(["forget-survey"]);
    expect(decide({ survey: open, event: "discussion-removed" }).does).toEqual(["forget-survey"]);
    expect(decide({ event: "discussion-removed" }).does).toEqual([]);
  });
});

function oldMark(): ThreadFacts["end"] {
  return { isResolved: true, by: "answer", at: day(2), lastWordAt: day(9, 8), asker: "ann" };
}

function newComment(hadComment: boolean): World {
  return { config: { "new-comment": "if-needed" }, read: thread({ comments: [answer] }), hadComment };
}

function withoutAuthor(): Thread {
  const { author: _, ...rest } = thread();
  return rest;
}
