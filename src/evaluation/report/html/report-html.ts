import { duration, figureRows, percent, responseTimeRows, type FigureRow } from "../figure-rows.ts";
import type { BacktestReport } from "../report.ts";
import { caseList } from "./case-list.ts";
import { chart } from "./chart.ts";
import { html, type Html } from "../../../text/html.ts";
import { htmlPage } from "../../../text/html-page.ts";
import { style } from "./style.ts";

/** The report as one page that needs nothing from elsewhere and runs no scripts. */
export function reportHtml(report: BacktestReport): string {
  const { repository, scope, madeAt } = report;
  const period = scope.from && scope.to ? `, asked ${scope.from.slice(0, 10)} to ${scope.to.slice(0, 10)}` : "";
  const body = html`<h1>Back-test of ${repository}</h1>
    <p class="soft">
      ${scope.questions} questions${period}, each asked again with only what was known at its time. ${scope.pages} docs
      pages, ${scope.threads} discussions. Made ${madeAt.slice(0, 10)}.
    </p>
    ${headline(report)} ${recommendation(report)}
    <h2>What speaking more costs</h2>
    ${chart(report)}
    <p class="soft">
      Precision at 3 at each threshold, with its 95 % interval, as all ranges on this page; points with few judged posts
      are left out.
    </p>
    <h2>Figures</h2>
    ${figures(report)}
    <h2>Cases to look at</h2>
    ${cases(report)}
    <h2>Before you believe it</h2>
    <ul>
      ${report.notes.map((note) => html`<li>${note}</li>`)}
    </ul>`;
  return htmlPage({ title: `Back-test of ${repository}`, style, body });
}

function headline({ recommended, scope }: BacktestReport): Html {
  const { precisionAt3, silenceRate, deflectionEstimate, timeSaved } = recommended;
  const saved = timeSaved.median === null ? "–" : duration(timeSaved.median);
  return html`<div class="figures">
    ${tile(percent(precisionAt3.value), "of posts had a right link", `n = ${precisionAt3.n} that can be judged`)}
    ${tile(percent(silenceRate.value), "of questions met with silence", `n = ${silenceRate.n}`)}
    ${tile(percent(deflectionEstimate), "deflection, estimated", `${scope.judged} of ${scope.questions} can be judged`)}
    ${tile(saved, "saved by a right post, median", `n = ${timeSaved.n}`)}
  </div>`;
}

function tile(value: string, name: string, basis: string): Html {
  return html`<div class="card"><strong>${value}</strong>${name}<br /><small>${basis}</small></div>`;
}

function recommendation({ recommendation: { threshold, because }, current }: BacktestReport): Html {
  const change = threshold === current.threshold ? "as it is in force" : `in force is ${current.threshold.toFixed(2)}`;
  return html`<div class="card">
    <h3>Recommended threshold: ${threshold.toFixed(2)} <small>(${change})</small></h3>
    <p>${because}</p>
    <pre>
related-answers:
  threshold: ${threshold.toFixed(2)}</pre>
  </div>`;
}

function figures({ current, recommended, waiting }: BacktestReport): Html {
  const shown = current.threshold === recommended.threshold ? [recommended] : [current, recommended];
  const columns = shown.map(figureRows);
  const heads = shown.map(({ threshold }) => `at ${threshold.toFixed(2)}`);
  const rows = (columns[0] ?? []).map((row, i) => columns.map((column) => column[i] ?? row));
  return html`${table(heads, rows)}
    <h2>Without Frontdesk</h2>
    ${table(
      ["all questions"],
      responseTimeRows(waiting).map((row) => [row]),
    )}`;
}

/** One row a figure, one column a threshold. */
function table(heads: readonly string[], rows: readonly (readonly FigureRow[])[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Figure</th>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => tableRow(row, heads))}
    </tbody>
  </table>`;
}

function tableRow(cells: readonly FigureRow[], heads: readonly string[]): Html {
  const [first] = cells;
  return html`<tr>
    <th scope="row">${first?.name ?? ""}<small>${first?.definition ?? ""}</small></th>
    ${cells.map(({ value, basis }, i) => html`<td data-at="${heads[i] ?? ""}">${value}<small>${basis}</small></td>`)}
  </tr>`;
}

function cases({ cases: { confidentlyWrong, silentThough, best, unanswered } }: BacktestReport): Html {
  return html`${[
    caseList(
      "Sure and wrong",
      "Posted, and none of the links is what people linked. Some of them may be right all the same: read them first.",
      confidentlyWrong,
      true,
    ),
    caseList(
      "Silent, although what answered was known",
      "Nothing was posted. What was found is shown with how sure the finder was.",
      silentThough,
      false,
    ),
    caseList("Best", "A right link at once, where people waited longest.", best, false),
    caseList(
      "Nobody ever responded",
      "These would have got something. Nobody can say whether it would have helped.",
      unanswered,
      false,
    ),
  ]}`;
}
