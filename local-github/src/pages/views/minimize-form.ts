import type { Minimizable } from "../../world/objects.ts";
import type { Visit } from "../visit.ts";
import { actButton } from "./act-button.ts";
import { choiceForm } from "./choice-form.ts";
import type { Html } from "./html.ts";

/** Reasons to hide a comment, in GitHub's order and words. */
export const minimizedReasons = ["spam", "abuse", "off-topic", "outdated", "duplicate", "resolved"] as const;

/** Hides a comment for a reason, or shows it again. */
export function minimizeForm(visit: Visit, comment: Minimizable): Html {
  if (comment.isMinimized) return actButton(visit, { act: "unminimize", subject: comment, text: "Show again" });
  return choiceForm(visit, {
    act: "minimize",
    subject: comment,
    name: "reason",
    label: "Why to hide it",
    choices: minimizedReasons.map((reason) => [reason, reason] as const),
    button: "Hide",
  });
}
