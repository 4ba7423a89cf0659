import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import { dayMs } from "../../../core/clock.ts";
import { beginsWithCommand } from "../../../text/find-commands.ts";
import { hasMarkerOf } from "../../../text/marker.ts";
import type { ResolutionAction } from "../actions/resolution-actions.ts";
import { wordsOfOthers, type Draft, type Reading, type Settings } from "../events/draft.ts";
import { closedSilently, reminder } from "../messages/end-of-thread.ts";
import { saysSolved } from "../../../reply-sense/says-solved.ts";
import type { ThreadResolution } from "../thread-resolution.ts";
import { localeOf } from "../../../words/locale-of.ts";

/** A thread that was closed so much later than by us was opened in between, and closed by somebody else. */
const sameClosingMs = 10 * 60_000;

/** What a silence follows: the asker's last word that was more than thanks, or the question. By it a reminder is one. */
export function silenceKey({ id, author, comments }: Thread): string {
  const word = comments.findLast(
    (it) => author && it.author?.login === author.login && !beginsWithCommand(it.body) && !saysSolved(it.body),
  );
  return word?.id ?? id;
}

/** Any word of the asker opens what we closed. What a person closed stays closed (aws/dotnet#56). */
export function planReopening(draft: Draft, { repository, event, facts, thread }: Reading): Draft {
  const { closing, ...resolution } = draft.resolution;
  if (!closing) return draft;
  const spent: ThreadResolution = {
    ...resolution,
    ...(resolution.silence && { silence: { ...resolution.silence, isSpent: true } }),
  };
  if (!thread.closed) return { ...draft, resolution: spent };
  const closedAt = facts.read?.closedAt?.getTime() ?? 0;
  if (closedAt > Date.parse(closing.at) + sameClosingMs) return { ...draft, resolution: spent };
  const isAsker = event.kind === "comment-added" && event.actor.login === thread.author?.login;
  if (!isAsker) return draft;
  const { number } = thread;
  const reopen: ResolutionAction = { do: "reopen-thread", repository, number, discussion: thread.id };
  return {
    resolution: spent,
    actions: [...draft.actions, reopen],
    because: [...draft.because, "the asker has written after I closed it"],
  };
}

/** Any word of the asker after the reminder, thanks too, ends what it promised: they are not silent. */
export function keepFromClosing(draft: Draft, { repository, thread }: Reading): Draft {
  const { silence } = draft.resolution;
  const said = silence && findReminder(repository, thread, silence.after);
  if (!said || silence.isSpent) return draft;
  const later = thread.comments.slice(thread.comments.indexOf(said) + 1);
  if (!later.some(({ author }) => author && author.login === thread.author?.login)) return draft;
  return { ...draft, resolution: { ...draft.resolution, silence: { ...silence, isSpent: true } } };
}

/** A reminder that was answered is of no more use to anybody who reads the thread (gatsbyjs/gatsby#25074). */
export function foldReminder(draft: Draft, { repository, event, facts, thread }: Reading): Draft {
  const silence = facts.resolution?.silence;
  if (!silence || event.kind !== "comment-added" || event.actor.login !== thread.author?.login) return draft;
  const said = findReminder(repository, thread, silence.after);
  if (!said || said.isMinimized) return draft;
  const fold: ResolutionAction = { do: "fold", repository, comment: said.id, because: "outdated" };
  return { ...draft, actions: [...draft.actions, fold], because: [...draft.because, "the reminder was answered"] };
}

/**
 * A reply to the comment that waits for the asker: it notifies whoever takes part, which an edit does not. It promises no
 * closing where a target was missed, since nothing is closed there.
 */
export function planReminder(
  draft: Draft,
  { repository, thread, facts }: Reading,
  { config, now, language }: Settings,
): Draft {
  const after = silenceKey(thread);
  const waits = wordsOfOthers(thread).at(-1);
  if (!waits) return draft;
  const closesAfter = config["close-after"];
  const isKept = closesAfter === "off" || (facts.watched?.breaches.length ?? 0) > 0;
  const closesAt = isKept ? undefined : new Date(now.getTime() + closesAfter * dayMs);
  const said = findReminder(repository, thread, after);
  // An earlier try, or records that were lost: what that one promised is not known any more.
  if (said) {
    const silence = { after, remindedAt: said.createdAt.toISOString() };
    return { ...draft, resolution: { ...draft.resolution, silence } };
  }
  const { proposal } = draft.resolution;
  const proposed = thread.comments.find(({ id }) => proposal?.isOpen && id === proposal.comment);
  const { isAnswerable } = thread.category;
  const closing = closesAt && { at: closesAt, as: config["close-as"] };
  const body = reminder({ since: waits.createdAt, proposed, isAnswerable }, closing)(localeOf(language, thread));
  const { id: discussion, number } = thread;
  return {
    resolution: {
      ...draft.resolution,
      silence: { after, remindedAt: now.toISOString(), ...(closesAt && { closesAt: closesAt.toISOString() }) },
    },
    actions: [
      ...draft.actions,
      { do: "reply", repository, discussion, number, to: waits.id, key: reminderKey(after), body },
    ],
    because: [...draft.because, `the asker has been silent for ${config["remind-after"]} days`],
  };
}

/** Closes the thread as the reminder promised, and says under it how it is opened again. */
export function planClosing(draft: Draft, { repository, thread }: Reading, { config, now, language }: Settings): Draft {
  const { silence } = draft.resolution;
  const said = silence && findReminder(repository, thread, silence.after);
  // Whoever deleted the reminder does not want what it promises.
  if (!silence || !said) {
    const kept = silence && { silence: { ...silence, isSpent: true as const } };
    return { ...draft, resolution: { ...draft.resolution, ...kept }, because: ["the reminder is gone"] };
  }
  const { id: discussion, number } = thread;
  const because = config["close-as"];
  const key = `closed:${silence.after}`;
  return {
    resolution: { ...draft.resolution, silence: { ...silence, isSpent: true }, closing: { at: now.toISOString() } },
    actions: [
      ...draft.actions,
      { do: "close-thread", repository, number, discussion, because },
      {
        do: "reply",
        repository,
        discussion,
        number,
        to: said.id,
        key,
        body: closedSilently(because)(localeOf(language, thread)),
      },
    ],
    because: [...draft.because, "the asker has been silent since the reminder"],
  };
}

function reminderKey(after: string): string {
  return `remind:${after}`;
}

function findReminder(repository: RepositoryRef, { comments }: Thread, after: string): Comment | undefined {
  return comments.find((it) => it.isOurs && hasMarkerOf(it.body, repository, "reply", reminderKey(after)));
}
