import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest } from "../feature-request.ts";

/** Kept of what people write, in UTF-16 units. */
const longestText = 2_000;

/** The request with what came of its meeting, where that was written behind a command. */
export function withOutcome(request: FeatureRequest, outcome: string | undefined): FeatureRequest {
  if (outcome === undefined) return request;
  if (request.state !== "meeting" || !request.meeting) {
    throw new UserError(
      "No meeting is planned for this request, so it has no outcome. `/meeting <when and where>` plans one.",
    );
  }
  return { ...request, meeting: { ...request.meeting, outcome: bounded(outcome, "outcome") } };
}

/** What a person wrote, if it is not too long to be kept and shown. */
export function bounded(text: string, what: string): string {
  const it = text.trim();
  if (it.length <= longestText) return it.toWellFormed();
  throw new UserError(`The ${what} has ${longestText} characters at most; this one has ${it.length}.`);
}
