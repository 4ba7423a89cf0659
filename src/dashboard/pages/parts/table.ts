import { html } from "hono/html";
import type { Html } from "../../html.ts";

export type Cell = Html | string | number;

/** A column: its heading, and whether it holds numbers. */
export interface Column {
  readonly title: string;
  readonly isNumber?: true;
}

/**
 * A table that says what it is, and can be moved sideways on a phone, by keyboard too. The first cell of each row is its
 * heading. `empty` stands in the place of a table without rows.
 */
export function table(
  caption: string,
  columns: readonly (Column | string)[],
  rows: readonly (readonly Cell[])[],
  empty = "There is nothing to list.",
): Html {
  if (rows.length === 0) return html`<p class="soft">${empty}</p>`;
  const all = columns.map((it) => (typeof it === "string" ? { title: it } : it));
  const kind = (index: number) => (all[index]?.isNumber ? html` class="number"` : "");
  const heads = all.map(({ title }, i) => html`<th scope="col" ${kind(i)}>${title}</th>`);
  const body = rows.map(
    (cells) =>
      html`<tr>
        ${cells.map((cell, i) =>
          i === 0 ? html`<th scope="row" ${kind(i)}>${cell}</th>` : html`<td${kind(i)}>${cell}</td>`,
        )}
      </tr> `,
  );
  const said = html`<caption>
    ${caption}
  </caption>`;
  return tableBox(caption, { said, heads, rows: body });
}

/** The box of a table: named by `label`, and moved sideways where it is wider than the screen, by keyboard too. */
export function tableBox(
  label: string,
  { said, heads, rows }: { readonly said?: Html; readonly heads: readonly Html[]; readonly rows: readonly Html[] },
): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
    <table>
      ${said ?? ""}
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
