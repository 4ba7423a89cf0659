import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { marker, writeSection } from "../../../text/marker.ts";
import { viaRedirect } from "../../../text/neutralise.ts";
import { fullName } from "../../../core/repository-name.ts";
import { movedToLivingIssue } from "../messages/review-issue.ts";
import type { FaqWrites } from "./keep-records.ts";
import { english, type Locale } from "../../../core/language.ts";

/** Bring the one issue in which the FAQ is reviewed to what it should say; `isNews`: open it again if it is closed. */
export interface WriteReview {
  readonly do: "write-review";
  readonly repository: RepositoryRef;
  readonly title: string;
  readonly body: string;
  /** The same for the living issue; empty where there is nothing to do. */
  readonly lists: string;
  readonly isNews: boolean;
  readonly listed: readonly string[];
  readonly offered: readonly number[];
  /** In which the review speaks; missing in plans of earlier releases, which spoke English. */
  readonly locale?: Locale;
}

/** The part of the issue's body that is ours. */
const section = "faq-review";

/**
 * The one issue in which the FAQ is reviewed, by our records or else by its marker: an earlier try may have opened it
 * without hearing of its success. What people write around our part stays. One that was deleted, moved away or
 * converted is opened anew when there is news; one that was closed stays so until then. Where a living issue is kept, the
 * lists stand there: it reads them from our records.
 */
export const writeReview: ActionKind<WriteReview, FaqWrites> = {
  async perform({ repository, title, body, lists, isNews, listed, offered, locale = english }, all) {
    const { github, faq, livingIssues } = all;
    const { reads, writes } = github;
    const mark = marker("faq-review", String(repository.id));
    const home = fullName(repository);
    const known = await faq.findReview(repository);
    const living = await livingIssues.findLivingIssue(repository);
    if (living?.state === "kept" || living?.state === "closed") {
      const number = known?.number;
      await faq.keepReview(repository, { ...(number !== undefined && { number }), lists, listed, offered });
      if (number !== undefined && living.number !== undefined)
        await leave(repository, { number, living: living.number, locale }, all);
      return;
    }
    const wasElsewhere = known?.lists !== undefined && known.lists !== "";
    const recorded = known?.number === undefined ? undefined : await reads.findTrackedIssue(repository, known.number);
    const isHere = recorded !== undefined && !recorded.convertedTo && isSameName(recorded.repository, home);
    const issue = isHere ? recorded : await reads.findIssueMadeFor(repository, (it) => it.includes(mark));
    const text = writeSection(issue?.body, section, `${mark}\n${body}`, [section]);
    if (issue === undefined) {
      if (!isNews && !wasElsewhere) return;
      const { number } = await writes.createIssue(repository, { title, body: text });
      return faq.keepReview(repository, { number, listed, offered });
    }
    const { number, body: before, closed } = issue;
    const reopens = closed !== undefined && (isNews || wasElsewhere);
    if (before !== text || reopens) {
      await writes.editIssue(repository, number, { body: text, ...(reopens && { state: "open" }) });
    }
    await faq.keepReview(repository, { number, listed, offered });
  },
  describe: ({ repository }) => `bring the FAQ review of ${fullName(repository)} up to date`,
};

/** Says in the review's own issue where its lists are now, and closes it: there is one place to look. */
async function leave(
  repository: RepositoryRef,
  { number, living, locale }: { readonly number: number; readonly living: number; readonly locale: Locale },
  { github: { reads, writes } }: FaqWrites,
): Promise<void> {
  const [issue, there] = [
    await reads.findTrackedIssue(repository, number),
    await reads.findTrackedIssue(repository, living),
  ];
  const isHere = issue && !issue.convertedTo && isSameName(issue.repository, fullName(repository));
  if (!isHere || issue.closed !== undefined || !there) return;
  const note = movedToLivingIssue(living, viaRedirect(there.url))(locale);
  const body = writeSection(issue.body, section, `${marker("faq-review", String(repository.id))}\n${note}`, [section]);
  await writes.editIssue(repository, number, { body, state: "completed" });
}
