import { attainment, attainmentOf, attainmentRule } from "../attainment-of.ts";
import { measure } from "../measure.ts";

/** How many first responses came in time. */
export const slaFirstResponse = measure({
  ...attainment,
  name: "sla-first-response",
  title: "SLA attainment: first response",
  definition: `Of the targets for the first response that were met or missed, the share that was met. ${attainmentRule}`,
  observe: (thread, context) => attainmentOf(thread, "first-response", context),
});
