import type { RepositoryRef } from "./discussion.ts";

/** What is about one thread is handled one after the other, and found by this key: see `QueuePosition`. */
export function threadOrderKey({ id }: Pick<RepositoryRef, "id">, number: number): string {
  return `thread:${id}:${number}`;
}
