import { html } from "hono/html";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ThreadView } from "../../gather/gather-thread.ts";
import { outcomesOf, type FactPiece, type Outcome } from "../../gather/outcomes-of.ts";
import type { Html } from "../../html.ts";
import { threadPath } from "../parts/links.ts";
import { outsideLink } from "../parts/outside-link.ts";
import { timeOf } from "../parts/time.ts";

/** What came, or is to come, of the thread: a decision, a session, an entry of the FAQ, an end. */
export function outcomeParts(view: ThreadView, repository: RepositoryRef): Html {
  return html`${outcomesOf(view).map((it) => outcomePart(it, repository))}`;
}

function outcomePart({ title, facts }: Outcome, repository: RepositoryRef): Html {
  return html`<h2>${title}</h2>
    <dl class="facts">
      ${facts.map(
        ([term, ...pieces]) =>
          html`<dt>${term}</dt>
            <dd>${pieces.map((it) => pieceOf(it, repository))}</dd>`,
      )}
    </dl>`;
}

function pieceOf(piece: FactPiece, repository: RepositoryRef): Html | string {
  if (typeof piece === "string") return piece;
  if (piece instanceof Date) return timeOf(piece);
  return "url" in piece
    ? outsideLink(piece.url, piece.text)
    : html`<a href="${threadPath(repository, piece.thread)}">${piece.text}</a>`;
}
