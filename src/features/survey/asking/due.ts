import { dayMs } from "../../../core/clock.ts";
import type { SurveyConfig } from "../config.ts";
import type { Resolved } from "./find-end.ts";
import type { LanguageSettings } from "../../../words/locale-of.ts";

/** What this feature is set to, and what the features share. */
export interface Settings {
  readonly config: SurveyConfig;
  /** Seconds of `survey.after`. */
  readonly after: number;
  /** Seconds after which something is old news. */
  readonly freshness: number;
  readonly now: Date;
  readonly language: LanguageSettings;
}

/** When a resolved thread has been quiet for long enough. */
export function dueAt({ at, lastWordAt }: Resolved, { after }: Pick<Settings, "after">): Date {
  return new Date(Math.max(at.getTime(), lastWordAt.getTime()) + after * 1000);
}

/** Whether a question would come long after what it is about, as after an outage (chatwoot/chatwoot#4003: a month). */
export function isLate(end: Resolved, { after, freshness, now }: Settings): boolean {
  return now.getTime() > dueAt(end, { after }).getTime() + Math.max(freshness * 1000, dayMs);
}
