import type { RepositoryRef } from "../../../core/discussion.ts";
import type { RecordReads } from "../../../core/record-reads.ts";
import type { AllLists } from "../lists.ts";
import type { FaqLists, ListReads } from "../reads.ts";
import { collectLists } from "./collect-lists.ts";
import { isListedWith } from "./find-holder.ts";

/** The review of another repository's FAQ stays where its commands are obeyed. */
const noFaq: FaqLists = { findReview: async () => undefined };

/** What the issue of a repository lists, with what other repositories list in it. By our own records alone. */
export async function collectAllLists(
  repository: RepositoryRef,
  reads: ListReads & { readonly records: Pick<RecordReads, "repositories"> },
  now: Date,
): Promise<AllLists> {
  const own = await collectLists(repository, reads, now);
  const listed = await reads.livingIssues.listedIn(repository);
  if (listed.length === 0) return { own, others: [] };
  const served = new Map((await reads.records.repositories()).map((it) => [it.id, it]));
  const others: AllLists["others"][number][] = [];
  for (const { repository: id, record } of listed) {
    const other = served.get(id);
    if (!other || !isListedWith(other, repository)) continue;
    const lists = await collectLists(other, { ...reads, faq: noFaq }, now);
    others.push({ repository: other, privateTitles: record.privateTitles === true, lists });
  }
  return { own, others };
}
