import type { Writes } from "../../../actions/action-set.ts";
import { english, type Locale } from "../../../core/language.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { collectAllLists } from "../gather/collect-all-lists.ts";
import { joinLists } from "../join-lists.ts";
import { introOf } from "../messages/around-parts.ts";
import { partsOfIssue, type Part } from "../messages/parts-of-issue.ts";
import type { ListReads } from "../reads.ts";

/** What an issue says of one repository; or that it says it of several, in times of this zone. */
export type IssueText =
  | { readonly intro: string; readonly parts: readonly Part[] }
  | { readonly joinedInZone: string; readonly locale?: Locale };

/**
 * The text of an issue, at the last moment where it is of several repositories: a plan is kept for days, and may be
 * carried out hours later. By then a repository may be private, or gone with all that we know of it.
 */
export async function textOf(
  text: IssueText,
  repository: RepositoryRef,
  writes: Writes & ListReads,
): Promise<Exclude<IssueText, { readonly joinedInZone: string }>> {
  if ("parts" in text) return text;
  const now = writes.clock();
  const { joinedInZone: timeZone, locale = english } = text;
  const all = await collectAllLists(repository, writes, now);
  const publicIds = await writes.github.reads.publicRepositoriesOf(repository.installation);
  const lists = joinLists(repository, all, publicIds);
  return { intro: introOf(lists, { now, timeZone })(locale), parts: partsOfIssue(lists, timeZone, locale) };
}
