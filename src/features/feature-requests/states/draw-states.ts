import { requestStates } from "../feature-request.ts";
import { stateFacts } from "./state-facts.ts";
import { transitions } from "./transitions.ts";

/** The machine as a Mermaid diagram, which GitHub draws. States in which nothing more is to come lead to the end. */
export function drawStates(): string {
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
    ...requestStates.filter((it) => stateFacts[it].waitsOn === undefined).map((it) => `  ${it} --> [*]`),
  ].join("\n");
}
