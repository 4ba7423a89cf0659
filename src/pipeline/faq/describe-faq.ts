import { unreachable } from "../../core/errors.ts";
import type { FaqAction } from "../../core/faq-actions.ts";

/** What an action of the FAQ loop would do, in one line. */
export function describeFaq(action: FaqAction): string {
  const { owner, name } = action.repository;
  const where = `${owner}/${name}`;
  switch (action.do) {
    case "propose": {
      const { branch, files } = action.proposal;
      const what = files.map(({ path }) => path).join(", ") || "its words";
      return `propose ${what} in ${where} on ${branch}`;
    }
    case "withdraw-proposal":
      return `close our pull request from ${action.branch} in ${where}: ${action.because}`;
    case "delete-branch":
      return `delete the branch ${action.branch} of ${where}`;
    case "keep-evidence":
      return `keep what is known of ${action.evidence.length} FAQ entries of ${where}`;
    case "mark-stale":
      return action.items.length === 0
        ? `suggest every FAQ entry of ${where}`
        : `do not suggest ${action.items.join(", ")} of ${where}`;
    case "write-review":
      return `bring the FAQ review of ${where} up to date`;
    case "keep-promotion": {
      const { number, state, file } = action.promotion;
      return `record that the answer of ${where}#${number} is ${state} for ${file}`;
    }
    case "label-discussion":
      return `${action.on ? "put" : "take"} "${action.label.name}" ${action.on ? "on" : "off"} ${where}#${action.number}`;
    default:
      return unreachable(action);
  }
}
