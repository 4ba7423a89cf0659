import type { FaultDecision, FaultKind } from "local-github-server";
import { ChancesOf } from "./chance-of.ts";

/** What goes wrong with requests to GitHub, of a thousand. */
const weights = {
  "502 before": 15,
  "502 after": 15,
  "reset before": 8,
  "reset after": 8,
  "hang before": 2,
  "hang after": 2,
  cut: 8,
  stale: 8,
  "secondary limit": 3,
  "content limit": 2,
  "primary limit": 1,
  "revoked token": 1,
  "killed before": 1,
  "killed after": 1,
} as const;

/** How far GitHub's replicas lag behind. */
const lagMs = 5_000;

type Trouble = keyof typeof weights;

/** Decides on requests by the seed and by what they are. `kill` ends the app's process. */
export function requestFates(seed: number, kill: () => void): FaultDecision {
  const chances = new ChancesOf(`requests ${seed}`);
  const calm = 1000 - Object.values(weights).reduce((sum, it) => sum + it, 0);
  return ({ kind, method, path, operation, body }) => {
    const chance = chances.of(`${operation ?? `${method} ${withoutIds(path)}`} ${numbersIn(body)}`);
    const trouble = chance.weighted<Trouble | "calm">({ ...weights, calm });
    return trouble === "calm" ? undefined : toFault(trouble, { isGraphql: kind === "graphql", kill });
  };
}

function toFault(
  trouble: Trouble,
  { isGraphql, kill }: { readonly isGraphql: boolean; readonly kill: () => void },
): FaultKind {
  switch (trouble) {
    case "502 before":
      return { kind: "status", status: 502, when: "before" };
    case "502 after":
      return { kind: "status", status: 502, when: "after" };
    case "reset before":
      return { kind: "reset", when: "before" };
    case "reset after":
      return { kind: "reset", when: "after" };
    case "hang before":
      return { kind: "hang", when: "before" };
    case "hang after":
      return { kind: "hang", when: "after" };
    case "cut":
      return { kind: "cut" };
    case "stale":
      return { kind: "stale", withinMs: lagMs };
    case "secondary limit":
      return { kind: "secondary-limit", retryAfterSeconds: 60, status: isGraphql ? 200 : 403 };
    case "content limit":
      return { kind: "content-limit" };
    case "primary limit":
      return { kind: "primary-limit" };
    case "revoked token":
      return { kind: "revoked-token" };
    case "killed before":
      kill();
      return { kind: "reset", when: "before" };
    case "killed after":
      kill();
      return { kind: "reset", when: "after" };
  }
}

/** Ids differ from run to run; names of branches and files do not. */
function withoutIds(path: string): string {
  return path.replaceAll(/\b[0-9a-f]{40}\b|\b\d{4,}\b/g, "…");
}

/** The discussion or issue that is asked for, where it is. */
function numbersIn(body: unknown): string {
  const { number } = Object(body) as { readonly number?: unknown };
  return typeof number === "number" ? String(number) : "";
}
