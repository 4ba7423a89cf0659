import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Timeline } from "../../core/timeline.ts";
import { gatherDeliveries } from "../gather/gather-deliveries.ts";
import { gatherThread, titleOf, urlOf, type ThreadReads, type ThreadView } from "../gather/gather-thread.ts";
import { toCount } from "../gather/read-query.ts";
import type { PageReads } from "../gather/reads.ts";
import type { RepositoryPage } from "../page.ts";
import type { Html } from "../html.ts";
import { outsideLink } from "./parts/outside-link.ts";
import { clocksPart } from "./thread/clocks-part.ts";
import { deliveriesPart } from "./thread/deliveries-part.ts";
import { outcomeParts } from "./thread/outcome-parts.ts";
import { suggestionPart } from "./thread/suggestion-part.ts";
import { timelinePart } from "./thread/timeline-part.ts";

/** One thread, with all that is on record of it and why. */
export const thread: RepositoryPage<ThreadReads & Pick<PageReads, "inbox" | "describePlan">> = {
  path: "/threads/:number",
  audience: "reader",
  summary:
    "A discussion: its timeline, its clocks with their segments, what was considered and why; for helpers, what was planned and done in it.",
  async render({ repository, params, isHelper, reads, now }) {
    const number = toCount(params["number"] ?? "");
    const view = number === undefined ? undefined : await gatherThread(repository, number, reads, now);
    if (number === undefined || !view) return undefined;
    const deliveries = isHelper ? deliveriesPart(await gatherDeliveries(repository, number, reads)) : html``;
    return { title: heading(view), body: body(view, repository, deliveries) };
  },
};

function heading(view: ThreadView): string {
  const title = titleOf(view);
  return `#${view.number}${title === undefined ? "" : ` ${title}`}`;
}

function body(view: ThreadView, repository: RepositoryRef, deliveries: Html): Html {
  const { timeline, suggestion, feedback, clocks } = view;
  return html`<p>${outsideLink(urlOf(view) ?? "", "Read it on GitHub")}</p>
    ${timeline ? traits(timeline) : ""} ${clocksPart(clocks)} ${suggestionPart(suggestion, feedback)}
    ${outcomeParts(view, repository)} ${timeline ? timelinePart(timeline) : ""} ${deliveries}`;
}

function traits({ asker, observed }: Timeline): Html {
  const { category, labels, locked, isPinned } = observed;
  const marks = [...labels, ...(locked ? ["locked"] : []), ...(isPinned ? ["pinned"] : [])];
  return html`<dl class="facts">
    <dt>Asked by</dt>
    <dd>${asker ?? "somebody whose account is gone"}</dd>
    <dt>Category</dt>
    <dd>${category}</dd>
    <dt>Labels</dt>
    <dd>${marks.length === 0 ? "none" : marks.map((it) => html`<span class="badge">${it}</span> `)}</dd>
  </dl>`;
}
