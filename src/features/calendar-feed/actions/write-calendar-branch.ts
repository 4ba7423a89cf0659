import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import { writeOwnBranch } from "../../../actions/write-own-branch.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { RefusedError } from "../../../core/errors.ts";
import type { GitHubReads } from "../../../core/github-reads.ts";
import { fullName } from "../../../core/repository-name.ts";
import { isOurCalendar } from "../../../session-calendar/to-calendar.ts";
import { feedFile, fileOfFeed } from "../file-of-feed.ts";
import type { FeedRecords } from "../store/feed-records.ts";

/** What its actions write beside what all may. */
export interface CalendarFeedWrites extends Writes {
  readonly feeds: FeedRecords;
}

/** Have the branch hold the calendar as it is published, and nothing else; make it where there is none. */
export interface WriteCalendarBranch {
  readonly do: "write-calendar-branch";
  readonly repository: RepositoryRef;
  readonly branch: string;
}

/** Workflows that run with each push are not to: https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs */
const message = "Update the calendar of office hours\n\n[skip ci]";

/**
 * Each commit stands alone and takes the place of the one before, so that the history does not grow with each booking.
 * The branch is ours while a calendar of ours is all that it holds. What GitHub refuses is remembered, tried again a day later, and told
 * to the operator.
 */
export const writeCalendarBranch: ActionKind<WriteCalendarBranch, CalendarFeedWrites> = {
  async perform({ repository, branch: name }, { feeds, github, clock }) {
    const feed = await feeds.findFeed(repository);
    const before = feed?.branch;
    // The config may have changed since it was decided.
    if (!feed || before?.name !== name || before.written === feed.revision) return;
    const text = fileOfFeed(repository, feed, await feeds.publishedSessions(repository));
    try {
      const head = await writeOwnBranch(
        repository,
        {
          name,
          head: before.head,
          message,
          files: [{ path: feedFile, text }],
          as: "alone",
          what: "a calendar",
          setting: "calendar-feed.branch",
          holdsOursAlone: (commit, reads) => holdsCalendarAlone(repository, commit, reads),
        },
        github,
      );
      const written = { name, wanted: feed.revision, written: feed.revision, head, at: clock().toISOString() };
      await feeds.keepFeedBranch(repository, written);
    } catch (error) {
      if (error instanceof RefusedError) {
        const refused = { refusedAt: clock().toISOString(), refusal: error.message };
        await feeds.keepFeedBranch(repository, { ...before, ...refused });
      }
      throw error;
    }
  },
  describe: ({ repository, branch }) => `have ${feedFile} of ${fullName(repository)} on ${branch} as it is published`,
};

/** Whether all that is there is a calendar of ours. */
async function holdsCalendarAlone(repository: RepositoryRef, commit: string, reads: GitHubReads): Promise<boolean> {
  const file = await reads.findFile(repository, commit, feedFile);
  if (file === undefined || !isOurCalendar(new TextDecoder().decode(file.bytes))) return false;
  return (await reads.tree(repository, commit)).length === 1;
}
