import { z } from "zod";

/** The `watch:` section. */
export const WatchConfig = z.strictObject({});
export type WatchConfig = z.infer<typeof WatchConfig>;
