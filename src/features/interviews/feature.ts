import { feature } from "../feature.ts";

export const interviews = feature({
  name: "interviews",
  summary: "Names the few askers worth talking to, and remembers who was.",
  slice: "interviews",
});
