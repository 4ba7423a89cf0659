import type { Comment, Thread } from "../../../core/discussion.ts";
import { readSections } from "../../../text/marker.ts";
import type { ResolutionAction } from "../actions/resolution-actions.ts";
import { proposedAnswer, settledProposal } from "../messages/end-of-thread.ts";
import { findHelpful } from "../signs/find-helpful.ts";
import { saysUnsolved } from "../../../reply-sense/says-solved.ts";
import type { Draft, Reading, Settings } from "./draft.ts";
import { localeOf } from "../../../words/locale-of.ts";

/** Proposes a comment for marking, once in a thread, by our one comment there. */
export function propose(draft: Draft, reading: Reading, { config, freshness, now, language }: Settings): Draft {
  const { thread, event, repository } = reading;
  if (config.propose === "off" || draft.resolution.proposal || thread.locked || thread.closed) return draft;
  const helpful = findHelpful(thread, event.kind === "helpful-seen" ? event : undefined);
  if (!helpful) return draft;
  const oldest = now.getTime() - freshness * 1000;
  if (helpful.because === "thanked" && helpful.at.getTime() < oldest) {
    return { ...draft, because: [...draft.because, "the thanks are old news"] };
  }
  const { comment } = helpful;
  const say: ResolutionAction = {
    ...sectionOf(reading),
    do: "say",
    repository,
    body: proposedAnswer(helpful)(localeOf(language, thread)),
  };
  const proposal = {
    comment: comment.id,
    at: now.toISOString(),
    isOpen: true,
    wasTold: findOurs(thread) === undefined,
    title: thread.title,
    url: comment.url,
  };
  return {
    resolution: { ...draft.resolution, proposal },
    actions: [...draft.actions, say],
    because: [...draft.because, `a comment seems to have solved it: ${helpful.because}`],
  };
}

/** Takes a proposal back when it is decided or void: an answer is marked, the comment is gone, or the asker asks on. */
export function settle(draft: Draft, reading: Reading, { language }: Pick<Settings, "language">): Draft {
  const { proposal } = draft.resolution;
  if (!proposal?.isOpen) return draft;
  const { thread, repository } = reading;
  if (!thread.answer && !thread.closed && isStanding(proposal, thread)) return draft;
  const ours = findOurs(thread);
  // A comment of which nothing would be left cannot be written.
  const isAlone = ours !== undefined && readSections(ours.body).size === 1;
  const say: ResolutionAction = {
    ...sectionOf(reading),
    do: "say",
    repository,
    body: isAlone ? settledProposal(localeOf(language, thread)) : "",
  };
  return {
    resolution: { ...draft.resolution, proposal: { ...proposal, isOpen: false } },
    actions: [...draft.actions, ...(thread.locked || !ours ? [] : [say])],
    because: [...draft.because, "the proposal is settled"],
  };
}

function isStanding({ comment, at }: { comment: string; at: string }, { comments, author }: Thread): boolean {
  const proposed = comments.find(({ id }) => id === comment);
  const later = comments.filter((it) => it.author?.login === author?.login && it.createdAt.getTime() > Date.parse(at));
  return proposed !== undefined && !proposed.isMinimized && !later.some(({ body }) => saysUnsolved(body));
}

function sectionOf({ thread: { id, number } }: Reading) {
  return { discussion: id, number, section: "resolution" as const };
}

/** Our one comment, where it is there. */
function findOurs({ comments }: Thread): Comment | undefined {
  return comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0);
}
