import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Promotion } from "../../features/faq/promotion/promotion.ts";
import { gatherFaq, type FaqEntryLine, type FaqView } from "../gather/gather-faq.ts";
import type { PageReads } from "../gather/reads.ts";
import type { RepositoryPage } from "../page.ts";
import type { Html } from "../html.ts";
import { threadPath } from "./parts/links.ts";
import { outsideLink } from "./parts/outside-link.ts";
import { table, type Cell } from "./parts/table.ts";

const maxRows = 500;

/** What the FAQ holds, what it does, and whether it is still true. */
export const faq: RepositoryPage<Pick<PageReads, "knowledge" | "faq">> = {
  path: "/faq",
  audience: "reader",
  nav: "FAQ",
  summary: "FAQ entries with hits, 👍 and 👎, freshness and why one is stale; and answers on their way into the FAQ.",
  async render({ repository, reads }) {
    return { title: "FAQ", body: body(await gatherFaq(repository, reads), repository) };
  },
};

function body({ entries, promotions }: FaqView, repository: RepositoryRef): Html {
  const stale = entries.filter((it) => it.stale.length > 0).length;
  const hits = entries.reduce((sum, it) => sum + it.hits, 0);
  const numbers = ["Hits", "Helped", "Did not help"].map((title) => ({ title, isNumber: true as const }));
  return html`<ul class="cards">
      <li class="card">
        <p class="figure">${entries.length}</p>
        <p>entries</p>
      </li>
      <li class="card">
        <p class="figure">${hits}</p>
        <p>hits: discussions in which one was suggested</p>
      </li>
      <li class="card">
        <p class="figure">${stale}</p>
        <p>stale: not suggested until somebody verifies them</p>
      </li>
    </ul>
    <h2>Entries</h2>
    ${table(
      listed("entries, those suggested most first", entries.length),
      ["Question", ...numbers, "Verified", "Freshness", "From"],
      entries.slice(0, maxRows).map((it) => entryRow(it, repository)),
      "No FAQ entry is known.",
    )}
    <h2>Promotions</h2>
    ${table(
      listed("answers that somebody wanted in the FAQ, the newest discussion first", promotions.length),
      ["Discussion", "Question", "State", "Change", "Asked for by"],
      promotions.slice(0, maxRows).map((it) => promotionRow(it, repository)),
      "No answer was promoted yet.",
    )}`;
}

function listed(what: string, total: number): string {
  return total > maxRows ? `The first ${maxRows} of ${total} ${what}` : `${total} ${what}`;
}

function entryRow(it: FaqEntryLine, repository: RepositoryRef): readonly Cell[] {
  const { question, url, place, hits, helpful, unhelpful, verified, stale, source } = it;
  return [
    html`${outsideLink(url, question)}<br /><small class="soft">${place}</small>`,
    hits,
    helpful,
    unhelpful,
    verified ?? "never",
    stale.length === 0
      ? html`<span class="good">fresh</span>`
      : html`<strong class="bad">stale</strong>: ${stale.join("; ")}`,
    source === undefined ? "" : threadLink(source, repository),
  ];
}

function promotionRow(
  { number, question, state, change, by, edited }: Promotion,
  repository: RepositoryRef,
): readonly Cell[] {
  const note = edited ? html` <span class="warn">the answer was edited since</span>` : "";
  return [threadLink(number, repository), question, html`${state}${note}`, change, by];
}

function threadLink(number: number, repository: RepositoryRef): Html {
  return html`<a href="${threadPath(repository, number)}">#${number}</a>`;
}
