import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";

export const livingIssue = feature({
  name: "living-issue",
  summary: "Shows in one issue who waits on whom.",
  on: ["thread-observed"],
  slice: "living-issue",
  decide: () => nothing("there is nothing to do"),
});
