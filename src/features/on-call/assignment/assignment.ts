import { UserError } from "../../../core/errors.ts";
import type { TimelineEntry } from "../../../core/timeline.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import type { CommandContextIn } from "../../command.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import { alreadyAssigned, assignmentSection, releasedSection } from "../messages/assignment.ts";
import type { KeepPutLabels } from "../actions/keep-records.ts";
import type { ReadsOfOnCall } from "../reads.ts";
import type { PutLabels } from "../store/on-call-records.ts";

export type AssignmentContext = CommandContextIn<"discussion">;

export interface AssignmentFacts {
  /** Login of whoever has the thread. */
  readonly assignee: string | undefined;
  /** Whether an earlier command of this comment has given it to somebody. */
  readonly isAssignedHere: boolean;
  /** Labels that we put on the thread. */
  readonly put: PutLabels | undefined;
}

/** Who has the thread, by its timeline: discussions have no assignees. */
export async function gatherAssignment(
  { repository, number, comment }: AssignmentContext,
  { timelines, onCall }: ReadsOfOnCall,
): Promise<AssignmentFacts> {
  const put = await onCall.findPutLabels(repository, number);
  const entries = (await timelines.findTimeline(repository, number))?.entries ?? [];
  const assigned = entries.filter((it): it is AssignedEntry => it.kind === "assigned");
  return { assignee: assigned.at(-1)?.to, isAssignedHere: assigned.some(({ key }) => key === keyOf(comment)), put };
}

type AssignedEntry = Extract<TimelineEntry, { readonly kind: "assigned" }>;

/** Gives the thread to somebody, or to nobody: record, section of our comment, label; and whoever watches looks again. */
export function assign(context: AssignmentContext, to: string | undefined, facts: AssignmentFacts): OnCallPlan {
  if (facts.isAssignedHere) throw new UserError(alreadyAssigned);
  const { repository, number, thread, comment, actor, now, config, locale } = context;
  const { "assigned-label": label } = config["on-call"];
  const hasLabel = label !== null && thread.labels.some((it) => isSameName(it, label));
  const add = label !== null && to !== undefined && !hasLabel ? [{ name: label, ...assignedLabel }] : [];
  const remove = to === undefined && hasLabel ? [label] : [];
  const body = (to === undefined ? releasedSection : assignmentSection(to, actor.login))(locale);
  return {
    actions: [
      {
        do: "record-assignment",
        repository,
        number,
        key: keyOf(comment),
        at: comment.at ?? wholeSecond(now),
        by: actor.login,
        ...(to !== undefined && { to }),
      },
      { do: "follow-up", key: "thread-observed", event: { kind: "thread-observed", repository, number } },
      { do: "say", repository, discussion: thread.id, number, section: "assignment", body },
      ...(add.length + remove.length > 0
        ? [{ do: "label", repository, number, subject: thread.id, add, remove } as const]
        : []),
      ...(label === null ? [] : [keepPut(context, label, to, facts)]),
    ],
    because: to === undefined ? "a helper gives the thread to nobody" : `the thread is given to ${to}`,
  };
}

/** The label is ours from now on: it comes off while nobody has anything to do in the thread. */
function keepPut(
  { repository, number, thread }: AssignmentContext,
  label: string,
  to: string | undefined,
  { put }: AssignmentFacts,
): KeepPutLabels {
  const others = (put?.labels ?? []).filter((it) => !isSameName(it, label));
  const labels = to === undefined ? others : [...others, label];
  return { do: "keep-put-labels", repository, number, subject: thread.id, labels };
}

/** Color and description of the label, where there is none yet. */
export const assignedLabel = { color: "c5def5", description: "Somebody of the team sees to it" };

function keyOf(comment: { readonly id: string }): string {
  return `assigned:${comment.id}`;
}

/** As GitHub's times are. */
function wholeSecond(time: Date): string {
  return new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
}
