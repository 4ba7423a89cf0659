import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { SupportEvent } from "../../../src/core/event.ts";
import type { WatchedThread } from "../../../src/core/thread-status.ts";
import { OnCallConfig } from "../../../src/features/on-call/config.ts";
import { decideEscalation } from "../../../src/features/on-call/escalation/decide-escalation.ts";
import { newSteps } from "../../../src/features/on-call/escalation/due-steps.ts";
import type { Notice } from "../../../src/features/on-call/store/on-call-records.ts";
import { toRota } from "../../../src/rota/to-rota.ts";
import { onCallAt } from "../../../src/rota/shifts.ts";
import { repository } from "../../helpers/builders.ts";
import { weeklyHours } from "../../rota/weekly-hours.ts";
import { aWatched } from "./watched.ts";

const office = weeklyHours({ timeZone: "UTC", from: "09:00", to: "17:00" });
const rota = { layers: [{ name: "main", people: ["hana"], start: "2026-01-05", calendar: "office" }] };
/** A Monday, within the hours of the rota. */
const noon = "2026-03-02T12:00:00Z";

interface World {
  readonly threads: readonly WatchedThread[];
  readonly config?: object;
  readonly notices?: readonly Notice[];
  readonly now?: string;
  readonly since?: string | undefined;
  readonly mayTriage?: readonly string[];
  readonly behind?: readonly number[];
  readonly livingIssue?: { readonly number: number; readonly id: string };
}

function decide({
  threads,
  config = {},
  notices = [],
  now: time = noon,
  mayTriage = ["hana"],
  behind = [],
  livingIssue,
  ...world
}: World) {
  const now = new Date(time);
  const parsed = OnCallConfig.parse(config);
  const made = toRota(parsed, new Map([["office", office]]));
  const since = "since" in world ? world.since : "2026-01-01T00:00:00Z";
  return decideEscalation(
    {
      steps: newSteps(threads, notices, now),
      watchedSince: since === undefined ? undefined : new Date(since),
      rota: made,
      shift: onCallAt(made, now),
      mayTriage,
      behind: new Set(behind),
      livingIssue,
    },
    { repository, config: parsed, freshness: "48h", now, locale: english },
  );
}

const due = (at: string, nearAt = "2026-03-02T08:00:00Z"): Partial<WatchedThread> => ({
  due: { clock: "first-response", at: new Date(at), nearAt: new Date(nearAt) },
});
const near = (number: number) => aWatched(number, due("2026-03-02T15:00:00Z"));
const broken = (number: number, at = "2026-03-02T11:00:00Z") => aWatched(number, due(at, "2026-02-27T08:00:00Z"));
const noticeOf = ({ number, due: it }: WatchedThread, step: Notice["step"]): Notice => {
  if (!it) throw new Error("nothing is due");
  return { number, clock: it.clock, dueAt: it.at, step, isCalled: true };
};

const does = ({ actions }: ReturnType<typeof decide>) =>
  actions.map((it) => {
    switch (it.do) {
      case "keep-notices":
        return `notice ${it.notices.map((one) => `${one.step} ${one.number}${one.isCalled ? "" : " too late"}`).join(", ")}`;
      case "follow-up":
        return doesLater(it.event);
      case "mention":
        return `mention in ${it.number}: ${it.body.split(",")[0] ?? ""}`;
      default:
        return it.do;
    }
  });

function doesLater(event: SupportEvent): string {
  if (event.kind === "post-to-chat") return "chat";
  const number = "number" in event ? event.number : 0;
  return event.kind === "thread-behind" ? `read ${number}` : `label ${number}`;
}

const loud = {
  escalation: {
    near: { label: "soon", mention: "on-call", webhook: true },
    breach: { mention: "on-call", webhook: true },
  },
};

/** The last word in it is of 2 March, 08:00. */
const later: World = {
  threads: [aWatched(1, due("2026-03-05T00:00:00Z", "2026-03-04T08:30:00Z"))],
  now: "2026-03-04T09:00:00Z",
};

