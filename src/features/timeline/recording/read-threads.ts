import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ThreadHistory } from "../../../core/thread-history.ts";
import type { ThreadFacts } from "../facts.ts";
import type { KnownRole, ReadsWithTimelines } from "../store/timeline-records.ts";
import { findRoles, roleAgeMs } from "./roles.ts";
import { peopleOf, readFacts } from "./to-reading.ts";

/** What was read of several threads, and the roles that were asked for with it. */
export interface ReadThreads {
  readonly threads: readonly ThreadFacts[];
  readonly asked: readonly KnownRole[];
}

/** What threads tell that were read for their history. Those of which a page showed a part are read in full, by 1 point each. */
export async function readThreads(
  repository: RepositoryRef,
  histories: readonly ThreadHistory[],
  { reads, now }: { readonly reads: ReadsWithTimelines; readonly now: Date },
): Promise<ReadThreads> {
  const whole: ThreadHistory[] = [];
  for (const history of histories) {
    // It may be gone since the page was read.
    const found = history.isPartial ? await reads.github.findHistory(repository, history.number) : history;
    if (found) whole.push(found);
  }
  const roles = await findRoles(repository, whole.flatMap(peopleOf), { reads, now, maxAgeMs: roleAgeMs.history });
  return { threads: whole.map((it) => readFacts(it, roles, now)), asked: roles.asked };
}
