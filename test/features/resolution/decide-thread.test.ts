import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/schema.ts";
import type { Comment, Thread } from "../../../src/core/discussion.ts";
import { ResolutionConfig } from "../../../src/features/resolution/config.ts";
import {
  isToBeRead,
  type ThreadEvent,
  type ThreadFacts,
} from "../../../src/features/resolution/events/gather-thread.ts";
import { resolution as feature } from "../../../src/features/resolution/feature.ts";
import { silenceKey } from "../../../src/features/resolution/steps/plan-step.ts";
import type { ThreadResolution } from "../../../src/features/resolution/thread-resolution.ts";
import { markerOf, writeSection } from "../../../src/text/marker.ts";
import { aComment, aThread, repository } from "../../helpers/builders.ts";
import { day, silentThread } from "./silent-thread.ts";

const ann = { login: "ann", isBot: false };

const question = "D_12";
const answerOfTeam = aComment({ id: "c1", body: "Oil it.", createdAt: day(2) });
const thread = (...more: readonly Partial<Comment>[]): Thread =>
  aThread({
    comments: [
      answerOfTeam,
      ...more.map((given, i) => aComment({ id: `m${i}`, createdAt: day(3 + i), author: ann, ...given })),
    ],
  });
const ourComment = { id: "ours", isOurs: true, author: { login: "frontdesk", isBot: true } };
const reminderOf = (after: string): Partial<Comment> => ({
  ...ourComment,
  id: "reminder",
  body: `Well? ${markerOf(repository, "reply", `remind:${after}`)}`,
  replyTo: "c1",
  createdAt: day(9),
});

const watched = silentThread({}, { title: "How?", id: question });

const due: ThreadEvent = { kind: "thread-due", repository, number: 12 };
const says = (body: string, actor = ann): ThreadEvent => ({
  kind: "comment-added",
  repository,
  number: 12,
  actor,
  comment: { id: "new", body },
});

function decide(
  event: ThreadEvent,
  it: Thread | undefined,
  {
    resolution,
    now = day(9),
    config = {},
    isPinned = false,
    closedAt,
  }: {
    readonly resolution?: Partial<ThreadResolution>;
    readonly now?: Date;
    readonly config?: object;
    readonly isPinned?: boolean;
    readonly closedAt?: Date;
  } = {},
) {
  const facts: ThreadFacts = {
    found: "thread",
    resolution: resolution && { number: 12, ...resolution },
    dueAt: undefined,
    watched,
    watchedSince: day(1),
    session: undefined,
    read: { thread: it, isPinned, closedAt },
  };
  return feature.decide(event, facts, { config: ResolutionConfig.parse(config), shared: defaultConfig, now });
}

/** What is done, by kind, and what is said. */
const done = ({ actions }: ReturnType<typeof decide>) => actions.map((it) => it.do);
const said = ({ actions }: ReturnType<typeof decide>) =>
  actions.flatMap((it) => ("body" in it ? [it.body] : [])).join("\n");

const closing = { "close-after": 14 };
const silence = { after: question, remindedAt: day(9).toISOString(), closesAt: day(23).toISOString() };

describe("a reminder", () => {
  it("is a reply to what waits for the asker, and says that nothing is closed", () => {
    const plan = decide(due, thread());
    expect(done(plan)).toEqual(["reply", "keep-resolution"]);
    expect(plan.actions[0]).toMatchObject({ to: "c1", key: `remind:${question}` });
    expect(said(plan)).toContain("Nothing is closed if you do not.");
    expect(said(plan)).not.toContain("@");
  });

  it("says when it is closed, where it will be, and then is looked at again", () => {
    const plan = decide(due, thread(), { config: closing });
    expect(said(plan)).toContain("I close this discussion as outdated on 23 March 2026 (UTC)");
    expect(plan.actions[1]).toMatchObject({ resolution: { silence }, dueAt: day(23).toISOString() });
  });

  it("is one, though our records were lost", () => {
    expect(done(decide(due, thread(reminderOf(question)), { now: day(30) }))).toEqual(["keep-resolution"]);
  });

  it.each<readonly [string, Thread, boolean]>([
    ["the asker wrote, and no webhook told", thread({ body: "It squeaks on." }), false],
    ["somebody else wrote lately", thread({ author: { login: "pat", isBot: false }, createdAt: day(8) }), false],
    ["it was answered meanwhile", { ...thread(), answer: answerOfTeam }, false],
    ["it was closed meanwhile", { ...thread(), closed: "resolved" }, false],
    ["it was locked meanwhile", { ...thread(), locked: true }, false],
    ["it was labelled meanwhile", { ...thread(), labels: ["keep-open"] }, false],
    ["it was pinned meanwhile", thread(), true],
    ["what the asker was told is deleted", { ...thread(), comments: [] }, false],
    ["only bots have written (actions/stale#842)", { ...thread(), comments: [aComment({ ...ourComment })] }, false],
  ])("is not sent where %s", (_, it, isPinned) => {
    expect(done(decide(due, it, { isPinned })).filter((action) => action !== "keep-resolution")).toEqual([]);
  });

  it("is folded away when the asker writes, and their next silence has one of its own", () => {
    const it = thread(reminderOf(question), { id: "new", body: "It squeaks on.", createdAt: day(10) });
    const plan = decide(says("It squeaks on."), it, { resolution: { silence }, now: day(10) });
    expect(done(plan)).toEqual(["fold", "keep-resolution"]);
    expect(plan.actions[0]).toMatchObject({ comment: "reminder", because: "outdated" });
    expect(plan.actions[1]).toMatchObject({ resolution: { number: 12 } });
    expect(silenceKey(it)).toBe("new");
  });
});

