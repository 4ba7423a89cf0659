import { readSections } from "../../../src/text/marker.ts";
import { react, type DiscussionComment } from "local-github-server/world";
import { person, type SeedContext } from "../seed-context.ts";
import type { OpenThread } from "../open-thread.ts";
import { afterTime, type Timeline } from "../timeline.ts";
import type { PastApp } from "./past-app.ts";
import { seedPromotion } from "./seed-promotion.ts";
import { seedRequest } from "./seed-request.ts";
import { seedSession } from "./seed-session.ts";

/** So long after a webhook the app's comment stands. */
const answerMs = 12_000;
const hourMs = 3_600_000;
/** Reactions on posts of these days are read each hour. */
const youngDays = 3;
/** Asking is no hurry, and each look costs time at the start of the demo. */
const surveyEveryHours = 4;

/**
 * Schedules what the app did in a thread, and what people did about that. What was known by then depends a little on the
 * day of the start, and with it what was suggested and who was asked: nobody clicks on what is not there.
 */
export function seedAppActs(context: SeedContext, timeline: Timeline, open: OpenThread, app: PastApp): void {
  const { opened, entry, thread } = open;
  timeline.schedule(afterTime(opened, answerMs), () => app.opened(thread()));
  if (entry.hint) seedOpinions(context, timeline, open, app, entry.hint);
  if (entry.rated) seedRating(context, timeline, open, entry.rated);
  seedPromotion(context, open, app);
  seedRequest(context, open, app);
  seedSession(context, open, app);
}

function seedOpinions(
  context: SeedContext,
  timeline: Timeline,
  { opened, thread }: OpenThread,
  app: PastApp,
  { after, helpful, unhelpful }: NonNullable<OpenThread["entry"]["hint"]>,
): void {
  const at = afterTime(opened, after);
  timeline.schedule(at, () => {
    const post = thread().comments.find(isOfApp);
    if (!post) return;
    for (const login of helpful) react(context.world, person(context, login), post, "THUMBS_UP");
    for (const login of unhelpful) react(context.world, person(context, login), post, "THUMBS_DOWN");
  });
  const nextHour = new Date(Math.ceil((at.getTime() + 1) / hourMs) * hourMs);
  timeline.schedule(nextHour, () => app.readReactions(youngDays));
}

function seedRating(
  context: SeedContext,
  timeline: Timeline,
  { opened, entry, thread }: OpenThread,
  { after, by }: NonNullable<OpenThread["entry"]["rated"]>,
): void {
  timeline.schedule(afterTime(opened, after), () => {
    const post = thread().comments.find((it) => isOfApp(it) && readSections(it.body).has("survey"));
    if (post) react(context.world, person(context, entry.by), post, by);
  });
}

/** Schedules when the app asks askers how content they are, and reads what they clicked: at the same hours every day. */
export function seedSurveys(timeline: Timeline, app: PastApp, days: number): void {
  const everyMs = surveyEveryHours * hourMs;
  const last = Math.floor(timeline.ago(0).getTime() / everyMs) * everyMs;
  for (let at = last - days * 24 * hourMs; at <= last; at += everyMs) {
    timeline.schedule(new Date(at), () => app.askAndRead());
  }
}

function isOfApp({ author }: DiscussionComment): boolean {
  return author?.__typename === "Bot" && author.login === "frontdesk";
}
