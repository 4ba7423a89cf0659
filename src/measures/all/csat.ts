import { measure } from "../measure.ts";

/** How content askers are. */
export const csat = measure({
  name: "csat",
  title: "Satisfaction (CSAT)",
  unit: "share",
  definition:
    "Of the askers who rated how content they are, the share that gave 4 or 5 of 5. It is hidden while fewer than five have rated, and told with the response rate. An asker who rates anew counts once, by the latest rating.",
  source:
    "CSAT is positive / responses, where 4 and 5 of 5 are positive, always with response rate and n. One for each conversation: chatwoot/chatwoot#4526.",
  better: "more",
  dated: "when it was rated",
  hiddenBelow: 5,
  observe({ timeline, survey }) {
    const rated = survey?.rated;
    return rated ? [{ thread: timeline.number, at: new Date(rated.at), value: rated.rating >= 4 ? 1 : 0 }] : [];
  },
});
