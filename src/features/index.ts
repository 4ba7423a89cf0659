import { calendarFeed } from "./calendar-feed/feature.ts";
import { onboarding } from "./onboarding/feature.ts";
import { officeHours } from "./office-hours/feature.ts";
import { answeredThreads } from "./answered-threads/feature.ts";
import { configCheck } from "./config-check/feature.ts";
import { faq } from "./faq/feature.ts";
import { featureRequests } from "./feature-requests/feature.ts";
import type { Command } from "./command.ts";
import type { Feature } from "./feature.ts";
import { feedback } from "./feedback/feature.ts";
import { help } from "./help/feature.ts";
import { knownIssues } from "./known-issues/feature.ts";
import { redelivery } from "./redelivery/feature.ts";
import { livingIssue } from "./living-issue/feature.ts";
import { onCall } from "./on-call/feature.ts";
import { relatedAnswers } from "./related-answers/feature.ts";
import { repositories } from "./repositories/feature.ts";
import { resolution } from "./resolution/feature.ts";
import { timeline } from "./timeline/feature.ts";
import { interviews } from "./interviews/feature.ts";
import { reports } from "./reports/feature.ts";
import { survey } from "./survey/feature.ts";
import { triage } from "./triage/feature.ts";
import { watch } from "./watch/feature.ts";
import { wiki } from "./wiki/feature.ts";
import type { Database } from "../storage/open-database.ts";

/**
 * Every feature, in the order they look at an event and in which `/help` shows their commands: what is learnt comes
 * before what is said, and a repository is remembered as served when what it takes to serve it has been set going.
 */
export const features = [
  help,
  redelivery,
  timeline,
  configCheck,
  wiki,
  answeredThreads,
  knownIssues,
  onboarding,
  repositories,
  relatedAnswers,
  feedback,
  faq,
  featureRequests,
  watch,
  onCall,
  officeHours,
  calendarFeed,
  resolution,
  survey,
  livingIssue,
  interviews,
  reports,
  triage,
] as const;

type Each = (typeof features)[number];
type All<Union> = (Union extends unknown ? (it: Union) => void : never) extends (it: infer Every) => void
  ? Every
  : never;

/** What is read by any feature. */
export type FeatureReads = All<Each extends infer One ? (One extends Feature<infer Reading> ? Reading : never) : never>;
/** What is written by the actions of any feature. */
export type FeatureWrites = All<
  Each extends infer One ? (One extends Feature<never, infer Needs> ? Needs : never) : never
>;
/** The stores of all features. */
export type FeatureStores = All<ReturnType<Each["openStores"]>>;

/** Every slash command, in the order `/help` shows them. */
export const commands: readonly Command<FeatureReads>[] = features.flatMap((it) => [
  ...(it.commands as readonly Command<FeatureReads>[]),
]);

/** Opens the stores of all features in one database. */
export function openFeatureStores(database: Database): FeatureStores {
  return Object.assign({}, ...features.map((it) => it.openStores(database))) as FeatureStores;
}
