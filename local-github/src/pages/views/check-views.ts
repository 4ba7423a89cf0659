import { html } from "hono/html";
import { checkRunsOf } from "../../world/check-runs.ts";
import type { CheckAnnotation, CheckRun, PullRequest } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import type { Visit } from "../visit.ts";
import { actionButton } from "./forms.ts";
import type { Html } from "./elements.ts";

/** What apps say of the head of a pull request; nothing where none does. */
export function checksBox(visit: Visit, pull: PullRequest): Html {
  const runs = checkRunsOf(visit.world, pull.repository, pull.headRefOid);
  if (runs.length === 0) return html``;
  return html`<section class="checks" aria-label="Checks">
    <h2>Checks</h2>
    ${runs.map((run) => checkView(visit, pull, run))}
  </section>`;
}

function checkView(visit: Visit, pull: PullRequest, run: CheckRun): Html {
  const { title, summary, annotations } = run.output;
  const state = run.conclusion ?? run.status.toLowerCase().replace("_", " ");
  const mayAsk =
    visit.person !== undefined && hasRole(pull.repository, visit.person, "write") && run.conclusion !== null;
  return html`<article class="message check" id="check-${run.databaseId}">
    <h3>${run.app?.name ?? "ghost"} / ${run.name}: <span class="check-${state}">${state}</span></h3>
    ${title === null ? "" : html`<p><strong>${title}</strong></p>`}
    ${summary === null ? "" : html`<div class="markdown">${renderMarkdown(summary)}</div>`}
    ${
      annotations.length === 0
        ? ""
        : html`<ul>
            ${annotations.map((it) => annotationView(it))}
          </ul>`
    }
    ${mayAsk ? actionButton(visit, { action: "rerequest", subject: run, text: "Re-run" }) : ""}
  </article>`;
}

function annotationView({ path, startLine, startColumn, annotationLevel, title, message }: CheckAnnotation): Html {
  const place = `${path}:${startLine}${startColumn === null ? "" : `:${startColumn}`}`;
  return html`<li>
    <strong>${annotationLevel}</strong>
    <code>${place}</code> ${title === null ? "" : html`<em>${title}</em> `}${message}
  </li>`;
}
