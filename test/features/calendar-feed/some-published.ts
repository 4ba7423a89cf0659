import { toPlain, type Feed, type PublishedSession } from "../../../src/features/calendar-feed/feed.ts";
import type { Session } from "../../../src/sessions/session.ts";

/** A session as it was published on 1 November, with all its slots free. */
export function somePublished(session: Session, change: Partial<PublishedSession> = {}): PublishedSession {
  return {
    as: session.key,
    session: toPlain(session),
    free: session.slots.map(({ index }) => index),
    status: "confirmed",
    sequence: 0,
    changedAt: "2026-11-01T09:00:00.000Z",
    ...change,
  };
}

export const someFeed: Feed = {
  state: "on",
  repository: "acme/widgets",
  url: "https://github.com/acme/widgets",
  address: 1,
  revision: 3,
  at: "2026-11-29T09:00:00.000Z",
};
