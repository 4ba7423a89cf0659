import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import type { OnCallConfig } from "../config.ts";
import type { Notice, PutLabels, Step } from "../store/on-call-records.ts";
import { assignedLabel } from "../assignment/assignment.ts";
import { dueSteps, isSamePromise } from "./due-steps.ts";

export interface LabelFacts {
  readonly watched: WatchedThread | undefined;
  readonly notices: readonly Notice[];
  /** Labels that we put on the thread. */
  readonly put: PutLabels | undefined;
}

const drafts: Readonly<Record<Step, { readonly color: string; readonly description: string }>> = {
  near: { color: "fbca04", description: "Waits for the team, and has to be answered soon" },
  breach: { color: "d93f0b", description: "Waits for the team for longer than was promised" },
};

/**
 * Brings our labels in line with what was called for: on while the thread waits on the team for it, and off after that.
 * One that a person took off stays off, and those of people stay on.
 */
export function decideLabels(
  { watched, notices, put }: LabelFacts,
  { repository, number, config, now }: { repository: RepositoryRef; number: number; config: OnCallConfig; now: Date },
): OnCallPlan {
  const step = watched && calledStep(watched, notices, now);
  const name = step && config.escalation[step].label;
  const before = put?.labels ?? [];
  const labels = [name, labelOfAssignment(watched, before, config)].filter((it) => typeof it === "string");
  const added = labels.filter((it) => !before.includes(it));
  const remove = before.filter((it) => !labels.includes(it));
  const subject = watched?.id ?? put?.subject;
  if (subject === undefined || added.length + remove.length === 0) return nothing("its labels are as they should be");
  const add = added.map((it) => ({ name: it, ...(it === name && step ? drafts[step] : assignedLabel) }));
  return {
    actions: [
      { do: "label", repository, number, subject, add, remove },
      { do: "keep-put-labels", repository, number, subject, labels },
    ],
    because: step ? `it was called for (${step})` : "of what is due and whose it is",
  };
}

/** On while somebody has the thread and it is not over; where nobody watches the thread, it stays as it is. */
function labelOfAssignment(
  watched: WatchedThread | undefined,
  before: readonly string[],
  { "assigned-label": label }: OnCallConfig,
): string | undefined {
  if (label === null) return undefined;
  if (!watched) return before.includes(label) ? label : undefined;
  const { assignee, status } = watched.state;
  return assignee !== undefined && status !== "answered" && status !== "closed" ? label : undefined;
}

/** The worst that was called for. Until a breach is called for, that its end was near still shows. */
function calledStep(watched: WatchedThread, notices: readonly Notice[], now: Date): Step | undefined {
  const due = dueSteps(watched, now);
  const wasCalled = (step: Step) =>
    due.some((it) => notices.some((notice) => notice.isCalled && notice.step === step && isSamePromise(notice, it)));
  return (["breach", "near"] as const).find(wasCalled);
}
