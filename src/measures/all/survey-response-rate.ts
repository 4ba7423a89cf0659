import { measure } from "../measure.ts";

/** How many of those who were asked said how content they are. */
export const surveyResponseRate = measure({
  name: "survey-response-rate",
  title: "Response rate of the survey",
  unit: "share",
  definition:
    "Of the askers who were asked how content they are, the share that has rated by now. Who rated without having been asked is not among them, though their rating counts.",
  source: "Responses / asked. A CSAT of few responses says how those are who answer surveys.",
  better: "more",
  dated: "when they were asked",
  observe({ timeline, survey }) {
    if (!survey || survey.isUnasked) return [];
    return [{ thread: timeline.number, at: new Date(survey.askedAt), value: survey.rated ? 1 : 0 }];
  },
});
