import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { RelatedRequest } from "../feature-request.ts";
import type { Hit } from "../../../core/knowledge.ts";
import { issueNumberOf } from "../../../core/knowledge-items.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import { isIssue, kindInWords } from "../../../words/kind-in-words.ts";
import { thresholdInForce } from "../../../search/feedback/threshold.ts";
import type { Locale } from "../../../core/language.ts";

/** Hits of which the related ones are chosen, and how many of those are shown. */
const maxHits = 20;
const maxShown = 3;

/** A thread, and the language in which what is found is told of there: it is kept with the request. */
interface Searched {
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly locale: Locale;
}

/**
 * Requests and open issues about the same matter, best first, so that votes gather in one place. Where an issue tracks
 * a request, the request's thread is shown, where people vote.
 */
export async function findRelated(
  { repository, thread, locale }: Searched,
  { finder, records, requests }: ReadsWithRequests,
): Promise<readonly RelatedRequest[]> {
  const value = await thresholdOf(repository, records);
  const { title, body, number, category, labels } = thread;
  const question = { title, body, thread: number, category: category.name, labels };
  const hits = (await finder.find(repository, question, maxHits)).filter((it) => mayBeTheSame(it, number, value));
  const found = new Map<string, RelatedRequest>();
  for (const { item } of hits) {
    const issue = issueNumberOf(item.id);
    const [tracked] = issue === undefined ? [] : await requests.requestsOfIssue(repository, issue);
    if (tracked === number) continue;
    const request = tracked === undefined ? undefined : (await requests.findRequest(repository, tracked))?.request;
    const { title, url } = request ?? item;
    if (!found.has(url)) found.set(url, { title, url, kind: kindInWords(item)?.(locale) ?? "" });
    if (found.size === maxShown) break;
  }
  return [...found.values()];
}

/** Docs that may help somebody whose request was declined. */
export async function findHelpfulDocs(
  { repository, thread, locale }: Searched,
  { finder, records }: ReadsWithRequests,
): Promise<readonly RelatedRequest[]> {
  const value = await thresholdOf(repository, records);
  const { title, body, number } = thread;
  const hits = await finder.find(repository, { title, body, thread: number }, maxHits);
  return hits
    .filter(({ item, confidence }) => confidence >= value && (item.kind === "docs" || item.kind === "faq"))
    .slice(0, maxShown)
    .map(({ item }) => {
      const title = [...item.context, item.title].join(" › ");
      return { title, url: item.url, kind: kindInWords(item)?.(locale) ?? "" };
    });
}

/** The confidence from which on a hit is shown, as for the first answer. */
async function thresholdOf(repository: RepositoryRef, records: ReadsWithRequests["records"]): Promise<number> {
  const fitted = await records.findThreshold(repository);
  return thresholdInForce({ configured: "auto", fitted }, []).value;
}

/** A request that was declined or done is worth knowing as well; an issue that is closed is not to be voted on. */
function mayBeTheSame({ item, confidence }: Hit, number: number, threshold: number): boolean {
  if (confidence < threshold || !isIssue(item) || item.retired || issueNumberOf(item.id) === number) return false;
  return item.kind === "feature-request" || item.outcome?.state === "open";
}
