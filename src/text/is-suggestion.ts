import type { Comment } from "../core/discussion.ts";
import { readSections } from "./marker.ts";

/** Our comment in a thread is a top-level one: what we answer to commands are replies. */
export function isSuggestion({ isOurs, replyTo, body }: Comment): boolean {
  return isOurs && replyTo === undefined && readSections(body).has("related-answers");
}
