import { z } from "zod";
import { FaqConfig } from "../features/faq/config.ts";
import { FeatureRequestsConfig } from "../features/feature-requests/config.ts";
import { IssuesConfig } from "../features/known-issues/config.ts";
import { RelatedAnswersConfig } from "../features/related-answers/config.ts";
import { DocsConfig } from "../features/wiki/config.ts";

/** Where the config lives, in the repository or else in the owner's `.github` repository. */
export const configPath = ".github/frontdesk.yml";

/** All of `.github/frontdesk.yml`. Everything has a default; an unknown key is a mistake, so it is an error. */
export const Config = z.strictObject({
  docs: DocsConfig.prefault({}),
  faq: FaqConfig.prefault({}),
  issues: IssuesConfig.prefault({}),
  "feature-requests": FeatureRequestsConfig.prefault({}),
  "related-answers": RelatedAnswersConfig.prefault({}),
});
export type Config = z.infer<typeof Config>;

/** What holds where nobody has configured anything. */
export const defaultConfig: Config = Config.parse({});
