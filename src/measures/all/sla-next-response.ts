import { attainment, attainmentOf, attainmentRule } from "../attainment-of.ts";
import { measure } from "../measure.ts";

/** How many later replies came in time. */
export const slaNextResponse = measure({
  ...attainment,
  name: "sla-next-response",
  title: "SLA attainment: next response",
  definition: `Of the targets for the reply to what an asker writes later that were met or missed, the share that was met. ${attainmentRule}`,
  observe: (thread, context) => attainmentOf(thread, "next-response", context),
});
