import type { RepositoryRef } from "../../core/discussion.ts";
import { fullName } from "../../core/repository-name.ts";
import type { ThreadStatus } from "../../core/thread-status.ts";
import { toThreadAnswer } from "../../dashboard/api/thread-answer.ts";
import { gatherDeliveries, type ThreadDelivery } from "../../dashboard/gather/gather-deliveries.ts";
import { gatherThread, type ThreadReads, type ThreadView } from "../../dashboard/gather/gather-thread.ts";
import type { PageReads } from "../../dashboard/gather/reads.ts";
import { stateDescriptions } from "../../features/feature-requests/states/describe-states.ts";

/** What an explanation is made from: our own records. */
export type ExplainReads = ThreadReads & Pick<PageReads, "inbox" | "describePlan">;

/** All that is told of a thread. The view is missing where only deliveries came. */
export interface Explanation {
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly view: ThreadView | undefined;
  readonly deliveries: readonly ThreadDelivery[];
}

/** Undefined where nothing is on record of it. */
export async function gatherExplanation(
  repository: RepositoryRef,
  number: number,
  { reads, now }: { readonly reads: ExplainReads; readonly now: Date },
): Promise<Explanation | undefined> {
  const view = await gatherThread(repository, number, reads, now);
  const deliveries = await gatherDeliveries(repository, number, reads);
  return view || deliveries.length > 0 ? { repository, number, view, deliveries } : undefined;
}

const owing: Readonly<Record<ThreadStatus, string>> = {
  "waiting-on-team": "the team",
  "waiting-on-asker": "the asker",
  "awaiting-decision": "a decision",
  "session-booked": "the session",
  answered: "nobody",
  closed: "nobody",
};

/** Who owes the next word, or what it takes; undefined where that is not known. */
export function waitsOn({ clocks, request, timeline }: ThreadView): string | undefined {
  if (request) return stateDescriptions[request.request.state].waitsOn ?? "nobody";
  if (!clocks.watched) return undefined;
  const { status, assignee } = clocks.reckoned.state;
  if (status === "waiting-on-team" && assignee !== undefined) return assignee;
  return status === "waiting-on-asker" ? (timeline?.asker ?? owing[status]) : owing[status];
}

/** What people's commands came to, the newest first. */
export function commandsIn(deliveries: readonly ThreadDelivery[]) {
  return deliveries.flatMap(({ stages, receivedAt, outcome }) =>
    stages
      .filter(({ stage }) => stage.startsWith("command:"))
      .map(({ stage, done, steps, lines }) => ({
        command: `/${stage.split(":").at(-1) ?? ""}`,
        at: receivedAt,
        done,
        steps,
        lines,
        outcome: outcome ?? null,
      })),
  );
}

/** For programs: as the API answers for the thread, with what only helpers see there. */
export function toData({ repository, number, view, deliveries }: Explanation): object {
  return {
    repository: fullName(repository),
    ...(view ? toThreadAnswer(view) : { number }),
    waitsOn: (view && waitsOn(view)) ?? null,
    resolution: view?.resolution ?? null,
    commands: commandsIn(deliveries),
    deliveries: deliveries.map((it) => ({ ...it, outcome: it.outcome ?? null })),
  };
}
