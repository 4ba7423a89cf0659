import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";

export const resolution = feature({
  name: "resolution",
  summary: "Sees that every question ends in an answer.",
  on: ["thread-observed"],
  slice: "resolution",
  decide: () => nothing("there is nothing to do"),
});
