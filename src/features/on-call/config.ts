import { z } from "zod";

/** The `on-call:` section. */
export const OnCallConfig = z.strictObject({});
export type OnCallConfig = z.infer<typeof OnCallConfig>;
