import { z } from "zod";
import { FaqConfig } from "../features/faq/config.ts";
import { FeatureRequestsConfig } from "../features/feature-requests/config.ts";
import { IssuesConfig } from "../features/known-issues/config.ts";
import { LivingIssueConfig } from "../features/living-issue/config.ts";
import { CalendarFeedConfig } from "../features/calendar-feed/config.ts";
import { OfficeHoursConfig } from "../features/office-hours/config.ts";
import { OnCallConfig, unknownCalendars } from "../features/on-call/config.ts";
import { RelatedAnswersConfig } from "../features/related-answers/config.ts";
import { ResolutionConfig } from "../features/resolution/config.ts";
import { TimelineConfig } from "../features/timeline/config.ts";
import { unknownWatchCalendars, WatchConfig } from "../features/watch/config.ts";
import { DocsConfig } from "../features/wiki/config.ts";
import { InterviewsConfig } from "../features/interviews/config.ts";
import { ReportsConfig } from "../features/reports/config.ts";
import { SurveyConfig } from "../features/survey/config.ts";
import { sessionsProblems } from "../sessions/sessions-problems.ts";
import { sharedSettings } from "./shared.ts";

/** Where the config lives, in the repository or else in the owner's `.github` repository. */
export const configPath = ".github/frontdesk.yml";

/** All of `.github/frontdesk.yml`. Everything has a default; an unknown key is a mistake, so it is an error. */
export const Config = z
  .strictObject({
    ...sharedSettings,
    docs: DocsConfig.prefault({}).describe("What the wiki is made of, and where people read it."),
    faq: FaqConfig.prefault({}).describe("How answers get into the FAQ, and how its entries are kept right."),
    issues: IssuesConfig.prefault({}).describe("Known bugs and feature requests as answers."),
    "feature-requests": FeatureRequestsConfig.prefault({}).describe(
      "What becomes of ideas: questions, votes, decisions, and the issues that track them.",
    ),
    "related-answers": RelatedAnswersConfig.prefault({}).describe("The first answer to a new discussion."),
    timeline: TimelineConfig.prefault({}).describe("What is known of what happened in discussions."),
    watch: WatchConfig.prefault({}).describe("Who owes the next word in a discussion, and by when."),
    "on-call": OnCallConfig.prefault({}).describe("Who is called, and when."),
    "office-hours": OfficeHoursConfig.prefault({}).describe("Who may book a slot of a session, and when."),
    "calendar-feed": CalendarFeedConfig.prefault({}).describe("The sessions as a calendar to subscribe to."),
    resolution: ResolutionConfig.prefault({}).describe("How a question comes to its end."),
    survey: SurveyConfig.prefault({}),
    "living-issue": LivingIssueConfig.prefault({}).describe("The one issue that shows who waits on whom."),
    interviews: InterviewsConfig.prefault({}),
    reports: ReportsConfig.prefault({}),
  })
  .superRefine(({ calendars, sessions, watch, "on-call": onCall }, { addIssue }) => {
    const names = Object.keys(calendars);
    for (const { path, message } of unknownCalendars(onCall, names)) {
      addIssue({ code: "custom", path: ["on-call", ...path], message });
    }
    for (const { path, message } of unknownWatchCalendars(watch, names)) {
      addIssue({ code: "custom", path: ["watch", ...path], message });
    }
    for (const { path, message } of sessionsProblems(sessions, calendars)) {
      addIssue({ code: "custom", path: ["sessions", ...path], message });
    }
  });
export type Config = z.infer<typeof Config>;

/** What holds where nobody has configured anything. */
export const defaultConfig: Config = Config.parse({});
