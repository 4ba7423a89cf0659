import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Listed, ListedSession, ListedThread, Lists, WaitingThread } from "../../features/living-issue/lists.ts";
import { collectLists } from "../../features/living-issue/gather/collect-lists.ts";
import type { PageReads } from "../gather/reads.ts";
import type { RepositoryPage } from "../page.ts";
import type { Html } from "../html.ts";
import { threadPath } from "./parts/links.ts";
import { table, type Cell, type Column } from "./parts/table.ts";
import { fromNow, timeOf } from "./parts/time.ts";
import { clockNames } from "./parts/words.ts";

type WaitingReads = Pick<PageReads, "livingIssues" | "watch" | "requests" | "resolutions" | "faq" | "bookings">;

/** Who waits on whom, as the living issue lists it. */
export const waiting: RepositoryPage<WaitingReads> = {
  path: "/waiting",
  audience: "reader",
  nav: "Waiting",
  summary: "Who waits on whom, with running clocks; requests to be decided; sessions without an outcome or a host.",
  async render({ repository, reads, now }) {
    return { title: "Who waits on whom", body: body(await collectLists(repository, reads, now), repository, now) };
  },
};

function body(lists: Lists, repository: RepositoryRef, now: Date): Html {
  const list = listsOf(repository);
  const dueColumns = ["Discussion", "Due", "Clock", "Priority", "Waits since", "Who has it"];
  return html`<p class="soft">As of ${timeOf(now)}. Clocks run in business hours.</p>
    ${list("Waiting on us", lists.onUs, dueColumns, (it) => dueCells(it, now), "Nobody waits on the team.")}
    ${list(
      "Waiting on the asker",
      lists.onAsker,
      ["Discussion", "Waits since", "Priority"],
      ({ since, priority }) => [fromNow(since, now), priority],
      "The team waits for nobody.",
    )}
    ${list(
      "Answers to be marked",
      lists.toBeMarked,
      ["Discussion", "Proposed"],
      ({ since }) => [fromNow(since, now)],
      "No answer is proposed.",
    )}
    ${list(
      "Awaiting a decision",
      lists.toBeDecided,
      ["Request", { title: "Votes", isNumber: true }, "Since"],
      ({ votes, since }) => [votes, fromNow(since, now)],
      "Every request with all its answers is decided.",
    )}
    ${list(
      "Targets missed this week",
      lists.breaches,
      ["Discussion", "Clock", "Was due", "Priority", "Now"],
      ({ clock, dueAt, priority, isOpen }) => [
        clockNames[clock],
        timeOf(dueAt),
        priority,
        isOpen ? html`<span class="bad">still open</span>` : "met late",
      ],
      "No target was missed.",
    )}
    ${list(
      "Sessions without an outcome",
      lists.withoutOutcome,
      ["Discussion", "When", "Hosts"],
      sessionCells,
      "Each session has its outcome.",
    )}
    ${list(
      "Sessions without a host",
      lists.withoutHost,
      ["Discussion", "When", "Hosts"],
      sessionCells,
      "Somebody is named for each session.",
    )}`;
}

/** A heading with a count, and a table of which the first column leads to the thread. */
function listsOf(repository: RepositoryRef) {
  return <Item extends ListedThread>(
    heading: string,
    { items, total }: Listed<Item>,
    columns: readonly (Column | string)[],
    cells: (item: Item) => readonly Cell[],
    empty: string,
  ): Html => {
    const rows = items.map((it) => [
      html`<a href="${threadPath(repository, it.number)}">#${it.number} ${it.title}</a>`,
      ...cells(it),
    ]);
    // Each table is a landmark, so each has a name of its own.
    const caption = `${heading}: ${total > items.length ? `the first ${items.length} of ${total}` : `${total} in all`}`;
    return html`<h2>${heading} (${total})</h2>
      ${table(caption, columns, rows, empty)} `;
  };
}

function dueCells({ due, priority, since, assignee }: WaitingThread, now: Date): readonly Cell[] {
  return [
    due ? (due.isOver ? overdue(due.at, now) : html`due ${fromNow(due.at, now)}`) : "no target",
    due ? clockNames[due.clock] : "",
    priority,
    fromNow(since, now),
    assignee ?? "",
  ];
}

function overdue(at: Date, now: Date): Html {
  return html`<strong class="bad">overdue</strong>, was due ${fromNow(at, now)}`;
}

/** Times that are written in words stay as somebody wrote them. */
function sessionCells({ at, when, hosts = [], awaitsDecision }: ListedSession): readonly Cell[] {
  const decision = awaitsDecision ? ", awaits its decision" : "";
  return [html`${at ? timeOf(at) : (when ?? "")}${decision}`, hosts.join(", ") || "nobody named"];
}
