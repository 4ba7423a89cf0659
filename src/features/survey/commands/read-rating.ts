import type { Rating } from "../../../core/survey.ts";
import { withoutSecrets } from "../../../faq-file/without-secrets.ts";
import { halfWidth } from "../../../text/half-width.ts";

/** What somebody wrote behind `/rate`; `words` are left out where there are none. */
export type ReadRating =
  | { readonly is: "rating"; readonly rating: Rating; readonly words?: string }
  | { readonly is: "stop" | "start" | "empty" | "unreadable" };

/** How much of what somebody writes beside a rating is kept, in UTF-16 units. */
export const maxWords = 1000;

/** One digit, alone but for the punctuation that ends it; `4.5`, `5/5` and `05` are other numbers. */
const rated = /^([1-5])[.,:;!–—，。：；！、-]?(?=\s|$)/u;

/** Reads a rating with its words: cut to what is kept, with secrets taken out. */
export function readRating(rest: string): ReadRating {
  const text = rest.trim();
  if (text === "") return { is: "empty" };
  const [word = ""] = text.split(/\s/u);
  const asked = word.toLowerCase().replace(/[.!]$/u, "");
  if (asked === "stop" || asked === "start") return { is: asked };
  const found = rated.exec(halfWidth(text.slice(0, 1)) + text.slice(1));
  if (!found) return { is: "unreadable" };
  const words = toWords(text.slice(found[0].length));
  return { is: "rating", rating: Number(found[1]) as Rating, ...(words !== "" && { words }) };
}

function toWords(text: string): string {
  // Cut first so that scrubbing is bounded, but behind what is kept: half a secret is not known for one.
  const start = text.slice(0, 2 * maxWords).toWellFormed();
  return withoutSecrets(start.trim()).slice(0, maxWords).toWellFormed();
}
