import type { RecordedRequest } from "../../timeline/to-decision.ts";
import type { MeasuredRequest } from "../measured-thread.ts";

const decided: readonly RecordedRequest["state"][] = ["accepted", "declined", "shipped", "dropped"];

/** A request as measures see it. One whose decision was taken back is not decided. */
export function toMeasuredRequest({ state, since, completeSince, decision }: RecordedRequest): MeasuredRequest {
  return {
    state,
    since,
    ...(completeSince !== undefined && { completeSince }),
    ...(decision && decided.includes(state) && { decidedAt: decision.at }),
    ...(state === "shipped" && { shippedAt: since }),
  };
}
