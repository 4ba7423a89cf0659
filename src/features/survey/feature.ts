import { feature } from "../feature.ts";
import { SurveyStore } from "./store/survey-store.ts";

export const survey = feature({
  name: "survey",
  summary: "Asks askers once, when their question is resolved, how content they are.",
  slice: "survey",
  openStores: (database) => ({ surveys: new SurveyStore(database) }),
});
