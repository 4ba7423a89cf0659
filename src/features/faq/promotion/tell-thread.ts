import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import type { Promotion } from "./promotion.ts";
import type { PullRequest } from "../../../core/proposal.ts";
import { faqNews } from "../messages/news.ts";
import { hasMarkerOf, readSections } from "../../../text/marker.ts";
import { entryUrl } from "./entry-url.ts";

interface Told {
  readonly promotion: Promotion;
  readonly thread: Thread | undefined;
  readonly hasSpoken: boolean;
}

interface Standing {
  readonly pull: PullRequest | undefined;
  /** Fragment of the entry on GitHub. */
  readonly anchor: string | undefined;
  readonly trouble?: string | undefined;
}

/** The part of our one comment that tells where an answer stands on its way into the FAQ. */
const section = "faq";

/**
 * Actions that tell a thread, if it has not been told already. Where our comment was deleted or folded away by somebody,
 * the answer goes under their command instead.
 */
export function tellThread(repository: RepositoryRef, told: Told, standing: Standing): FaqAction[] {
  const { promotion, thread, hasSpoken } = told;
  if (!thread) return [];
  const { number, id: discussion } = thread;
  const { pull, anchor, trouble } = standing;
  const entry = anchor === undefined ? undefined : entryUrl(repository, thread.url, promotion.file, anchor);
  const body = faqNews({ promotion, pull, entry, trouble });
  const ours = thread.comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0);
  const isSeen = ours === undefined ? !hasSpoken : !ours.isMinimized;
  if (isSeen) {
    if (ours !== undefined && readSections(ours.body).get(section) === body) return [];
    return [{ do: "say", repository, discussion, number, section, body }];
  }
  const key = `promotion:${promotion.state}:${pull?.number ?? 0}`;
  const isSaid = thread.comments.some((it) => it.isOurs && hasMarkerOf(it.body, repository, "reply", key));
  if (isSaid || promotion.command === undefined) return [];
  return [{ do: "reply", repository, discussion, number, to: promotion.command, key, body }];
}
