import type { OfficeHoursConfig } from "../config.ts";
import type { DocsEvidence, GateEvidence, TeamEvidence } from "./evidence.ts";

/** What has to be tried before a slot can be booked: one of them where `needs` is `any`. */
export interface MissingSteps {
  readonly needs: "any" | "all";
  readonly docs?: Exclude<DocsEvidence, "refused" | "did-not-help">;
  readonly team?: Extract<TeamEvidence, { readonly is: "due" | "your-turn" | "no-target" }>;
}

/** What is missing by the config's word for it; undefined where the way is free. */
export function missingSteps(gate: OfficeHoursConfig["gate"], evidence: GateEvidence): MissingSteps | undefined {
  if (gate === "none") return undefined;
  const docs = untriedDocs(evidence.docs);
  const team = untriedTeam(evidence.team);
  if (gate === "any") return docs && team && { needs: "any", docs, team };
  // Where nothing was suggested there was nothing to try.
  const steps = { ...(docs === "waiting" && { docs }), ...(team && { team }) };
  return Object.keys(steps).length === 0 ? undefined : { needs: "all", ...steps };
}

function untriedDocs(docs: DocsEvidence): MissingSteps["docs"] {
  return docs === "refused" || docs === "did-not-help" ? undefined : docs;
}

function untriedTeam(team: TeamEvidence): MissingSteps["team"] {
  return team.is === "late" || team.is === "did-not-help" ? undefined : team;
}
