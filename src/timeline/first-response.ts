import type { Happening } from "./happenings.ts";

/** Whose reply is a first response: any person's but the asker's, or only one by the team. A bot's never is. */
export type FirstResponse = "anyone" | "team";

/** Whether the team has replied by this: by a word, by asking for something, or by deciding a request. */
export function isReply({ is }: Happening): boolean {
  return is === "team-word" || is === "needs-info" || is === "decided";
}

/** Whether this is a reply that stops the first-response clock. */
export function isFirstResponse(it: Happening, by: FirstResponse): boolean {
  if (isReply(it)) return true;
  const { is } = it;
  return by === "anyone" && (is === "community-word" || is === "community-thanks");
}
