import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { marker, writeSection } from "../../../text/marker.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { FaqWrites } from "./keep-records.ts";

/** Bring the one issue in which the FAQ is reviewed to what it should say; `isNews`: open it again if it is closed. */
export interface WriteReview {
  readonly do: "write-review";
  readonly repository: RepositoryRef;
  readonly title: string;
  readonly body: string;
  readonly isNews: boolean;
  readonly listed: readonly string[];
  readonly offered: readonly number[];
}

/** The part of the issue's body that is ours. */
const section = "faq-review";

/**
 * The one issue in which the FAQ is reviewed, by our records or else by its marker: an earlier try may have opened it
 * without hearing of its success. What people write around our part stays. One that was deleted, moved away or
 * converted is opened anew when there is news; one that was closed stays so until then.
 */
export const writeReview: ActionKind<WriteReview, FaqWrites> = {
  async perform({ repository, title, body, isNews, listed, offered }, { github: { reads, writes }, faq }) {
    const mark = marker("faq-review", String(repository.id));
    const home = fullName(repository);
    const known = await faq.findReview(repository);
    const recorded = known && (await reads.findTrackedIssue(repository, known.number));
    const isHere = recorded !== undefined && !recorded.convertedTo && isSameName(recorded.repository, home);
    const issue = isHere ? recorded : await reads.findIssueMadeFor(repository, (it) => it.includes(mark));
    const text = writeSection(issue?.body, section, `${mark}\n${body}`, [section]);
    if (issue === undefined) {
      if (!isNews) return;
      const { number } = await writes.createIssue(repository, { title, body: text });
      return faq.keepReview(repository, { number, listed, offered });
    }
    const { number, body: before, closed } = issue;
    const reopens = closed !== undefined && isNews;
    if (before !== text || reopens) {
      await writes.editIssue(repository, number, { body: text, ...(reopens && { state: "open" }) });
    }
    await faq.keepReview(repository, { number, listed, offered });
  },
  describe: ({ repository }) => `bring the FAQ review of ${fullName(repository)} up to date`,
};
