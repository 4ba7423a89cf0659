import type { RepositoryRef, Thread } from "../../core/discussion.ts";
import { NotReadyError } from "../../core/errors.ts";
import type { RecordReads } from "../../core/record-reads.ts";

/** How long a new question waits at most, and until it is looked at again at least. */
const patienceMs = 10 * 60_000;
const againMs = 1_000;

/**
 * Rejects with a `NotReadyError` while the docs of a new repository are being read: whoever installs the app asks at once,
 * and is not to meet silence for it. Docs that cannot be read at all hold up nobody for longer than ten minutes.
 */
export async function mustBeRead(
  { createdAt }: Thread,
  repository: RepositoryRef,
  { records, now }: { readonly records: Pick<RecordReads, "isServed">; readonly now: Date },
): Promise<void> {
  const ageMs = Math.abs(now.getTime() - createdAt.getTime());
  if (ageMs > patienceMs || (await records.isServed(repository))) return;
  // Less and less often: what takes minutes is not asked about each second.
  const retryAt = new Date(now.getTime() + Math.max(ageMs / 4, againMs));
  throw new NotReadyError("the repository is new, and its docs are being read", retryAt);
}