describe("what is due", () => {
  it.each<[string, World, readonly string[]]>([
    ["nothing", { threads: [aWatched(1)] }, []],
    ["near its end: quiet by default", { threads: [near(1)] }, ["notice near 1"]],
    ["broken: a label by default", { threads: [broken(1)] }, ["notice breach 1", "label 1"]],
    [
      "broken and never seen near: the breach alone",
      { threads: [broken(1)], config: { ...rota, ...loud } },
      ["notice breach 1", "label 1", "mention in 1: @hana", "chat"],
    ],
    [
      "near, loud",
      { threads: [near(1)], config: { ...rota, ...loud } },
      ["notice near 1", "label 1", "mention in 1: @hana", "chat"],
    ],
    ["near, and known", { threads: [near(1)], notices: [noticeOf(near(1), "near")] }, []],
    ["broken, and known", { threads: [broken(1)], notices: [noticeOf(broken(1), "breach")] }, []],
    [
      "broken, and known as near",
      { threads: [broken(1)], notices: [noticeOf(broken(1), "near")] },
      ["notice breach 1", "label 1"],
    ],
    [
      "broken by another due time than known",
      { threads: [broken(1)], notices: [noticeOf(broken(1, "2026-03-02T10:00:00Z"), "breach")] },
      ["notice breach 1", "label 1"],
    ],
    ["due this very moment", { threads: [broken(1, noon)] }, ["notice breach 1", "label 1"]],
    ["near this very moment", { threads: [aWatched(1, due("2026-03-03T12:00:00Z", noon))] }, ["notice near 1"]],
    [
      "no longer waiting on the team",
      { threads: [{ ...broken(1), state: { ...broken(1).state, status: "waiting-on-asker" } }] },
      [],
    ],
    [
      "another clock that is broken",
      {
        threads: [
          aWatched(1, {
            ...due("2026-03-02T15:00:00Z"),
            breaches: [{ clock: "resolution", dueAt: new Date("2026-03-02T11:00:00Z"), isOpen: true }],
          }),
        ],
      },
      ["notice near 1, breach 1", "label 1"],
    ],
    [
      "a breach that was made good",
      {
        threads: [
          aWatched(1, { breaches: [{ clock: "resolution", dueAt: new Date("2026-03-02T11:00:00Z"), isOpen: false }] }),
        ],
      },
      [],
    ],
    ["before the watch began", { threads: [broken(1)], since: "2026-03-02T11:30:00Z" }, ["notice breach 1 too late"]],
    [
      "in a thread that was old when the watch began",
      { ...later, since: "2026-03-04T08:00:01Z" },
      ["notice near 1 too late"],
    ],
    ["in a thread that was fresh when the watch began", { ...later, since: "2026-03-04T08:00:00Z" }, ["notice near 1"]],
    [
      "where GitHub holds more than we have heard",
      { threads: [broken(1), broken(2)], behind: [1] },
      ["read 1", "notice breach 2", "label 2"],
    ],
    ["where GitHub holds more of all that is due", { threads: [broken(1)], behind: [1] }, ["read 1"]],
    ["where nobody watches", { threads: [broken(1)], since: undefined }, []],
    ["for longer than is fresh", { threads: [broken(1, "2026-02-28T11:59:59Z")] }, ["notice breach 1 too late"]],
    ["for as long as is fresh", { threads: [broken(1, "2026-02-28T12:00:00Z")] }, ["notice breach 1", "label 1"]],
  ])("%s", (_, world, actions) => {
    expect(does(decide(world))).toEqual(actions);
  });
});

describe("the hours of whoever is on call", () => {
  it.each<[string, string, readonly string[]]>([
    ["wait at night", "2026-03-02T17:00:00Z", []],
    ["wait on a Sunday", "2026-03-01T12:00:00Z", []],
    ["begin with the shift", "2026-03-02T09:00:00Z", ["notice breach 1", "label 1"]],
  ])("%s", (_, now, actions) => {
    // Due on Friday at the end of the day: more than two days before Monday, and called for all the same.
    const threads = [broken(1, "2026-02-27T17:30:00Z")];
    const plan = decide({ threads, config: rota, now });
    expect(does(plan)).toEqual(actions);
    if (actions.length === 0) expect(plan.because).toMatch(/^1 promises are due, and nobody is on call until /u);
  });

  it("are none while a session is booked, whatever was missed before", () => {
    const missed = { clock: "first-response" as const, dueAt: new Date("2026-03-02T10:00:00Z"), isOpen: true };
    const at = new Date("2026-03-02T11:00:00Z");
    const state = { status: "session-booked", since: at, hasCommunityAnswer: false, lastWordAt: at } as const;
    expect(does(decide({ threads: [aWatched(1, { breaches: [missed], state })] }))).toEqual([]);
    const held = { ...state, status: "waiting-on-team" } as const;
    expect(does(decide({ threads: [aWatched(1, { breaches: [missed], state: held })] }))).not.toEqual([]);
  });

  it("are over for what could have been called for two days ago", () => {
    const threads = [broken(1, "2026-02-27T17:30:00Z")];
    expect(does(decide({ threads, config: rota, now: "2026-03-04T09:00:01Z" }))).toEqual(["notice breach 1 too late"]);
  });
});

