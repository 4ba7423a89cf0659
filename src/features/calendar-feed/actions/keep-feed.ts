import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { FeedChanges } from "../store/feed-records.ts";
import type { CalendarFeedWrites } from "./write-calendar-branch.ts";

/** Publish these sessions as they are now, and no more those that are gone. */
export interface KeepFeed extends FeedChanges {
  readonly do: "keep-feed";
  readonly repository: RepositoryRef;
}

export const keepFeed: ActionKind<KeepFeed, CalendarFeedWrites> = {
  perform: ({ repository, feed, changed, gone }, { feeds }) => feeds.keepFeed(repository, { feed, changed, gone }),
  describe: ({ repository, feed, changed, gone }) =>
    `have the calendar of ${fullName(repository)} ${feed.state}, ${changed.length} sessions changed in it and ${gone.length} left out`,
};
