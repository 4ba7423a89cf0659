import { describe, expect, it } from "vitest";
import type { ThreadStatus, WatchedThread } from "../../../src/core/thread-status.ts";
import { OnCallConfig } from "../../../src/features/on-call/config.ts";
import { decideLabels } from "../../../src/features/on-call/escalation/decide-labels.ts";
import type { Notice, Step } from "../../../src/features/on-call/store/on-call-records.ts";
import { repository } from "../../helpers/builders.ts";
import { aWatched } from "./watched.ts";

const config = OnCallConfig.parse({ escalation: { near: { label: "soon" } } });
const dueAt = new Date("2026-03-02T12:00:00Z");
const waiting = aWatched(12, { due: { clock: "first-response", at: dueAt, nearAt: new Date("2026-03-02T10:00:00Z") } });
const answered: WatchedThread = { ...aWatched(12), state: { ...waiting.state, status: "waiting-on-asker" } };
const taken = (status: ThreadStatus): WatchedThread => ({
  ...waiting,
  state: { ...waiting.state, status, assignee: "hana" },
});
const notice = (step: Step, more: Partial<Notice> = {}): Notice => {
  return { number: 12, clock: "first-response", dueAt, step, isCalled: true, ...more };
};
const put = (...labels: string[]) => ({ subject: "D_12", labels });

type Facts = Parameters<typeof decideLabels>[0];

function labels(facts: Partial<Facts>, now: string) {
  const all = { watched: waiting, notices: [], put: undefined, ...facts };
  const [label, keep] = decideLabels(all, { repository, number: 12, config, now: new Date(now) }).actions;
  if (label?.do !== "label" || keep?.do !== "keep-put-labels") return "nothing";
  expect(label.subject).toBe("D_12");
  return [
    ...label.add.map((it) => `+${it.name}`),
    ...label.remove.map((it) => `-${it}`),
    `= ${keep.labels.join()}`,
  ].join(" ");
}

describe("the labels of a thread", () => {
  it.each<[string, Partial<Facts>, string, string]>([
    ["are none before anybody was called", {}, "13:00", "nothing"],
    ["show that it was called for near its end", { notices: [notice("near")] }, "11:00", "+soon = soon"],
    ["are put on once", { notices: [notice("near")], put: put("soon") }, "11:00", "nothing"],
    [
      "show near its end until the breach is called for",
      { notices: [notice("near")], put: put("soon") },
      "13:00",
      "nothing",
    ],
    [
      "change with the breach",
      { notices: [notice("near"), notice("breach")], put: put("soon") },
      "13:00",
      "+overdue -soon = overdue",
    ],
    [
      "are none where it was too late to call",
      { notices: [notice("breach", { isCalled: false })] },
      "13:00",
      "nothing",
    ],
    ["are none for another promise", { notices: [notice("breach", { dueAt: new Date(0) })] }, "13:00", "nothing"],
    [
      "come off when the team has answered",
      { watched: answered, notices: [notice("breach")], put: put("overdue") },
      "13:00",
      "-overdue = ",
    ],
    ["come off when nobody watches it any more", { watched: undefined, put: put("overdue") }, "13:00", "-overdue = "],
    [
      "come off when it is due later now",
      { notices: [notice("breach", { dueAt: new Date(0) })], put: put("overdue") },
      "09:00",
      "-overdue = ",
    ],
    ["are left alone when people put them on", { watched: answered, notices: [notice("breach")] }, "13:00", "nothing"],
    ["are those of the config when they were put on", { watched: answered, put: put("late") }, "13:00", "-late = "],
    ["show whose it is while it is not over", { watched: taken("waiting-on-asker") }, "13:00", "+assigned = assigned"],
    ["that show whose it is stay on", { watched: taken("waiting-on-team"), put: put("assigned") }, "11:00", "nothing"],
    [
      "that show whose it is come off with the answer",
      { watched: taken("answered"), put: put("overdue", "assigned") },
      "13:00",
      "-overdue -assigned = ",
    ],
    [
      "that show whose it is come off with the close",
      { watched: taken("closed"), put: put("assigned") },
      "13:00",
      "-assigned = ",
    ],
    [
      "that show whose it is stay where nobody watches",
      { watched: undefined, put: put("assigned") },
      "13:00",
      "nothing",
    ],
    [
      "show both",
      { watched: taken("waiting-on-team"), notices: [notice("breach")], put: put("assigned") },
      "13:00",
      "+overdue = overdue,assigned",
    ],
  ])("%s", (_, facts, time, changes) => {
    expect(labels(facts, `2026-03-02T${time}:00Z`)).toBe(changes);
  });

  it("may be switched off", () => {
    const off = OnCallConfig.parse({ escalation: { breach: { label: null } } });
    const facts = { watched: waiting, notices: [notice("breach")], put: undefined };
    const about = { repository, number: 12, config: off, now: new Date("2026-03-02T13:00:00Z") };
    expect(decideLabels(facts, about).actions).toEqual([]);
  });
});
