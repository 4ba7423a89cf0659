import type { Refusal } from "../core/faq-editor.ts";

export type { Refusal };

export function isRefusal(it: object): it is Refusal {
  return "refused" in it;
}
