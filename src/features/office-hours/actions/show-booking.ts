import type { ActionKind } from "../../../actions/action-set.ts";
import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import { hasMarkerOf, markerOf } from "../../../text/marker.ts";
import { changedSince } from "../messages/change-notice.ts";
import { english, type Locale } from "../../../core/language.ts";

/**
 * Show a booking under the comment that asked for it, where our one comment is folded away or gone, and keep what is
 * shown there up to date. What was shown under earlier comments gives way to a link to it.
 */
export interface ShowBooking {
  readonly do: "show-booking";
  readonly repository: RepositoryRef;
  readonly discussion: string;
  readonly number: number;
  /** Node id of the comment that asked for it. */
  readonly to: string;
  readonly body: string;
  /** That of the thread; missing in plans of earlier releases, which spoke English. */
  readonly locale?: Locale;
}

type Shown = Pick<ShowBooking, "repository" | "to" | "body" | "locale">;

/** What is to be written so that a thread shows a booking: edits of our replies, or a reply that is missing. */
interface ShownChanges {
  readonly edits: readonly { readonly id: string; readonly text: string }[];
  readonly missing?: string;
}

/** Whether bookings of a thread are shown in replies. */
export function isShownInReplies({ comments }: Thread, repository: RepositoryRef): boolean {
  return comments.some((it) => isShown(it, repository));
}

/** Whether a thread shows a booking in a reply as it should, or cannot: whoever asked for it has deleted the comment. */
export function showsBooking(thread: Thread, shown: Shown): boolean {
  const { edits, missing } = changesOf(thread, shown);
  return edits.length === 0 && missing === undefined;
}

export const showBooking: ActionKind<ShowBooking> = {
  async perform({ repository, discussion, number, to, body, locale = english }, { github: { reads, writes } }) {
    const thread = await reads.findThread(repository, number);
    if (!thread) return;
    const { edits, missing } = changesOf(thread, { repository, to, body, locale });
    if (missing !== undefined) await writes.addComment(repository, discussion, missing, to);
    for (const { id, text } of edits) await writes.updateComment(repository, id, text);
  },
  describe: (action) => `show the booking of ${threadName(action)} under the comment that asked for it`,
};

function changesOf({ comments }: Thread, { repository, to, body, locale = english }: Shown): ShownChanges {
  const shown = comments.filter((it) => isShown(it, repository));
  const asking = comments.find(({ id }) => id === to);
  const own = shown.find((it) => hasMarkerOf(it.body, repository, "reply", keyOf(to)));
  // With a comment that was deleted, the newest reply has to do.
  const current = own ?? (asking ? undefined : shown.at(-1));
  const url = asking?.url ?? current?.url;
  const texts = shown.map((it) => {
    const said = it === current ? body : changedSince(url ?? "")(locale);
    return { id: it.id, is: it.body, text: marked(said, it, repository, to) };
  });
  const edits = texts.filter(({ is, text }) => is !== text);
  if (current || !asking) return { edits };
  return { edits, missing: `${body}\n\n${marks(repository, to)}` };
}

function isShown({ isOurs, body }: Comment, repository: RepositoryRef): boolean {
  return isOurs && hasMarkerOf(body, repository, kind, "");
}

/** Which comment it was written for stays in a reply, whatever it says. */
function marked(said: string, { body }: Comment, repository: RepositoryRef, to: string): string {
  const at = body.indexOf(markerOf(repository, kind, ""));
  return `${said}\n\n${at === -1 ? marks(repository, to) : body.slice(at)}`;
}

const kind = "session-shown";

const keyOf = (to: string) => `session:${to}`;

function marks(repository: RepositoryRef, to: string): string {
  return `${markerOf(repository, kind, "")}\n${markerOf(repository, "reply", keyOf(to))}`;
}
