import { z } from "zod";

/** The `resolution:` section. */
export const ResolutionConfig = z.strictObject({});
export type ResolutionConfig = z.infer<typeof ResolutionConfig>;
