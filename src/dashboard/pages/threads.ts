import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import { priorityNames } from "../../features/watch/config.ts";
import {
  listThreads,
  readThreadFilter,
  type ListedThread,
  type ThreadFilter,
  type ThreadList,
} from "../gather/list-threads.ts";
import type { PageReads } from "../gather/reads.ts";
import { repositoryPath } from "../links.ts";
import type { RepositoryPage } from "../page.ts";
import { filterForm, select, textInput } from "./parts/form.ts";
import type { Html } from "../html.ts";
import { threadPath, withQuery } from "./parts/links.ts";
import { table, type Cell } from "./parts/table.ts";
import { dayOf, fromNow } from "./parts/time.ts";
import { clockNames, statusNames, threadStatuses } from "./parts/words.ts";

/** All threads that are known, newest first. */
export const threads: RepositoryPage<Pick<PageReads, "timelines" | "watch">> = {
  path: "/threads",
  audience: "reader",
  nav: "Discussions",
  summary: "Discussions, the newest first, by state, category, label, priority, title and asker.",
  async render({ repository, query, reads, now }) {
    const filter = readThreadFilter(query, threadStatuses);
    const list = await listThreads(repository, filter, reads);
    return { title: "Discussions", body: body(list, filter, repository, now) };
  },
};

function body(
  { threads: listed, before }: ThreadList,
  filter: ThreadFilter,
  repository: RepositoryRef,
  now: Date,
): Html {
  const path = repositoryPath(repository, "/threads");
  const { status, category, label, priority, title, asker } = filter;
  const states = threadStatuses.map((value) => ({ value, shown: statusNames[value] }));
  const fields = [
    textInput("title", "Words of the title", title),
    select("status", "State", states, status),
    select("priority", "Priority", priorityNames, priority),
    textInput("category", "Category (slug)", category, 100),
    textInput("label", "Label", label, 100),
    textInput("asker", "Asker", asker, 60),
  ];
  const isNarrowed = Object.keys(filter).some((name) => name !== "before");
  const more =
    before === undefined
      ? ""
      : html`<p><a class="button" rel="next" href="${withQuery(path, { ...filter, before })}">Older ones</a></p>`;
  const empty =
    before === undefined
      ? isNarrowed
        ? "No discussion is like that."
        : "No discussion is known yet."
      : "None of these is like that; there are older ones.";
  return html`${filterForm(path, "Narrow the list", fields)}
  ${table(
    "Discussions, the newest first",
    ["Discussion", "Opened", "By", "Category", "State", "Priority", "Due"],
    listed.map((it) => row(it, repository, now)),
    empty,
  )}
  ${more}`;
}

function row({ thread, watched }: ListedThread, repository: RepositoryRef, now: Date): readonly Cell[] {
  const { number, openedAt, asker, observed } = thread;
  const due = watched?.due;
  return [
    html`<a href="${threadPath(repository, number)}">#${number} ${observed.title}</a>${observed.labels.map(
        (it) => html` <span class="badge">${it}</span>`,
      )}`,
    dayOf(openedAt),
    asker ?? "",
    observed.category,
    watched ? statusNames[watched.state.status] : html`<span class="soft">not watched</span>`,
    watched?.priority ?? "",
    due
      ? html`${clockNames[due.clock]}
        ${due.at <= now ? html`<strong class="bad">overdue</strong>, was due ` : ""}${fromNow(due.at, now)}`
      : "",
  ];
}
