import type { HandledDelivery } from "../../pipeline/handled-since.ts";
import type { ActionReport } from "./action-report.ts";
import type { Verdict } from "./verdict.ts";

/** GitHub takes 1 MiB a step: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const maxLines = 200;
const maxLine = 1_000;

/** Where the event happened, for a link. */
export interface EventPlace {
  readonly event: string;
  readonly url: string | undefined;
}

/**
 * The run's summary, as Markdown. Outcomes and plans hold what people wrote, so they stand within `<pre>`, where
 * nothing is Markdown, with every `<` and `&` written out.
 */
export function toSummary(place: EventPlace, verdict: Verdict, report: ActionReport | undefined): string {
  const where = place.url === undefined ? "" : ` ([where it happened](${place.url}))`;
  return [
    `### Frontdesk: ${verdict.state}`,
    `On \`${place.event.replaceAll(/[^\w.-]/gu, "")}\`${where}:`,
    block([verdict.says]),
    ...(verdict.mend === undefined ? [] : ["**To mend it:**", block(verdict.mend.split("\n"))]),
    ...(report ? partsOf(report) : []),
  ].join("\n\n");
}

function partsOf({ isCold, startedAnew, handled, waiting, ranOutOfTime, dry }: ActionReport): string[] {
  const active = handled.filter(({ plans }) => plans.length > 0);
  return [
    ...(startedAnew === undefined
      ? []
      : ["The data of earlier runs could not be used, and everything was read anew:", block([startedAnew])]),
    ...(isCold && startedAnew === undefined
      ? ["There was no data of earlier runs, and everything was read anew."]
      : []),
    ...(dry ? ["**What would be done**", block(dry.length === 0 ? ["nothing"] : dry)] : []),
    ...(active.length === 0 ? [] : ["**What was decided, done and why**", block(active.flatMap(linesOf))]),
    ...(ranOutOfTime ? ["The time was over before all was done; the next run goes on with it."] : []),
    ...(waiting === 0 ? [] : [`${waiting} deliveries wait for a later run.`]),
  ];
}

function linesOf({ what, plans }: HandledDelivery): string[] {
  return [what, ...plans.map((it) => `  ${it}`)];
}

function block(lines: readonly string[]): string {
  const shown = lines.slice(0, maxLines).map((it) => escape(it.length > maxLine ? `${it.slice(0, maxLine)}…` : it));
  const more = lines.length > maxLines ? [`… and ${lines.length - maxLines} more`] : [];
  return `<pre>\n${[...shown, ...more].join("\n")}\n</pre>`;
}

function escape(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
