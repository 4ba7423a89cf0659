import { unreachable } from "../../core/errors.ts";
import type { RequestAction } from "../../core/request-actions.ts";

/** What an action of feature requests would do, in one line. */
export function describeRequestAction(action: RequestAction): string {
  const { repository } = action;
  const home = `${repository.owner}/${repository.name}`;
  const here = `${home}#${action.do === "keep-request" ? action.request.number : action.number}`;
  switch (action.do) {
    case "keep-request":
      return `record that request ${here} is ${action.request.state}`;
    case "forget-request":
      return `forget request ${here}`;
    case "record-votes":
      return `record ${action.votes} votes for ${here}`;
    case "make-issue":
      return `open an issue (${action.key}) for ${here}`;
    case "adopt-issue":
      return `track ${here} in issue #${action.issue.number}`;
    case "make-sub-issue":
      return `open a sub-issue (${action.key}) for ${here}`;
    case "note-not-set":
      return `note that the issue of ${here} has no ${action.what}`;
    case "set-on-board": {
      const fields = action.fields.map(({ name, shown, value }) => `${name} ${value === null ? "empty" : shown}`);
      return `put ${action.issue === undefined ? "the issue of " : ""}${here} on board ${action.board.title} with ${fields.join(", ") || "nothing set"}`;
    }
    case "take-off-board":
      return `take ${here} off board ${action.board.title}`;
    case "change-issue":
      return `change ${Object.keys(action.change)
        .concat(action.milestone === undefined ? [] : "milestone")
        .join(", ")} of issue ${here}`;
    case "label":
      return `label ${here}: ${[...action.add.map(({ name }) => `+${name}`), ...action.remove.map((it) => `-${it}`)].join(" ")}`;
    case "close-thread":
      return `close ${here} as ${action.because}`;
    case "reopen-thread":
      return `reopen ${here}`;
    default:
      return unreachable(action);
  }
}
