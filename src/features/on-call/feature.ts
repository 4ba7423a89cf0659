import { feature } from "../feature.ts";
import { oncall } from "./commands/oncall.ts";

export const onCall = feature({
  name: "on-call",
  summary: "Knows who is on call, by a rota that stands in the config.",
  slice: "on-call",
  commands: [oncall],
});
