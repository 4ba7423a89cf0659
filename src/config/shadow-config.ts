import { Config } from "./schema.ts";

/**
 * What is set in a repository in which nobody has agreed to Frontdesk yet: all that speaks, labels, closes or lists by itself
 * is off, and what it would have suggested is only recorded. What reads goes on reading. `test/config/shadow-config.test.ts`
 * holds that no part of the config is forgotten here.
 */
const quiet = {
  "related-answers": { mode: "shadow" },
  faq: { review: "off", "suggest-after": 0 },
  "feature-requests": { mode: "off" },
  watch: { mode: "off" },
  resolution: { propose: "off", "remind-after": 0 },
  survey: { mode: "off" },
  "living-issue": { mode: "off" },
  interviews: { mode: "off" },
  reports: { every: "never" },
  "calendar-feed": { mode: "off" },
} as const;

/** What is kept as where it comes from. */
export const shadowSource = "shadow";

/** The same as the text of a config file, so that it is kept and read again like one. */
export const shadowText = JSON.stringify(quiet);

export const shadowConfig: Config = Config.parse(quiet);
