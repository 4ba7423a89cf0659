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
    docs: DocsConfig.prefault({}),
    faq: FaqConfig.prefault({}),
    issues: IssuesConfig.prefault({}),
    "feature-requests": FeatureRequestsConfig.prefault({}),
    "related-answers": RelatedAnswersConfig.prefault({}),
    timeline: TimelineConfig.prefault({}),
    watch: WatchConfig.prefault({}),
    "on-call": OnCallConfig.prefault({}),
    "office-hours": OfficeHoursConfig.prefault({}),
    "calendar-feed": CalendarFeedConfig.prefault({}),
    resolution: ResolutionConfig.prefault({}),
    survey: SurveyConfig.prefault({}),
    "living-issue": LivingIssueConfig.prefault({}),
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
