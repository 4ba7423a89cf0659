import { describe, expect, it } from "vitest";
import { WatchConfig, type PriorityName } from "../../../src/features/watch/config.ts";
import { followRules } from "../../../src/features/watch/priorities/follow-rules.ts";
import { isAnswered } from "../../../src/features/watch/priorities/form-answers.ts";
import { matchRules } from "../../../src/features/watch/priorities/match-rules.ts";
import { priorityOf, type PrioritySigns } from "../../../src/features/watch/priorities/priority-of.ts";

const config = WatchConfig.parse({ priorities: { p4: { label: null } } });
const signs = (given: Partial<PrioritySigns>): PrioritySigns => ({ labels: [], ...given });
const ruled = (priority: PriorityName, wasSeen: boolean) => ({ ruled: { priority, wasSeen } });

describe("the priority of a thread", () => {
  it.each<readonly [string, Partial<PrioritySigns>, string]>([
    ["is the default", {}, "p3 default"],
    ["is its label, whoever put it on", { labels: ["bug", "P1"] }, "p1 label"],
    ["is the higher of two labels", { labels: ["p3", "p2"] }, "p2 label"],
    ["is what a command chose, where that has no label", { chosen: "p4" }, "p4 command"],
    ["is a label that was put on after that", { chosen: "p4", labels: ["p2"] }, "p2 label"],
    ["is what a rule gave", ruled("p1", false), "p1 rule"],
    ["is what a rule gave no more, when somebody took its label off", ruled("p1", true), "p3 default"],
    ["is another label, whatever a rule gave", { ...ruled("p1", true), labels: ["p2"] }, "p2 label"],
  ])("%s", (_, given, expected) => {
    const { priority, by } = priorityOf(signs(given), config);
    expect(`${priority} ${by}`).toBe(expected);
  });
});

describe("a rule", () => {
  const thread = { title: "Outage: nothing prints", category: "q-a", labels: ["Customer"], body: undefined };
  const rules = (...them: readonly object[]) => WatchConfig.parse({ rules: them }).rules;

  it.each([
    ["by category", { category: "q-a" }, true],
    ["by another category", { category: "ideas" }, false],
    ["by label, in whichever case", { label: "customer" }, true],
    ["by another label", { label: "vip" }, false],
    ["by a word of the title", { title: ["down", "outage"] }, true],
    ["by a phrase of the title", { title: ["nothing  PRINTS"] }, true],
    ["by a part of a word", { title: ["out"] }, false],
    ["by all conditions", { category: "q-a", title: ["outage"] }, true],
    ["by one condition of two", { category: "q-a", title: ["slow"] }, false],
    ["by an answer that the thread has not", { form: { Severity: "high" } }, false],
  ])("%s", (_, rule, fits) => {
    expect(matchRules(rules({ ...rule, priority: "p1" }), thread)).toBe(fits ? "p1" : undefined);
  });

  it("counts when it is the first that fits", () => {
    const them = rules(
      { title: ["slow"], priority: "p4" },
      { category: "q-a", priority: "p2" },
      { label: "customer", priority: "p1" },
    );
    expect(matchRules(them, thread)).toBe("p2");
  });

  it("knows words of any language", () => {
    const turkish = { ...thread, title: "Yazıcı çöktü, acil!" };
    expect(matchRules(rules({ title: ["acil"], priority: "p1" }), turkish)).toBe("p1");
    expect(matchRules(rules({ title: ["çöktü"], priority: "p1" }), turkish)).toBe("p1");
  });
});

describe("an answer of a form", () => {
  // As GitHub writes what somebody has filled in.
  const body = [
    "### How bad is it?",
    "",
    "Everybody waits",
    "",
    "### Where?",
    "",
    "Berlin, Prague",
    "",
    "### Before you ask",
    "",
    "- [X] I have read the docs",
    "- [ ] I pay for support",
    "",
    "### Version",
    "",
    "_No response_",
  ].join("\r\n");

  it.each([
    ["How bad is it?", "everybody waits", true],
    ["how bad is it?", "Everybody waits", true],
    ["How bad is it?", "Everybody", false],
    ["Where?", "Prague", true],
    ["Where?", "Berlin, Prague", true],
    ["Where?", "Everybody waits", false],
    ["Before you ask", "I have read the docs", true],
    ["Before you ask", "I pay for support", false],
    ["Version", "2", false],
    ["Nobody asked", "", false],
  ])("%s %s: %s", (question, answer, expected) => {
    expect(isAnswered(body, question, answer)).toBe(expected);
  });
});

describe("what rules mean for labels", () => {
  const follow = (
    wanted: PriorityName | undefined,
    before: { readonly priority: PriorityName; readonly wasSeen: boolean } | undefined,
    labels: readonly string[],
    mayLabel = true,
  ) => followRules(wanted, before, { labels, mayLabel }, config);

  it.each([
    [
      "a rule fits at first",
      follow("p1", undefined, []),
      { ruled: { priority: "p1", wasSeen: false }, add: ["p1"], remove: [] },
    ],
    [
      "but the thread is old",
      follow("p1", undefined, [], false),
      { ruled: { priority: "p1", wasSeen: false }, add: [], remove: [] },
    ],
    [
      "or somebody has put a label on",
      follow("p1", undefined, ["p2"]),
      { ruled: { priority: "p1", wasSeen: true }, add: [], remove: [] },
    ],
    [
      "or the priority has no label",
      follow("p4", undefined, []),
      { ruled: { priority: "p4", wasSeen: false }, add: [], remove: [] },
    ],
    [
      "its label is seen",
      follow("p1", { priority: "p1", wasSeen: false }, ["p1"]),
      { ruled: { priority: "p1", wasSeen: true }, add: [], remove: [] },
    ],
    [
      "somebody puts another label beside it",
      follow("p1", { priority: "p1", wasSeen: false }, ["p1", "p2"]),
      { ruled: { priority: "p1", wasSeen: true }, add: [], remove: ["p1"] },
    ],
    [
      "its label was taken off",
      follow("p1", { priority: "p1", wasSeen: true }, []),
      { ruled: { priority: "p1", wasSeen: true }, add: [], remove: [] },
    ],
    [
      "another rule fits",
      follow("p2", { priority: "p1", wasSeen: true }, ["P1"]),
      { ruled: { priority: "p2", wasSeen: false }, add: ["p2"], remove: ["P1"] },
    ],
    [
      "no rule fits any more",
      follow(undefined, { priority: "p1", wasSeen: true }, ["p1"]),
      { ruled: undefined, add: [], remove: ["p1"] },
    ],
    ["no rule ever fitted", follow(undefined, undefined, ["p2"]), { ruled: undefined, add: [], remove: [] }],
    [
      "another rule fits, and somebody has chosen meanwhile",
      follow("p2", { priority: "p1", wasSeen: true }, ["p3"]),
      { ruled: { priority: "p2", wasSeen: true }, add: [], remove: [] },
    ],
  ])("%s", (_, outcome, expected) => {
    expect(outcome).toEqual(expected);
  });
});
