import { attainment, attainmentOf, attainmentRule } from "../attainment-of.ts";
import { measure } from "../measure.ts";

/** How many resolutions came in time. */
export const slaResolution = measure({
  ...attainment,
  name: "sla-resolution",
  title: "SLA attainment: resolution",
  definition: `Of the targets for the resolution that were met or missed, the share that was met. ${attainmentRule}`,
  observe: (thread, context) => attainmentOf(thread, "resolution", context),
});
