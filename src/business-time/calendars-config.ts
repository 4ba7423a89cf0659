import { z } from "zod";

/** The `calendars:` section: business hours by name, used by clocks and rotas. */
export const CalendarsConfig = z.record(z.string().min(1).max(50), z.strictObject({})).default({});
export type CalendarsConfig = z.infer<typeof CalendarsConfig>;
