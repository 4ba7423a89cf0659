import { addDiscussionComment } from "local-github-server/world";
import { person, type SeedContext } from "../seed-context.ts";
import type { OpenThread } from "../open-thread.ts";
import type { PastApp } from "./past-app.ts";

/** Schedules how a slot of the office hours was booked for a thread, and was over. What came of it, a comment tells. */
export function seedSession(context: SeedContext, open: OpenThread, app: PastApp): void {
  const { session } = open.entry;
  if (!session) return;
  const { by, after, over } = session;
  open.later(after, async (discussion) => {
    const asked = addDiscussionComment(context.world, person(context, by), discussion, { body: "/office-hours" });
    await app.book(discussion, by, asked.id);
  });
  open.later(over, (discussion) => app.followBooking(discussion));
}
