import { describe, expect, it } from "vitest";
import { CalendarFeedConfig } from "../../../src/features/calendar-feed/config.ts";
import { decideFeed } from "../../../src/features/calendar-feed/decide-feed.ts";
import type { FeedBranch } from "../../../src/features/calendar-feed/feed.ts";
import type { FeedFacts } from "../../../src/features/calendar-feed/gather-feed.ts";
import { mayWrite } from "../../../src/features/calendar-feed/is-due.ts";
import { repository } from "../../helpers/builders.ts";
import { someSession } from "../../session-calendar/some-session.ts";
import { someFeed, somePublished } from "./some-published.ts";

const now = new Date("2026-11-29T12:00:00Z");
const session = someSession();
const url = "https://github.com/acme/widgets";
const rights = { day: "2026-11-29", may: { hana: true } };
const present = { sessions: [session], taken: [], now, url, rights };
const feed = { ...someFeed, rights };
const settled: FeedFacts = { feed, published: [somePublished(session)], present };

function decide(facts: FeedFacts, config: object = {}) {
  const { actions } = decideFeed(repository, facts, { config: CalendarFeedConfig.parse(config), now });
  const kept = actions.find((it) => it.do === "keep-feed");
  return { kinds: actions.map((it) => it.do), feed: kept?.do === "keep-feed" ? kept.feed : undefined, kept };
}

const withBranch = (branch: Partial<FeedBranch> = {}): FeedFacts => ({
  ...settled,
  feed: { ...feed, branch: { name: "hours", wanted: 3, ...branch } },
});

describe("a calendar", () => {
  it("is left alone while nothing has changed, and its look is remembered once a day", () => {
    expect(decide(settled).kinds).toEqual([]);
    const yesterday = { ...feed, at: "2026-11-28T23:59:00.000Z" };
    expect(decide({ ...settled, feed: yesterday }).feed).toMatchObject({ revision: 3, at: now.toISOString() });
  });

  it("is written down with what its hosts may, when that is news", () => {
    const other = { ...rights, may: { hana: true, mia: false } };
    expect(decide({ ...settled, present: { ...present, rights: other } }).feed).toMatchObject({
      revision: 3,
      rights: other,
    });
  });

  it("begins with the first session", () => {
    const { feed } = decide({ feed: undefined, published: [], present });
    expect(feed).toEqual({ ...feed, revision: 1, at: now.toISOString() });
  });

  it.each<[string, Partial<FeedFacts>]>([
    ["a session is new", { published: [] }],
    ["a session is called off", { present: { ...present, sessions: [] } }],
    [
      "a slot is booked",
      { present: { ...present, taken: [{ number: 7, series: "clinic", session: session.key, slot: 1 }] } },
    ],
    ["the repository has another name", { feed: { ...feed, repository: "acme/old" } }],
    ["GitHub is elsewhere", { present: { ...present, url: "https://github.example/acme/widgets" } }],
    ["it was off", { feed: { ...feed, state: "off" } }],
  ])("is another when %s", (_, facts) => {
    expect(decide({ ...settled, ...facts }).feed).toMatchObject({ state: "on", revision: 4 });
  });

  it("leaves out what nobody looks back at, and is off with its last session", () => {
    const old = somePublished(someSession({ start: new Date("2026-10-01T09:00:00Z") }));
    const { feed, kept } = decide({ ...settled, published: [old], present: { ...present, sessions: [] } });
    expect(feed).toMatchObject({ state: "off", revision: 4 });
    expect(kept).toMatchObject({ changed: [], gone: [{ series: "clinic", as: old.as }] });
  });

  it("has another secret address without being another", () => {
    expect(decide(settled, { address: 2 }).feed).toMatchObject({ address: 2, revision: 3 });
  });

  it("is turned off once, with what was published remembered", () => {
    const off = { feed, published: settled.published };
    expect(decide(off, { mode: "off" }).kept).toMatchObject({ feed: { state: "off" }, changed: [], gone: [] });
    expect(decide({ ...off, feed: { ...feed, state: "off" } }, { mode: "off" }).kinds).toEqual([]);
    expect(decide({ feed: undefined, published: [] }).kinds).toEqual([]);
  });
});

describe("the branch of a calendar", () => {
  const config = { branch: "hours" };

  it("is written when it is new, and when it is behind", () => {
    expect(decide(settled, config)).toMatchObject({
      kinds: ["keep-feed", "write-calendar-branch"],
      feed: { branch: { name: "hours", wanted: 3 } },
    });
    expect(decide(withBranch({ written: 2 }), config).kinds).toEqual(["write-calendar-branch"]);
    expect(decide(withBranch({ written: 3 }), config).kinds).toEqual([]);
  });

  it("is written every five minutes at most", () => {
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
    expect(decide(withBranch({ written: 2, at: at(4) }), config).kinds).toEqual([]);
    expect(decide(withBranch({ written: 2, at: at(5) }), config).kinds).toEqual(["write-calendar-branch"]);
  });

  it("is left alone for a day when GitHub refuses it, unless it has another name", () => {
    const refused = (hours: number) => ({
      refusedAt: new Date(now.getTime() - hours * 3_600_000).toISOString(),
      refusal: "protected",
    });
    expect(decide(withBranch(refused(23)), config).kinds).toEqual([]);
    expect(decide(withBranch(refused(24)), config).kinds).toEqual(["write-calendar-branch"]);
    expect(decide(withBranch(refused(1)), { branch: "other" }).feed?.branch).toEqual({ name: "other", wanted: 3 });
    expect(decide(withBranch(refused(1)), { branch: "other" }).kinds).toContain("write-calendar-branch");
  });

  it("is left as it is when the config names none, and known again when it does", () => {
    const { feed } = decide(withBranch({ written: 2, head: "abc" }));
    expect(feed?.branch).toEqual({ name: "hours", wanted: 3, written: 2, head: "abc", off: true });
    expect(mayWrite(feed?.branch, now)).toBe(false);
    const again = decide({ ...settled, feed }, config);
    expect(again.feed?.branch).toEqual({ name: "hours", wanted: 3, written: 2, head: "abc" });
  });

  it.each(["office-hours", "bot/office-hours", "kalender-für-alle", "a.b"])("may be called %s", (branch) => {
    expect(CalendarFeedConfig.safeParse({ branch }).success).toBe(true);
  });

  it.each([
    "",
    "a b",
    "a..b",
    "/a",
    "a/",
    "a//b",
    ".a",
    "a/.b",
    "a.lock",
    "a@{b",
    "@",
    "a~1",
    "a^",
    "a:b",
    "a?",
    "a*",
    "[a",
    "a\\b",
    "-a",
    "a.",
    "refs/heads/a",
    "HEAD",
    "a\u0007",
  ])("is not called %j", (branch) => {
    expect(CalendarFeedConfig.safeParse({ branch }).success).toBe(false);
  });
});
