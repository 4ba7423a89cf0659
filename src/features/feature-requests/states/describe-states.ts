import { type RequestState, requestStates } from "../feature-request.ts";
import { transitions } from "./transitions.ts";

/** A state in words, with the color of its label. */
export interface StateDescription {
  /** For people, to be read after "the request is". */
  readonly means: string;
  /** Whom or what it waits on; undefined: nothing more is to come. */
  readonly waitsOn: string | undefined;
  /** Six hex digits, for a label that has to be made. */
  readonly color: string;
}

/** All states in words. */
export const stateDescriptions: Readonly<Record<RequestState, StateDescription>> = {
  asked: { means: "open, and not all three questions are answered", waitsOn: "whoever asked", color: "d4c5f9" },
  complete: { means: "open, with all that is needed to decide", waitsOn: "a decision", color: "bfdadc" },
  meeting: { means: "to be talked about in a meeting", waitsOn: "the outcome of the meeting", color: "fbca04" },
  accepted: { means: "accepted, and an issue tracks the work", waitsOn: "the work on the issue", color: "0e8a16" },
  declined: { means: "declined, with a reason", waitsOn: undefined, color: "b60205" },
  shipped: { means: "done", waitsOn: undefined, color: "5319e7" },
  dropped: { means: "accepted once, and not planned any more", waitsOn: undefined, color: "c5def5" },
  duplicate: { means: "the same as another discussion", waitsOn: undefined, color: "cfd3d7" },
  closed: { means: "closed by a person without a decision", waitsOn: undefined, color: "ededed" },
};

/** The state machine as a Mermaid diagram, which GitHub draws. States that wait on nobody lead to the end. */
export function stateDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const { from, on, to, needs } of transitions) {
    for (const it of from) {
      const arrow = `${it} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), needs === undefined ? on : `${on} with the ${needs}`]);
    }
  }
  return [
    "stateDiagram-v2",
    "  [*] --> asked: a discussion is opened",
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(", ")}`),
    ...requestStates.filter((it) => stateDescriptions[it].waitsOn === undefined).map((it) => `  ${it} --> [*]`),
  ].join("\n");
}
