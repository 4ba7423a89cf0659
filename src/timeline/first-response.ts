import type { Happening } from "./happenings.ts";

/** Whose reply is a first response: any person's but the asker's, or only one by the team. A bot's never is. */
export type FirstResponse = "anyone" | "team";

/** Whether this is a reply that stops the first-response clock. */
export function isFirstResponse({ is }: Happening, by: FirstResponse): boolean {
  if (is === "team-word" || is === "needs-info") return true;
  return by === "anyone" && (is === "community-word" || is === "community-thanks");
}
