import type { Case, ShownLink } from "../cases.ts";
import { duration } from "../figure-rows.ts";
import { html, link, type Html } from "../../../text/html.ts";

/** A list of cases that can be opened; nothing where there are none. */
export function caseList(title: string, meaning: string, cases: readonly Case[], isOpen: boolean): Html {
  if (cases.length === 0) return html``;
  return html`<details ${isOpen ? "open" : ""}>
    <summary>${title} (${cases.length})</summary>
    <p class="soft">${meaning}</p>
    ${cases.map(caseCard)}
  </details>`;
}

function caseCard(it: Case): Html {
  return html`<article class="card">
    <h3>${link(it.url, it.title)}</h3>
    <small>#${it.number}, ${it.askedAt.slice(0, 10)}, ${waited(it)}${it.wasEditedLater ? ", edited since" : ""}</small>
    <ul>
      ${it.links.map(suggestion)}
    </ul>
    ${it.answeredBy.length === 0 ? "" : html`<p>Answered by ${it.answeredBy.map(truth)}</p>`}
  </article>`;
}

const words: Readonly<Record<NonNullable<ShownLink["right"]>, string>> = {
  exact: "right",
  page: "right page",
  way: "leads there",
};

function suggestion({ kind, title, url, confidence, terms, right }: ShownLink): Html {
  const verdict =
    right === null ? html`<span class="unproven">unproven</span>` : html`<span class="right">${words[right]}</span>`;
  return html`<li>
    ${verdict} ${link(url, title)} <small>${kind}, sure ${confidence.toFixed(2)}, by ${terms.join(", ")}</small>
  </li>`;
}

function truth({ id, url, wasKnown }: Case["answeredBy"][number], at: number): Html {
  return html`${at === 0 ? "" : ", "}${link(url, id)}${wasKnown ? "" : " (not known then)"}`;
}

function waited({ hoursToFirstResponse }: Case): string {
  return hoursToFirstResponse === null ? "no response" : `first response after ${duration(hoursToFirstResponse)}`;
}
