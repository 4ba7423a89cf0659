import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";

export const timeline = feature({
  name: "timeline",
  summary: "Keeps what happened in each thread, by whom and when, and takes in what was missed.",
  on: ["thread-observed"],
  slice: "timeline",
  decide: () => nothing("there is nothing to do"),
});
