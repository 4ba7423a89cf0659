import { html } from "hono/html";
import { unreachable } from "../../../core/errors.ts";
import type { ActorKind, Timeline, TimelineEntry } from "../../../core/timeline.ts";
import type { Html } from "../../html.ts";
import { table, type Cell } from "../parts/table.ts";
import { timeOf } from "../parts/time.ts";

const maxEntries = 500;

/** What happened, by whom, when. Words are on GitHub alone: we keep none. */
export function timelinePart({ entries, openedAt, asker, opener }: Timeline): Html {
  const shown = entries.slice(-maxEntries);
  const left = entries.length - shown.length;
  const opened: readonly Cell[] = [timeOf(openedAt), "opened", whoIs(asker, opener)];
  return html`<h2>Timeline</h2>
    ${left > 0 ? html`<p class="soft">${left} earlier entries are left out.</p>` : ""}
    ${table("What happened, the oldest first", ["When", "What", "Who"], [...(left > 0 ? [] : [opened]), ...shown.map(row)])}`;
}

const actors: Readonly<Record<ActorKind, string>> = {
  asker: "asker",
  helper: "helper",
  maintainer: "maintainer",
  community: "community",
  bot: "bot",
};

function row(entry: TimelineEntry): readonly Cell[] {
  const [what, who] = said(entry);
  return [timeOf(entry.at), what, who];
}

/** What happened, and who did it, where that is known. */
function said(entry: TimelineEntry): readonly [Cell, Cell] {
  switch (entry.kind) {
    case "comment":
      return [commented(entry), whoIs(entry.by, entry.actor)];
    case "answered":
      return [`an answer by ${actors[entry.actor]} was marked`, ""];
    case "unanswered":
      return ["the answer was unmarked", ""];
    case "closed":
      return [`closed as ${entry.reason}`, ""];
    case "reopened":
      return ["reopened", ""];
    case "needs-info":
      return ["asked the asker for information", entry.by];
    case "assigned":
      return [entry.to === undefined ? "given to nobody" : `given to ${entry.to}`, entry.by];
    case "session":
      return [`a session was ${entry.change}`, ""];
    default:
      return unreachable(entry);
  }
}

function commented(entry: Extract<TimelineEntry, { readonly kind: "comment" }>): Cell {
  const marks = [
    ...(entry.isThanks ? ["thanks"] : []),
    ...(entry.isRemark ? ["asks for nothing"] : []),
    ...(entry.isCommand ? ["a command"] : []),
    ...(entry.isDeleted ? ["deleted"] : []),
  ];
  return html`commented${marks.map((it) => html` <span class="badge">${it}</span>`)}`;
}

function whoIs(login: string | undefined, actor: ActorKind): Cell {
  return html`${login ?? "an account that is gone"} <span class="soft">${actors[actor]}</span>`;
}
