import type { FeatureRequest } from "../feature-request.ts";
import { findTransition, type Trigger } from "./transitions.ts";

/** The request after something happened. It stays as it is where the machine knows no way on. */
export function move(request: FeatureRequest, on: Trigger, now: Date): FeatureRequest {
  const transition = findTransition(request.state, on);
  if (!transition || isHeldBack(request, transition.needs)) return request;
  if (transition.to === request.state) return request;
  return { ...request, state: transition.to, since: now.toISOString() };
}

function isHeldBack({ meeting }: FeatureRequest, needs: "outcome" | undefined): boolean {
  return needs === "outcome" && meeting?.outcome === undefined;
}
