import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/schema.ts";
import type { ObservedThread, Timeline, TimelineEntry } from "../../../src/core/timeline.ts";
import { WatchConfig } from "../../../src/features/watch/config.ts";
import { decideThread } from "../../../src/features/watch/events/decide-thread.ts";
import type { ThreadFacts } from "../../../src/features/watch/gather/gather-thread.ts";
import { whyUnwatched } from "../../../src/features/watch/gather/gather-thread.ts";
import { fromRecord } from "../../../src/features/watch/watched-record.ts";
import type { Watched } from "../../../src/features/watch/watched.ts";
import { toDecision, type RecordedRequest } from "../../../src/timeline/to-decision.ts";
import { repository } from "../../helpers/builders.ts";
import { asker, at, aTimeline, closed, helper } from "../../helpers/timelines.ts";

const config = {
  priorities: {
    p1: { "first-response": "1h" },
    p3: { "first-response": "4h", "next-response": "8h", resolution: "24h" },
  },
  rules: [{ title: ["log"], priority: "p1" }],
};

interface World {
  readonly entries?: readonly TimelineEntry[];
  readonly observed?: Partial<ObservedThread>;
  readonly timeline?: Partial<Timeline>;
  readonly known?: Watched;
  readonly hasComment?: boolean;
  readonly now?: string;
  readonly digest?: string | undefined;
  readonly mayRule?: boolean;
  readonly config?: object;
}

function decide(world: World) {
  const { entries = [], known, hasComment = true, now = "09:30", mayRule = false } = world;
  const before = "digest" in world ? world.digest : "one";
  const facts: ThreadFacts = {
    found: "thread",
    timeline: aTimeline(entries, world.timeline, { title: "How do I feed the cat?", ...world.observed }),
    decision: undefined,
    known,
    settings: { calendars: { byName: new Map(), problems: [] }, digest: "one", before },
    hasComment,
    body: undefined,
    language: "en",
  };
  const context = {
    repository,
    config: WatchConfig.parse({ ...config, ...world.config }),
    shared: defaultConfig,
    now: at(now),
    mayRule,
  };
  const plan = decideThread(facts, 12, context);
  const kept = plan.actions.flatMap((it) => (it.do === "keep-watched" ? [fromRecord(it.record)] : []))[0];
  return { plan, kept, did: plan.actions.map((it) => it.do) };
}

