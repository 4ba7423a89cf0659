/** What a process can do: all, take webhooks and serve pages (`web`), or work on what came (`worker`). */
export const roles = ["all", "web", "worker"] as const;

/** What one process does. */
export type Role = (typeof roles)[number];
