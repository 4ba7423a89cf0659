import { html } from "hono/html";
import type { FileDiff } from "../../git/git-objects.ts";
import type { Html } from "./elements.ts";

/** Longer patches are folded away. Lines. */
const MAX_OPEN_LINES = 400;

/** Changed files with their hunks, each line with its numbers before and after. */
export function diffView(files: readonly FileDiff[]): Html {
  const added = files.reduce((sum, { additions }) => sum + additions, 0);
  const removed = files.reduce((sum, { deletions }) => sum + deletions, 0);
  return html`<p class="quiet">
      ${files.length} ${files.length === 1 ? "file" : "files"} changed, ${added} lines added, ${removed} removed
    </p>
    ${files.map(fileDiff)}`;
}

function fileDiff(file: FileDiff): Html {
  const lines = (file.patch ?? "").split("\n");
  const from = file.previousPath === undefined ? "" : html`${file.previousPath} → `;
  return html`<details class="panel diff-file" ${lines.length <= MAX_OPEN_LINES ? "open" : ""}>
    <summary>
      <code>${from}${file.path}</code>
      <span class="quiet">${file.status}</span> <span class="added">+${file.additions}</span>
      <span class="removed">−${file.deletions}</span>
    </summary>
    ${file.patch === undefined ? html`<p class="empty">Nothing to show: binary, or renamed only.</p>` : patchTable(lines)}
  </details>`;
}

/** Line numbers of the next line before and after the change. */
interface Position {
  before: number;
  after: number;
}

function patchTable(lines: readonly string[]): Html {
  const at: Position = { before: 0, after: 0 };
  return html`<div class="scroll" role="region" aria-label="Diff" tabindex="0">
    <table class="diff">
      <tbody>
        ${lines.map((line) => patchLine(line, at))}
      </tbody>
    </table>
  </div>`;
}

function patchLine(line: string, at: Position): Html {
  const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/u.exec(line);
  if (hunk !== null) {
    at.before = Number(hunk[1]);
    at.after = Number(hunk[2]);
    return html`<tr class="diff-hunk">
      <td colspan="3">${line}</td>
    </tr>`;
  }
  switch (line.charAt(0)) {
    case "+":
      return row("added", "", at.after++, line);
    case "-":
      return row("removed", at.before++, "", line);
    case "\\":
      return row("note", "", "", line);
    default:
      return row("same", at.before++, at.after++, line);
  }
}

function row(kind: string, before: number | "", after: number | "", line: string): Html {
  return html`<tr class="diff-${kind}">
    <td class="n">${before}</td>
    <td class="n">${after}</td>
    <td class="t">${line}</td>
  </tr>`;
}
