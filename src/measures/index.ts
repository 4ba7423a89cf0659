import { timeToFirstResponse } from "./all/time-to-first-response.ts";
import type { Measure } from "./measure.ts";

/** Every measure, in the order in which they are told. */
export const measures: readonly Measure[] = [timeToFirstResponse];
