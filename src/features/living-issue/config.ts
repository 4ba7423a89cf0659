import { z } from "zod";

/** The `living-issue:` section. */
export const LivingIssueConfig = z.strictObject({});
export type LivingIssueConfig = z.infer<typeof LivingIssueConfig>;
