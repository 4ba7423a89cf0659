import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestStates, type RequestState } from "../../../../src/features/feature-requests/feature-request.ts";
import { FeatureRequestsConfig } from "../../../../src/features/feature-requests/config.ts";
import { stateDiagram, stateDescriptions } from "../../../../src/features/feature-requests/states/describe-states.ts";
import { labelChanges } from "../../../../src/features/feature-requests/states/state-labels.ts";
import {
  applyTrigger,
  transitions,
  type Trigger,
} from "../../../../src/features/feature-requests/states/transitions.ts";
import { aRequest } from "../../../helpers/builders.ts";

const now = new Date("2026-03-09T09:00:00Z");
const { labels } = FeatureRequestsConfig.parse({});
const triggers = [...new Set(transitions.map(({ on }) => on))];
const after = (state: RequestState, on: Trigger, meeting?: { outcome?: string }) =>
  applyTrigger(aRequest({ state, ...(meeting && { meeting: { when: "Friday", by: "mia", ...meeting } }) }), on, now)
    .state;

describe("a request remembers since when it has waited for its decision", () => {
  const completeSince = now.toISOString();
  const later = new Date("2026-03-10T09:00:00Z");
  const told = (...triggers: readonly Trigger[]) =>
    triggers.reduce((it, on, i) => applyTrigger(it, on, i === 0 ? now : later), aRequest({ state: "asked" }))
      .completeSince;

  it.each<readonly [string | undefined, readonly Trigger[]]>([
    [completeSince, ["all questions answered"]],
    [undefined, ["all questions answered", "an answer missing"]],
    [completeSince, ["/meeting", "/meeting cancel"]],
    [completeSince, ["all questions answered", "/decline"]],
    [completeSince, ["all questions answered", "/decline", "/reopen"]],
    [undefined, ["/accept"]],
  ])("%s after %j", (expected, triggers) => {
    expect(told(...triggers)).toBe(expected);
  });
});

describe("the states of a request", () => {
  it.each<[RequestState, Trigger, RequestState]>([
    ["asked", "all questions answered", "complete"],
    ["complete", "an answer missing", "asked"],
    ["accepted", "an answer missing", "accepted"],
    ["asked", "/accept", "accepted"],
    ["declined", "/accept", "accepted"],
    ["closed", "/accept", "accepted"],
    ["shipped", "/accept", "shipped"],
    ["duplicate", "/accept", "duplicate"],
    ["accepted", "/decline", "declined"],
    ["shipped", "/decline", "shipped"],
    ["accepted", "issue completed", "shipped"],
    ["accepted", "issue not planned", "dropped"],
    ["declined", "issue not planned", "declined"],
    ["declined", "issue reopened", "accepted"],
    ["shipped", "issue reopened", "accepted"],
    ["dropped", "/reopen", "accepted"],
    ["declined", "/reopen", "complete"],
    ["accepted", "/reopen", "accepted"],
    ["accepted", "thread closed", "accepted"],
    ["complete", "thread closed", "closed"],
    ["closed", "thread reopened", "complete"],
    ["accepted", "/duplicate", "accepted"],
  ])("%s, %s: %s", (from, on, to) => {
    expect(after(from, on)).toBe(to);
  });

  it.each(["/accept", "/decline"] as const)("a meeting has to have an outcome before %s", (on) => {
    expect(after("meeting", on)).toBe("meeting");
    expect(after("meeting", on, {})).toBe("meeting");
    expect(after("meeting", on, { outcome: "We want it." })).not.toBe("meeting");
  });

  it("a state and what happens lead to one state at most", () => {
    const ways = transitions.flatMap(({ from, on }) => from.map((it) => `${it} ${on}`));
    expect(new Set(ways).size).toBe(ways.length);
  });

  it("each can be reached, and none is a dead end", () => {
    const reached = new Set<RequestState>(["asked"]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of transitions) if (from.some((it) => reached.has(it))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...requestStates].sort());
    for (const state of requestStates) {
      expect(transitions.some(({ from, to }) => from.includes(state) && to !== state)).toBe(true);
    }
  });

  it("whatever happens, in whatever order and however often, is a state with a meaning and one label at most", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...triggers), { maxLength: 40 }), fc.boolean(), (happened, isReady) => {
        let request = aRequest({ isReady });
        let onThread: readonly string[] = ["bug"];
        for (const on of happened) {
          request = applyTrigger(applyTrigger(request, on, now), on, now);
          expect(stateDescriptions[request.state].means).not.toBe("");
          const { add, remove } = labelChanges(request, onThread, labels);
          onThread = [...onThread.filter((it) => !remove.includes(it)), ...add.map(({ name }) => name)];
          expect(labelChanges(request, onThread, labels)).toEqual({ add: [], remove: [] });
          const states = onThread.filter((it) => it !== "bug" && it !== labels.ready);
          expect(states).toEqual(request.state === "closed" ? [] : [labels[request.state]]);
        }
      }),
    );
  });

  it("are drawn with every way that there is", () => {
    const drawn = stateDiagram();
    for (const { from, to, on } of transitions) {
      for (const it of from) expect(drawn).toMatch(new RegExp(`${it} --> ${to}: .*${on}`));
    }
  });
});

describe("labels", () => {
  it("are told apart without case, and those of people are left alone", () => {
    const changes = labelChanges({ state: "accepted", isReady: true }, ["Accepted", "ASKED", "good idea"], labels);
    expect(changes).toEqual({ add: [], remove: ["ASKED"] });
  });

  it("can be left out and be called otherwise", () => {
    const own = { ...labels, asked: null, complete: "needs decision" };
    expect(labelChanges({ state: "asked", isReady: false }, ["needs decision"], own)).toEqual({
      add: [],
      remove: ["needs decision"],
    });
    expect(labelChanges({ state: "complete", isReady: true }, [], own).add.map(({ name }) => name)).toEqual([
      "needs decision",
      "ready for decision",
    ]);
  });

  it("have descriptions that GitHub takes", () => {
    for (const state of requestStates) {
      for (const { description } of labelChanges({ state, isReady: true }, [], labels).add) {
        expect(description?.length).toBeLessThanOrEqual(100);
      }
    }
  });
});