describe("a thread that stays silent after its reminder", () => {
  const it14 = { resolution: { silence }, now: day(23), config: closing };

  it("is closed with a reason, and says how it is opened again", () => {
    const plan = decide(due, thread(reminderOf(question)), it14);
    expect(done(plan)).toEqual(["close-thread", "reply", "keep-resolution"]);
    expect(plan.actions[0]).toMatchObject({ because: "outdated" });
    expect(said(plan)).toContain("Write anything here, and I open it again.");
    expect(plan.actions[2]).toMatchObject({ resolution: { closing: { at: day(23).toISOString() } } });
  });

  it.each([
    ["the reminder was deleted", thread()],
    [
      "somebody wrote since",
      thread(reminderOf(question), { author: { login: "pat", isBot: false }, createdAt: day(20) }),
    ],
    ["the asker wrote since", thread(reminderOf(question), { createdAt: day(20), body: "Wait, please." })],
  ])("stays open where %s", (_, it) => {
    expect(done(decide(due, it, it14))).not.toContain("close-thread");
  });
});

describe("what we closed", () => {
  const resolution = { silence: { ...silence, isSpent: true as const }, closing: { at: day(23).toISOString() } };
  const closed: Thread = { ...thread(reminderOf(question)), closed: "outdated" };

  it.each(["thanks", "Still there", "👍"])("is opened by any word of the asker: %s", (body) => {
    const plan = decide(says(body), closed, { resolution, now: day(25), closedAt: day(23) });
    expect(done(plan)).toContain("reopen-thread");
    expect(plan.actions.at(-1)).not.toHaveProperty("resolution.closing");
  });

  it.each([
    ["by others", says("Me too", { login: "pat", isBot: false }), closed, day(23)],
    ["by the clock", due, closed, day(23)],
    // Closed discussions that a bot opens again and again: aws/dotnet#56.
    ["when a person closed it after that", says("Hm"), closed, day(24)],
    ["when it is open already", says("Hm"), thread(reminderOf(question)), undefined],
  ])("is not opened %s", (_, event, it, closedAt) => {
    const plan = decide(event, it, { resolution, now: day(25), ...(closedAt && { closedAt }) });
    expect(done(plan)).not.toContain("reopen-thread");
  });

  it("is not closed again when it was opened, and not opened when a person closes it then", () => {
    const reopened: ThreadEvent = {
      kind: "discussion-changed",
      repository,
      number: 12,
      actor: ann,
      change: "reopened",
    };
    const plan = decide(reopened, thread(reminderOf(question)), { resolution, now: day(60), config: closing });
    expect(done(plan)).toEqual(["keep-resolution"]);
    const [kept] = plan.actions;
    expect(kept).toMatchObject({ resolution: { silence: { isSpent: true } } });
    expect(kept).not.toHaveProperty("resolution.closing");
  });
});