describe("an event of a thread", () => {
  it("keeps where it stands, and tells what to expect", () => {
    const { kept, did } = decide({});
    expect(did).toEqual(["keep-watched", "say"]);
    expect(kept).toMatchObject({
      thread: {
        number: 12,
        priority: "p3",
        state: { status: "waiting-on-team", since: at("09:00") },
        due: { clock: "first-response", at: at("13:00"), nearAt: at("12:12") },
        breaches: [],
      },
      lookAt: at("13:00"),
      digest: "one",
      told: { times: 1 },
    });
  });

  it("that changes nothing does nothing", () => {
    const { kept } = decide({});
    expect(kept && decide({ known: kept, now: "11:00" }).plan).toEqual({
      actions: [],
      because: "it is waiting-on-team as before",
    });
  });

  it("finds the moment after which what is kept is true no more, behind what is missed", () => {
    const { kept } = decide({ now: "14:00" });
    expect(kept?.thread.breaches).toEqual([{ clock: "first-response", dueAt: at("13:00"), isOpen: true }]);
    expect(kept?.thread.due).toMatchObject({ clock: "first-response", at: at("13:00") });
    expect(kept?.lookAt).toEqual(at("2026-03-03T09:00:00Z"));
    expect(decide({ now: "2026-03-04T00:00:00Z" }).kept).not.toHaveProperty("lookAt");
  });

  it("keeps all its clocks, those that were met in time as well, and reckons records without any anew", () => {
    const entries = [helper("09:10"), asker("09:20")];
    const { kept } = decide({ entries });
    const common = { isBreached: false };
    const clocks = [
      { ...common, clock: "first-response", startedAt: at("09:00"), target: 4 * 3600, metAt: at("09:10") },
      { ...common, clock: "resolution", startedAt: at("09:00"), target: 24 * 3600 },
      { ...common, clock: "next-response", startedAt: at("09:20"), target: 8 * 3600, dueAt: at("17:20") },
    ];
    expect(kept?.clocks).toMatchObject(clocks);
    if (!kept) throw new Error("nothing is kept");
    const { clocks: _, ...ofEarlierRelease } = kept;
    expect(decide({ entries, known: ofEarlierRelease }).kept?.clocks).toMatchObject(clocks);
  });

  it("keeps what was met late, and is due no more", () => {
    const { kept } = decide({ entries: [helper("15:00")], now: "16:00" });
    expect(kept?.thread.breaches).toEqual([{ clock: "first-response", dueAt: at("13:00"), isOpen: false }]);
    expect(kept?.thread).not.toHaveProperty("due");
  });

  it("counts what GitHub has told, also when our clock is behind", () => {
    expect(decide({ entries: [helper("09:31")], now: "09:30" }).kept?.thread.state.status).toBe("waiting-on-asker");
  });

  it("begins the watch with the first thread, and has all reckoned anew when the settings change", () => {
    expect(decide({ digest: undefined }).did).toEqual(["keep-watch", "keep-watched", "say"]);
    expect(decide({ digest: "other" }).did).toEqual(["keep-watch", "follow-up", "keep-watched", "say"]);
  });

  it("gives a fresh thread the priority of a rule, with its label", () => {
    const { plan, kept } = decide({ observed: { title: "Where is the log?" }, mayRule: true });
    expect(plan.actions).toContainEqual(expect.objectContaining({ do: "label", add: [{ name: "p1" }], remove: [] }));
    expect(kept).toMatchObject({ thread: { priority: "p1" }, ruled: { priority: "p1", wasSeen: false } });
  });

  it("neither labels an old thread nor speaks in it, and keeps it all the same", () => {
    const old = decide({ observed: { title: "Where is the log?" }, mayRule: true, now: "2026-03-10T09:00:00Z" });
    expect(old.did).toEqual(["keep-watched"]);
    expect(old.kept?.thread.priority).toBe("p1");
    const touched = decide({ entries: [asker("2026-03-10T08:00:00Z")], now: "2026-03-10T09:00:00Z" });
    expect(touched.did).toEqual(["keep-watched", "say"]);
  });

  it("says nothing where we have not commented, and nothing in a closed thread", () => {
    expect(decide({ hasComment: false }).did).toEqual(["keep-watched"]);
    expect(decide({ entries: [closed("09:10")] }).did).toEqual(["keep-watched"]);
  });

  it("forgets a thread that is watched no more, and takes its promise back", () => {
    const { kept } = decide({});
    const context = {
      repository,
      config: WatchConfig.parse(config),
      shared: defaultConfig,
      now: at("10:00"),
      mayRule: false,
    };
    const because = "the category ideas is not watched";
    const plan = (known: Watched | undefined) => decideThread({ found: "unwatched", because, known }, 12, context);
    expect(plan(kept).actions).toEqual([
      { do: "forget-watched", repository, number: 12 },
      expect.objectContaining({ do: "say", section: "expectation", body: "No time is set for a reply here." }),
    ]);
    expect(plan(undefined)).toEqual({ actions: [], because });
  });
});

describe("a thread is not watched", () => {
  it.each([
    [
      "in a category of another format",
      {},
      { isAnswerable: false, category: "ideas" },
      "the category ideas is not watched",
    ],
    ["in a category that the config leaves out", { categories: ["help"] }, {}, "the category q-a is not watched"],
    ["in a category of the config, whatever its format", { categories: ["q-a"] }, { isAnswerable: false }, undefined],
  ])("%s", (_, given, observed, because) => {
    expect(whyUnwatched(aTimeline([], {}, observed), WatchConfig.parse(given))).toBe(because);
  });

  it.each([
    ["maintainer", "the team opened the discussion"],
    ["helper", "the team opened the discussion"],
    ["bot", "a bot opened the discussion"],
    ["asker", undefined],
  ] as const)("when a %s opened it", (opener, because) => {
    expect(whyUnwatched(aTimeline([], { opener }), WatchConfig.parse({}))).toBe(because);
  });
});

describe("a feature request", () => {
  const since = "2026-03-02T10:00:00.000Z";
  const completeSince = "2026-03-02T09:00:00.000Z";
  const decision = { at: "2026-03-02T11:00:00.000Z" };
  const decided = { is: "decided", at: at("11:00"), since: at("09:00") };

  it.each<readonly [RecordedRequest["state"], Partial<RecordedRequest>, unknown]>([
    ["asked", {}, { is: "asked", since: at("10:00") }],
    ["complete", { completeSince }, { is: "awaited", since: at("09:00") }],
    ["complete", {}, { is: "awaited", since: at("10:00") }],
    ["meeting", { completeSince }, { is: "awaited", since: at("09:00") }],
    ["accepted", { completeSince, decision }, decided],
    ["declined", { completeSince, decision }, decided],
    ["shipped", { completeSince, decision }, decided],
    ["dropped", { decision }, { is: "decided", at: at("11:00") }],
    ["duplicate", { completeSince }, undefined],
    ["closed", { completeSince }, undefined],
  ])("that is %s", (state, given, expected) => {
    expect(toDecision({ state, since, ...given })).toEqual(expected);
  });

  it("is none", () => {
    expect(toDecision(undefined)).toBeUndefined();
  });
});
