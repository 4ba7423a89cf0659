import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";

/** Why a command cannot be carried out in the state a request is in, and what can. */
export function noWayOn(command: string, { state, meeting, duplicateOf }: FeatureRequest): string {
  if (state === "meeting" && meeting?.outcome === undefined) {
    return `This request waits for a meeting (${inlineText(meeting?.when ?? "", 100)}), and its outcome has to be written down before it is decided: \`/outcome <what came of it>\`, or \`outcome:"…"\` behind \`/${command}\`. \`/meeting cancel\` takes it off the agenda.`;
  }
  switch (state) {
    case "shipped":
      return "This request is done already. `/reopen` takes the work up again.";
    case "dropped":
      return "This request was accepted once and is not planned any more. `/reopen` takes the work up again.";
    case "duplicate":
      return `This request is closed as a duplicate${duplicateOf ? ` of [${inlineText(duplicateOf.title, 80)}](<${duplicateOf.url}>)` : ""}. \`/reopen\` makes it one of its own again.`;
    case "accepted":
      return `This request is accepted, so \`/${command}\` does not fit. \`/decline <reason>\` takes that back.`;
    case "declined":
      return "This request is declined. `/reopen` takes it up again.";
    case "closed":
      return "This request is closed. `/reopen` takes it up again.";
    default:
      return `This request is open, so \`/${command}\` does not fit.`;
  }
}
