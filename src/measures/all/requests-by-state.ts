import { measure } from "../measure.ts";

/** Where feature requests stand. */
export const requestsByState = measure({
  name: "requests-by-state",
  title: "Feature requests by state",
  unit: "count",
  definition:
    "Feature requests by the state in which each is now ([what the states mean](../explanation/feature-requests.md)): in a period, those that came into it then. Whoever opened them.",
  source: "Requests that nobody decides are what askers complain of: orgs/community#2861, orgs/community#3297.",
  better: "neither",
  dated: "when it came into its state",
  parts: "state",
  observe({ timeline, request }) {
    return request ? [{ thread: timeline.number, at: new Date(request.since), value: 1, part: request.state }] : [];
  },
});
