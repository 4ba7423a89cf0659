import { feature } from "../feature.ts";

export const survey = feature({
  name: "survey",
  summary: "Asks askers once, when their question is resolved, how content they are.",
  slice: "survey",
});
