import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { isSuggestion } from "../../../text/is-suggestion.ts";
import type { OfficeHoursConfig } from "../config.ts";
import { toEvidence, type GateEvidence } from "../gate/evidence.ts";
import { missingSteps } from "../gate/missing-steps.ts";
import type { ReadsOfOfficeHours } from "../reads.ts";

interface Context {
  readonly gate: OfficeHoursConfig["gate"];
  readonly reads: ReadsOfOfficeHours;
  readonly now: Date;
}

/**
 * What the asker of a thread has tried. GitHub is asked only where our records would refuse: a 👎 has no webhook
 * (octokit/webhooks.js#553), and one that was given a minute ago counts.
 */
export async function gatherEvidence(
  repository: RepositoryRef,
  thread: Thread,
  { gate, reads, now }: Context,
): Promise<GateEvidence> {
  const { number } = thread;
  const facts = {
    thread,
    suggestion: await reads.records.findSuggestion(repository, number),
    feedback: await reads.records.feedback(repository, { numbers: [number] }),
    watched: await reads.watch.findWatched(repository, number),
    now,
  };
  const known = toEvidence({ ...facts, isDisliked: false });
  if (!missingSteps(gate, known)) return known;
  return toEvidence({ ...facts, isDisliked: await isDisliked(repository, thread, reads) });
}

async function isDisliked(
  repository: RepositoryRef,
  { comments, author }: Thread,
  { github }: ReadsOfOfficeHours,
): Promise<boolean> {
  const posted = comments.find(isSuggestion);
  if (!posted || !author) return false;
  const opinions = (await github.opinionsOn(repository, [posted.id])).get(posted.id);
  return opinions?.reactions.some((it) => !it.helpful && isSameName(it.by, author.login)) ?? false;
}
