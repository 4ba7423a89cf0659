import { feature } from "../feature.ts";
import { resolutionActions } from "./actions/resolution-actions.ts";
import { answer } from "./commands/answer.ts";

/** Sees that questions end in an answer. */
export const resolution = feature({
  name: "resolution",
  summary: "Sees that every question ends in an answer.",
  slice: "resolution",
  commands: [answer],
  actions: resolutionActions,
});
