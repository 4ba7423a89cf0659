import { issuesWords } from "../issues/messages/words.ts";
import { commandsWords } from "../pipeline/messages/words.ts";
import { relatedAnswersWords } from "../features/related-answers/messages/words.ts";
import { watchWords } from "../features/watch/messages/words.ts";
import { featureRequestsWords } from "../features/feature-requests/messages/words.ts";
import { onCallWords } from "../features/on-call/messages/words.ts";
import { triageWords } from "../features/triage/messages/words.ts";
import { officeHoursWords } from "../features/office-hours/messages/words.ts";
import { resolutionWords } from "../features/resolution/messages/words.ts";
import { surveyWords } from "../features/survey/messages/words.ts";
import { faqWords } from "../features/faq/messages/words.ts";
import { interviewsWords } from "../features/interviews/messages/words.ts";
import { livingIssueWords } from "../features/living-issue/messages/words.ts";
import { feedbackWords } from "../features/feedback/messages/words.ts";
import { helpWords } from "../features/help/messages/words.ts";
import { onboardingWords } from "../features/onboarding/messages/words.ts";
import { configCheckWords } from "../features/config-check/messages/words.ts";
import { languages, type Language } from "../core/language.ts";
import { sharedWords } from "./messages/words.ts";
import type { Room } from "./room.ts";

/** All that the bot says, room by room, as the docs list it. */
export const rooms: readonly Room[] = [
  sharedWords,
  commandsWords,
  issuesWords,
  relatedAnswersWords,
  feedbackWords,
  helpWords,
  watchWords,
  featureRequestsWords,
  onCallWords,
  triageWords,
  officeHoursWords,
  resolutionWords,
  surveyWords,
  faqWords,
  interviewsWords,
  livingIssueWords,
  onboardingWords,
  configCheckWords,
];

/** A message in every language. */
export interface CataloguedMessage {
  /** As the config names it: `related-answers.intro`. */
  readonly key: string;
  readonly texts: Readonly<Record<Language, string>>;
}

/** All messages in the order of the rooms. */
export const catalogue: readonly CataloguedMessage[] = rooms.flatMap(({ name, texts }) =>
  Object.keys(texts.en).map((key) => ({
    key: `${name}.${key}`,
    texts: Object.fromEntries(languages.map((it) => [it, texts[it][key] ?? ""])) as Record<Language, string>,
  })),
);
