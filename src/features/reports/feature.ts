import { feature } from "../feature.ts";

export const reports = feature({
  name: "reports",
  summary: "Tells weekly or monthly how support goes.",
  slice: "reports",
});
