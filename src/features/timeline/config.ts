import { z } from "zod";

/** The `timeline:` section. */
export const TimelineConfig = z.strictObject({});
export type TimelineConfig = z.infer<typeof TimelineConfig>;
