import type { ActorKind, ObservedThread } from "../../../core/timeline.ts";
import type { AnswerFact, StoredRole } from "../facts.ts";

/** Who somebody is in a thread. */
export type ActorOf = (by: string | undefined, role: StoredRole) => ActorKind;

/**
 * Who people are in a thread of this asker: the role counts before the part. Whose account is gone counts as the asker
 * where the asker's is gone, too; GitHub shows all of them as the same `ghost`.
 */
export function actorsIn(asker: string | undefined, isAskerGone: boolean): ActorOf {
  return (by, role) => {
    if (role !== "none") return role;
    const isAsker = by === undefined ? isAskerGone : by.toLowerCase() === asker?.toLowerCase();
    return isAsker ? "asker" : "community";
  };
}

/** An answer as others see it. */
export function toAnswer(
  { comment, at, by, role }: AnswerFact,
  actorOf: ActorOf,
): NonNullable<ObservedThread["answer"]> {
  return { comment, at: new Date(at), actor: actorOf(by, role) };
}
