import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { Config, defaultConfig } from "../../../src/config/schema.ts";
import type { TimelineEntry } from "../../../src/core/timeline.ts";
import type { WatchAction } from "../../../src/features/watch/actions/watch-actions.ts";
import { needsInfo } from "../../../src/features/watch/commands/needs-info.ts";
import type { CommandContextIn } from "../../../src/features/command.ts";
import { decideThread } from "../../../src/features/watch/events/decide-thread.ts";
import type { ThreadFacts } from "../../../src/features/watch/gather/gather-thread.ts";
import { fromRecord } from "../../../src/features/watch/watched-record.ts";
import type { Watched } from "../../../src/features/watch/watched.ts";
import { findCommands } from "../../../src/text/find-commands.ts";
import type { ThreadDecision } from "../../../src/timeline/thread-decision.ts";
import { aComment, aThread, repository } from "../../helpers/builders.ts";
import {
  asker,
  at,
  aTimeline,
  closed,
  helper,
  marked,
  needsInfo as wasAsked,
  reopened,
  session,
  thanks,
} from "../../helpers/timelines.ts";

interface World {
  readonly entries?: readonly TimelineEntry[];
  readonly known?: Watched | undefined;
  readonly decision?: ThreadDecision;
  readonly labels?: readonly string[];
}

const now = at("12:00");

function factsOf({ entries = [], known, decision }: World): ThreadFacts {
  return {
    found: "thread",
    timeline: aTimeline(entries),
    decision,
    known,
    settings: { calendars: { byName: new Map(), problems: [] }, digest: "one", before: "one" },
    hasComment: false,
    body: undefined,
    language: "en",
  };
}

/** What the actions do with labels, and what is kept in the end. */
function did(actions: readonly WatchAction[]) {
  const labels = actions.flatMap((it) =>
    it.do === "label" ? [...it.add.map(({ name }) => `+${name}`), ...it.remove.map((name) => `-${name}`)] : [],
  );
  const kept = actions.flatMap((it) => (it.do === "keep-watched" ? [fromRecord(it.record)] : [])).at(-1);
  return { labels, kept };
}

/** `/needs-info` was written at 10:00, and is obeyed in a thread of which this is known by then. */
function ask(world: World, config = defaultConfig, time = now) {
  const [line] = findCommands("/needs-info");
  if (!line) throw new Error("it is no command");
  const comment = aComment({ id: "DC_9", body: "/needs-info", createdAt: at("10:00") });
  const context: CommandContextIn<"discussion"> = {
    place: "discussion",
    line,
    repository,
    number: 12,
    thread: aThread({ comments: [comment], labels: world.labels ?? [] }),
    comment: { ...comment, at: "2026-03-02T10:00:00Z" },
    actor: { login: "hana", isBot: false },
    roles: ["helper"],
    config,
    now: time,
    allowed: [],
    locale: english,
  };
  return did(needsInfo.decide(context, factsOf(world)).actions as readonly WatchAction[]);
}

/** Something else happens in the thread later. */
function look(world: World) {
  const context = { repository, config: defaultConfig.watch, shared: defaultConfig, now, mayRule: false };
  return did(decideThread(factsOf(world), 12, context).actions);
}

const obeyed = wasAsked("10:00");
const on = ["+needs-info"];
const off = ["-needs-info"];

describe("the label of /needs-info", () => {
  it.each<[string, World, readonly string[]]>([
    ["in a question that nobody has replied to", {}, on],
    ["behind the asker's last word", { entries: [asker("09:30")] }, on],
    ["behind a word of the team", { entries: [asker("09:30"), helper("09:45")] }, on],
    ["though the asker has thanked since", { entries: [thanks("10:30")] }, on],
    ["in an answered question", { entries: [helper("09:10"), marked("09:20")] }, on],
    ["where a session is booked", { entries: [session("09:30", "booked")] }, on],
    ["where a decision is awaited", { decision: { is: "awaited", since: at("09:30") } }, on],
    ["unless it is there", { labels: ["Needs-Info"] }, []],
    ["unless the asker has written since", { entries: [asker("10:30")] }, []],
    ["unless an answer was marked since", { entries: [helper("09:10"), marked("10:30")] }, []],
    ["unless it was reopened since", { entries: [closed("10:30"), reopened("11:00")] }, []],
    ["unless it is closed", { entries: [closed("09:30", "outdated")] }, []],
    ["unless the session was held since", { entries: [session("09:30", "booked"), session("10:30", "held")] }, []],
  ])("goes on %s", (_, world, expected) => {
    const { labels, kept } = ask(world);
    expect(labels).toEqual(expected);
    // Whoever is asked is written down with the label, so that whatever comes next finds what to take off.
    expect(kept?.needsInfo ?? false).toBe(expected.length > 0 || world.labels !== undefined);
  });

  it("goes on, and is remembered, where our clock is behind GitHub's", () => {
    expect(ask({}, defaultConfig, at("09:59"))).toMatchObject({ labels: on, kept: { needsInfo: true } });
  });

  it("is none where the config wants none", () => {
    const config = Config.parse({ watch: { "needs-info-label": null } });
    expect(ask({}, config)).toMatchObject({ labels: [], kept: { needsInfo: true } });
  });

  it.each<[string, World, readonly string[]]>([
    ["when the asker writes", { entries: [obeyed, asker("10:30")] }, off],
    ["when the asker, heard of late, has written at once", { entries: [asker("2026-03-02T10:00:30Z"), obeyed] }, off],
    ["when an answer is marked", { entries: [obeyed, helper("10:10"), marked("10:30")] }, off],
    ["when it is closed", { entries: [obeyed, closed("10:30", "outdated")] }, off],
    ["not for thanks", { entries: [obeyed, thanks("10:30")] }, []],
    ["not for a word of the team", { entries: [obeyed, helper("10:30")] }, []],
    ["not while a session is booked", { entries: [obeyed, session("10:30", "booked")] }, []],
  ])("comes off %s", (_, world, expected) => {
    expect(look({ ...world, known: ask({}).kept }).labels).toEqual(expected);
  });

  it("comes off when the thread is watched no more", () => {
    const context = { repository, config: defaultConfig.watch, shared: defaultConfig, now, mayRule: false };
    const gone = (known: Watched | undefined) =>
      did(decideThread({ found: "unwatched", because: "another category", known }, 12, context).actions).labels;
    expect(gone(ask({}).kept)).toEqual(off);
    expect(gone(look({}).kept)).toEqual([]);
  });

  it("that somebody put on by hand stays", () => {
    expect(look({ entries: [asker("10:30")], known: look({}).kept }).labels).toEqual([]);
  });
});