describe("a helpful comment", () => {
  const thanked = thread({ id: "new", body: "Thanks, that worked!" });
  const now = day(3, 10);

  it("is proposed in our comment, once", () => {
    const plan = decide(says("Thanks, that worked!"), thanked, { now });
    expect(done(plan)).toEqual(["say", "keep-resolution"]);
    expect(plan.actions[0]).toMatchObject({ section: "resolution" });
    expect(said(plan)).toContain(
      "hana's comment](<https://github.com/acme/widgets/discussions/12#discussioncomment-1>)",
    );
    const [, kept] = plan.actions;
    expect(kept).toMatchObject({ resolution: { proposal: { comment: "c1", isOpen: true, wasTold: true } } });
    const proposal = { comment: "c1", at: now.toISOString(), isOpen: true, wasTold: true, title: "How?", url: "u" };
    expect(done(decide(says("Thanks again!"), thanked, { now, resolution: { proposal } }))).not.toContain("say");
    const settled = { ...proposal, isOpen: false };
    expect(done(decide(says("Thanks again!"), thanked, { now, resolution: { proposal: settled } }))).not.toContain(
      "say",
    );
  });

  it("was told to nobody where our comment was there: an edit notifies nobody", () => {
    const body = writeSection(undefined, "related-answers", "See the docs.", ["related-answers"]);
    const there = { ...thanked, comments: [aComment({ ...ourComment, body }), ...thanked.comments] };
    const plan = decide(says("Thanks, that worked!"), there, { now });
    expect(plan.actions.at(-1)).toMatchObject({ resolution: { proposal: { wasTold: false } } });
    const proposal = { comment: "c1", at: now.toISOString(), isOpen: true, wasTold: false, title: "How?", url: "u" };
    const later = decide(due, there, { now: day(11), resolution: { proposal } });
    expect(said(later)).toContain("If [hana's comment](");
    const asked = decide(due, thanked, { now: day(11), resolution: { proposal: { ...proposal, wasTold: true } } });
    expect(done(asked)).not.toContain("reply");
  });

  it.each([
    ["where the config says no", thanked, { config: { propose: "off" } }],
    ["in a locked thread", { ...thanked, locked: true }, {}],
    ["in a closed thread", { ...thanked, closed: "resolved" as const }, {}],
    ["where it is old news, as after an outage", thanked, { now: day(30) }],
  ])("is not proposed %s", (_, it, given) => {
    expect(done(decide(says("Thanks, that worked!"), it, { now, ...given }))).not.toContain("say");
  });

  it.each([
    ["an answer is marked", { ...thanked, answer: answerOfTeam }],
    ["the thread is closed", { ...thanked, closed: "resolved" as const }],
    ["the comment is deleted", { ...thanked, comments: thanked.comments.slice(1) }],
    ["the asker asks on", thread({ body: "Thanks, that worked!" }, { body: "No, it fails again.", createdAt: day(5) })],
  ])("is taken back when %s", (_, it) => {
    const body = (text: string) => writeSection(undefined, "resolution", text, ["resolution"]);
    const ours = aComment({ ...ourComment, body: body("Did this solve it?") });
    const proposal = { comment: "c1", at: day(4).toISOString(), isOpen: true, wasTold: true, title: "How?", url: "u" };
    const there = { ...it, comments: [...it.comments, ours] };
    const plan = decide({ kind: "thread-observed", repository, number: 12 }, there, {
      now: day(6),
      resolution: { proposal },
    });
    expect(plan.actions[0]).toMatchObject({ do: "say", body: expect.stringContaining("settled") });
    expect(plan.actions.at(-1)).toMatchObject({ resolution: { proposal: { isOpen: false } } });
    const section = writeSection(ours.body, "related-answers", "See the docs.", ["related-answers", "resolution"]);
    const withMore = { ...it, comments: [...it.comments, { ...ours, body: section }] };
    const emptied = decide({ kind: "thread-observed", repository, number: 12 }, withMore, {
      now: day(6),
      resolution: { proposal },
    });
    expect(emptied.actions[0]).toMatchObject({ do: "say", body: "" });
  });
});

describe("most events", () => {
  const known = { resolution: undefined, dueAt: undefined, watched, watchedSince: day(1), session: undefined };
  const config = ResolutionConfig.parse({});

  it.each<readonly [string, ThreadEvent, Date, boolean]>([
    ["the asker's thanks", says("Thanks!"), day(3), true],
    ["a link to a comment", says("https://x.example/12#discussioncomment-1"), day(3), true],
    ["the asker's other words", says("Version 2."), day(3), false],
    ["thanks of somebody else", says("Thanks!", { login: "pat", isBot: false }), day(3), false],
    ["a bot's words", says("Thanks!", { login: "ann", isBot: true }), day(3), false],
    ["the clock, too early", due, day(8), false],
    ["the clock, in time", due, day(9), true],
    ["anything, once it is due", says("Version 2.", { login: "pat", isBot: false }), day(9), true],
  ])("ask GitHub for nothing unless there may be something to do: %s", (_, event, now, is) => {
    expect(isToBeRead(event, known, config, now)).toBe(is);
  });

  it("say when to look again, by our own records", () => {
    const facts: ThreadFacts = { found: "thread", ...known };
    const plan = feature.decide(due, facts, { config, shared: defaultConfig, now: day(4) });
    expect(plan.actions).toMatchObject([{ do: "keep-resolution", dueAt: day(9).toISOString() }]);
    const again = feature.decide(due, { ...facts, dueAt: day(9) }, { config, shared: defaultConfig, now: day(4) });
    expect(again.actions).toEqual([]);
  });

  it("of a thread that is gone let it be forgotten", () => {
    expect(done(decide(due, undefined, { resolution: { silence } }))).toEqual(["forget-resolution"]);
    expect(done(decide(due, undefined))).toEqual([]);
  });
});
