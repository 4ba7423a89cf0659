import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";

export const onCall = feature({
  name: "on-call",
  summary: "Knows who is on call, and calls them before a promise breaks.",
  on: ["thread-observed"],
  slice: "on-call",
  decide: () => nothing("there is nothing to do"),
});
