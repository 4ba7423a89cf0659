import type { ThreadDecision } from "./thread-decision.ts";

/** The part of a feature request's record that clocks and measures go by. Dates are ISO 8601. */
export interface RecordedRequest {
  readonly state:
    "asked" | "complete" | "meeting" | "accepted" | "declined" | "shipped" | "dropped" | "duplicate" | "closed";
  readonly since: string;
  readonly completeSince?: string;
  readonly decision?: { readonly at: string };
}

/** Where a feature request stands; undefined where its thread says all there is to say. */
export function toDecision(request: RecordedRequest | undefined): ThreadDecision | undefined {
  if (!request) return undefined;
  const since = new Date(request.completeSince ?? request.since);
  switch (request.state) {
    case "asked":
      return { is: "asked", since: new Date(request.since) };
    case "complete":
    case "meeting":
      return { is: "awaited", since };
    case "accepted":
    case "declined":
    case "shipped":
    case "dropped": {
      const at = new Date(request.decision?.at ?? request.since);
      return { is: "decided", at, ...(request.completeSince !== undefined && { since }) };
    }
    default:
      return undefined;
  }
}
