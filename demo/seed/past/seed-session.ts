import { addDiscussionComment, type Discussion } from "local-github-server/world";
import { entryKey } from "../../../src/features/office-hours/follow/session-entries.ts";
import { outcomeText } from "../../../src/features/office-hours/outcome/outcome-text.ts";
import { saidIn } from "../../../src/text/without-commands.ts";
import { person, type SeedContext } from "../seed-context.ts";
import type { OpenThread } from "../open-thread.ts";
import type { PastApp } from "./past-app.ts";
import { toThread } from "./past-thread.ts";

/** Schedules how a slot of the office hours was booked for a thread, held or missed, and what came of it. */
export function seedSession(context: SeedContext, open: OpenThread, app: PastApp): void {
  const { session } = open.entry;
  if (!session) return;
  const { booked, over, outcome, missed } = session;
  open.later(booked.after, async (discussion) => {
    const askedIn = say(context, discussion, booked.by, "/office-hours");
    await app.book(discussion, booked.by, askedIn);
  });
  open.later(over, (discussion) => app.followBooking(discussion));
  if (outcome) {
    open.later(outcome.after, async (discussion) => {
      const comment = say(context, discussion, outcome.by, `/outcome ${outcome.body}`);
      await writeDown(context, discussion, app, { ...outcome, comment });
    });
  }
  if (missed) {
    open.later(missed.after, async (discussion) => {
      const comment = say(context, discussion, missed.by, "/outcome no-show");
      await miss(context, discussion, app, { ...missed, comment });
    });
  }
}

/** Node id of the comment. */
function say(context: SeedContext, discussion: Discussion, by: string, body: string): string {
  return addDiscussionComment(context.world, person(context, by), discussion, { body }).id;
}

async function writeDown(
  { world }: SeedContext,
  discussion: Discussion,
  app: PastApp,
  { by, comment }: { readonly by: string; readonly comment: string },
): Promise<void> {
  const { ref: repository, stores } = app;
  const booking = await mustBeOver(discussion, app);
  const said = toThread(discussion, world.origin).comments.find(({ id }) => id === comment);
  const text = said && outcomeText(saidIn(said.body));
  if (said === undefined || text === undefined) throw new Error(`nothing came of the session in "${discussion.title}"`);
  const outcome = { by, at: world.now().toISOString(), text, comment, url: said.url };
  await stores.bookings.keepBooking(repository, { ...booking, state: "done", outcome }, undefined);
  await app.perform([{ do: "mark-answer", repository, number: discussion.number, comment }]);
  await app.followBooking(discussion);
}

async function miss(
  { world }: SeedContext,
  discussion: Discussion,
  app: PastApp,
  { by, comment }: { readonly by: string; readonly comment: string },
): Promise<void> {
  const { ref: repository, stores } = app;
  const { number } = discussion;
  const booking = await mustBeOver(discussion, app);
  const at = world.now().toISOString();
  await stores.bookings.keepBooking(repository, { ...booking, state: "no-show" }, undefined);
  await app.perform([
    { do: "record-no-show", repository, number, key: entryKey(booking.key, "cancelled"), comment, by, at },
  ]);
  await app.followBooking(discussion);
}

async function mustBeOver({ title, number }: Discussion, { stores, ref }: PastApp) {
  const booking = await stores.bookings.findBooking(ref, number);
  if (booking?.state !== "over")
    throw new Error(`the session of "${title}" is ${booking?.state ?? "not booked"}, not over`);
  return booking;
}
