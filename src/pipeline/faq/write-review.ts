import type { FaqAction } from "../../core/faq-actions.ts";
import type { FaqStore } from "../../core/faq-store.ts";
import type { GitHubReads, GitHubWrites } from "../../core/ports.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { marker, writeSection } from "../../text/marker.ts";

type WriteReview = Extract<FaqAction, { readonly do: "write-review" }>;

/** The part of the issue's body that is ours. */
const section = "faq-review";

/**
 * The one issue in which the FAQ is reviewed, by our records or else by its marker: an earlier try may have opened it
 * without hearing of its success. What people write around our part stays. One that was deleted, moved away or
 * converted is opened anew when there is news; one that was closed stays so until then.
 */
export async function writeReview(
  { repository, title, body, isNews, listed, offered }: WriteReview,
  { reads, writes }: { readonly reads: GitHubReads; readonly writes: GitHubWrites },
  faq: FaqStore,
): Promise<void> {
  const mark = marker("faq-review", String(repository.id));
  const home = `${repository.owner}/${repository.name}`;
  const known = await faq.findReview(repository);
  const recorded = known && (await reads.findPlannedIssue(repository, known.number));
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
}