describe("a mention", () => {
  const threads = [broken(1), broken(2, "2026-03-02T10:00:00Z")];

  it("is one in each thread as long as these are few", () => {
    const mentions = does(decide({ threads, config: { ...rota, ...loud } })).filter((it) => it.startsWith("mention"));
    expect(mentions).toEqual(["mention in 1: @hana", "mention in 2: @hana"]);
  });

  it("is one for all when many fall due at once, and the chat hears once in any case", () => {
    const actions = does(decide({ threads: [...threads, near(3)], config: { ...rota, ...loud } }));
    expect(actions.slice(-2)).toEqual(["mention in 1: @hana", "chat"]);
    const [, , , , mention] = decide({ threads: [...threads, near(3)], config: { ...rota, ...loud } }).actions;
    expect(mention).toMatchObject({ body: expect.stringContaining("2 more wait:") });
    expect(mention).toMatchObject({
      body: expect.stringContaining(
        "- [Question 3](<https://redirect.github.com/acme/widgets/discussions/3>): a first response is due on",
      ),
    });
  });

  it("is one in the living issue, where there is one, for all; for a few it is in their threads", () => {
    const livingIssue = { number: 40, id: "I_40" };
    const config = { ...rota, ...loud };
    const many = decide({ threads: [...threads, near(3)], config, livingIssue }).actions;
    expect(many.filter((it) => it.do === "mention")).toEqual([]);
    expect(many.find((it) => it.do === "comment-on-issue")).toMatchObject({
      number: 40,
      issue: "I_40",
      body: expect.stringMatching(/^@hana, 3 questions wait for the team:\n\n- \[Question 1\]/u),
    });
    expect(does(decide({ threads, config, livingIssue }))).toContain("mention in 1: @hana");
  });

  it("is of nobody who may not triage: a login may be a mistake, and a stranger's", () => {
    const plan = decide({ threads, config: { ...rota, ...loud }, mayTriage: [] });
    expect(does(plan).filter((it) => it.startsWith("mention"))).toEqual([]);
    expect(plan.because).toContain("nobody is mentioned, for whoever is on call may not triage here");
  });

  it("may be of a team, whoever is on call", () => {
    const config = { ...rota, team: "support", escalation: { breach: { mention: "team" } } };
    expect(does(decide({ threads: [broken(1)], config })).at(-1)).toBe("mention in 1: @acme/support");
  });

  it("is of the team that is on call", () => {
    const layers = [{ name: "main", team: "helpers", start: "2026-01-05" }];
    const config = { layers, escalation: { breach: { mention: "on-call" } } };
    expect(does(decide({ threads: [broken(1)], config })).at(-1)).toBe("mention in 1: @acme/helpers");
  });

  it("calls nobody else, whatever titles and logins say", () => {
    const title = "@everyone see #12 </sub> [x](y) Fixes acme/widgets#1";
    const state = { ...broken(1).state, assignee: "bob" };
    const odd = [1, 2, 3].map((number) => ({ ...broken(number), title, state }));
    const mention = decide({ threads: odd, config: { ...rota, ...loud } }).actions.find((it) => it.do === "mention");
    const body = mention?.do === "mention" ? mention.body : "";
    expect(body.match(/@\w/gu)).toEqual(["@h"]);
    expect(body).toContain("It is assigned to **bob**.");
    expect(body).not.toMatch(/(?:^|\s)#12|widgets#1|\[x\]\(y\)/u);
  });
});

describe("the config of escalation", () => {
  it.each([
    ["a team that is not named", { escalation: { near: { mention: "team" } } }, "escalation.near.mention"],
    ["nobody on call", { escalation: { breach: { mention: "on-call" } } }, "escalation.breach.mention"],
    ["an unknown setting", { escalation: { near: { "living-issue": true } } }, "escalation.near"],
    ["groups of one", { escalation: { "group-from": 1 } }, "escalation.group-from"],
  ])("is refused with %s", (_, config, path) => {
    const paths = OnCallConfig.safeParse(config).error?.issues.map((it) => it.path.join("."));
    expect(paths).toEqual([path]);
  });
});
