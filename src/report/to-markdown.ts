import { measures } from "../measures/index.ts";
import { linkAddress } from "../text/link-address.ts";
import { listInWords } from "../text/list-in-words.ts";
import { inlineText, viaRedirect } from "../text/neutralise.ts";
import { sayDuration } from "../text/say-duration.ts";
import { breakdownsInMarkdown } from "./markdown-breakdowns.ts";
import { definitionOf } from "./definition-of.ts";
import type { Report } from "./report.ts";
import { few, isKnown, sayFigure, sayInBusinessHours, sayInShort, sayPeriod, sayTrend } from "./say-figure.ts";

/** A chart as two files that GitHub shows one of, by the theme of whoever reads. */
export interface ChartImages {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly light: string;
  readonly dark: string;
}

interface Options {
  readonly charts?: readonly ChartImages[];
}

/**
 * Characters of a body that GitHub takes are 65,536; the rest is for what people write around it. Breakdowns go first where there is more,
 * then what figures mean: both are told elsewhere. https://github.com/dead-claudia/github-limits
 */
const room = 60_000;

/** Of a list in Markdown: a report is read in a minute, and JSON has them all. */
const maxListed = 15;

/**
 * A report as GitHub's Markdown, below its title. It notifies nobody: people are named without a mention. It links back
 * to nothing: addresses of discussions go by GitHub's redirecting host.
 */
export function toMarkdown(report: Report, { charts = [] }: Options = {}): string {
  const what = definitions(report);
  const breakdowns = breakdownsInMarkdown(report);
  const parts = [
    intro(report),
    section("What changed", changes(report)),
    section("Figures", figures(report)),
    section("Course", charts.map(picture).join("\n\n")),
    breakdowns,
    section(`Waiting for an answer (${report.unanswered.length})`, unanswered(report)),
    section("Hard ones", thorny(report)),
    section("Questions that nothing answered", gaps(report)),
    section("FAQ entries that were suggested", faq(report)),
    section("Thanks", thanks(report)),
    what,
    section("What to know", report.notes.map((it) => `- ${inlineText(it, 1000)}`).join("\n")),
  ].filter((it) => it !== "");
  const tries = [
    parts,
    parts.filter((it) => it !== breakdowns),
    parts.filter((it) => it !== breakdowns && it !== what),
  ];
  const texts = tries.map((it) => `${it.join("\n\n")}\n`);
  return texts.find(({ length }) => length <= room) ?? texts.at(-1) ?? "";
}

/** What stands above a report: `Support of acme/app, 16 Nov 2026 to 22 Nov 2026`. Plain text. */
export function titleOf({ repository, period, timeZone }: Pick<Report, "repository" | "period" | "timeZone">): string {
  return `Support of ${repository}, ${sayPeriod(period, timeZone)}`;
}

function intro({ period, before, timeZone, calendar, source }: Report): string {
  const read = source === "export" ? " Made from an export of the discussions." : "";
  return `From ${sayPeriod(period, timeZone)}, against ${sayPeriod(before, timeZone)}. Days are those of ${inlineText(timeZone, 60)}; business hours are those of the calendar “${inlineText(calendar, 60)}”.${read}`;
}

function section(heading: string, text: string): string {
  return text === "" ? "" : `## ${heading}\n\n${text}`;
}

function changes({ figures: all }: Report): string {
  const changed = all.filter(({ trend }) => trend !== null && trend !== "same");
  const order = ["worse", "better", "more", "less"];
  const lines = changed
    .toSorted((a, b) => order.indexOf(a.trend ?? "") - order.indexOf(b.trend ?? ""))
    .map(({ title, trend, now, before, unit }) => {
      const was = `${sayInShort(now, unit)}, was ${sayInShort(before, unit)}`;
      return `- **${inlineText(title, 80)}**: ${sayTrend(trend)}, ${was} (n = ${now.of ?? now.n}, was ${before.of ?? before.n})`;
    });
  if (lines.length > 0) return lines.join("\n");
  const isAnyTold = all.some(({ trend }) => trend !== null);
  return isAnyTold
    ? "Nothing by a tenth or more."
    : `Nothing can be said: no figure is made of ${few} or more in both periods.`;
}

function figures({ figures: all }: Report): string {
  const known = all.filter(isKnown);
  const rows = known.map(({ title, unit, now, before, trend, parts }) => {
    const business = sayInBusinessHours(now);
    const value = `${sayFigure(now, unit)}${business === undefined ? "" : `<br>in business hours: ${business}`}`;
    const each = Object.entries(parts).map(
      ([part, figure]) => `<br>${inlineText(part, 60)}: ${sayFigure(figure, unit)}`,
    );
    return `| ${inlineText(title, 80)} | ${value}${each.slice(0, 8).join("")} | ${sayFigure(before, unit)} | ${sayTrend(trend)} |`;
  });
  const note = `Median: half of them took no longer. p90: nine of ten did not. No trend is told where fewer than ${few} are behind it.`;
  const others = all.filter((it) => !isKnown(it)).map(({ title }) => inlineText(title, 80));
  const unknown = others.length === 0 ? "" : `\n\nNothing to tell of: ${listInWords(others)}.`;
  return `${["| Measure | Now | Before | |", "| --- | --- | --- | --- |", ...rows].join("\n")}\n\n${note}${unknown}`;
}

/** https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#specifying-the-theme-an-image-is-shown-to */
function picture({ title, alt, light, dark }: ChartImages): string {
  return [
    `**${inlineText(title, 120)}**`,
    "",
    "<picture>",
    `<source media="(prefers-color-scheme: dark)" srcset="${attribute(dark)}">`,
    `<source media="(prefers-color-scheme: light)" srcset="${attribute(light)}">`,
    `<img alt="${attribute(alt)}" src="${attribute(light)}" width="560">`,
    "</picture>",
  ].join("\n");
}

function unanswered({ unanswered: all }: Report): string {
  return list(all, (it) => `${linkTo(it)}, for ${sayDuration(it.age)}`);
}

function thorny({ thorny: all }: Report): string {
  return list(all, (it) => `${linkTo(it)}: ${listInWords(it.reasons.map((reason) => inlineText(reason, 120)))}`);
}

function gaps({ gaps: all }: Report): string {
  return list(all, ({ words, threads, nearest }) => {
    const near = nearest ? `; nearest in the docs: ${linkTo(nearest)}` : "";
    const asked = threads.slice(0, 5).map(linkTo);
    const more = threads.length > asked.length ? [`${threads.length - asked.length} more`] : [];
    return `**${inlineText(words.join(", "), 120)}**: ${listInWords([...asked, ...more])}${near}`;
  });
}

function faq({ faq: all }: Report): string {
  const hit = all.filter(({ hits }) => hits > 0);
  const shown = list(hit, (it) => `${linkTo(it)}: ${it.hits === 1 ? "once" : `${it.hits} times`}`);
  const others = all.length - hit.length;
  if (others === 0) return shown;
  const rest = `${others} of ${all.length} ${all.length === 1 ? "entry was" : "entries were"} not suggested.`;
  return shown === "" ? rest : `${shown}\n\n${rest}`;
}

/** In the order of their names: how many or how fast is nobody's rank. */
function thanks({ helpers }: Report): string {
  if (helpers.length === 0) return "";
  const shown = helpers.slice(0, 100).map(({ login }) => inlineText(login, 60));
  const more = helpers.length > shown.length ? [`${helpers.length - shown.length} more`] : [];
  return `For answers, to ${listInWords([...shown, ...more])}.`;
}

function definitions({ figures: all }: Report): string {
  const told = all.filter(isKnown).flatMap((it) => measures.find(({ name }) => name === it.measure) ?? []);
  if (told.length === 0) return "";
  const lines = told.map(({ name, title, dated }) => `- **${title}**: ${definitionOf(name)} Counted ${dated}.`);
  return ["<details>", "<summary>What each figure means</summary>", "", ...lines, "", "</details>"].join("\n");
}

function list<Item>(items: readonly Item[], lineOf: (item: Item) => string): string {
  const lines = items.slice(0, maxListed).map((it) => `- ${lineOf(it)}`);
  const left = items.length - lines.length;
  return [...lines, ...(left > 0 ? [`- … and ${left} more`] : [])].join("\n");
}

function linkTo({ title, url }: { readonly title: string; readonly url: string }): string {
  const text = inlineText(title, 120) || "untitled";
  return /^https?:\/\//iu.test(url) ? `[${text}](<${linkAddress(viaRedirect(url))}>)` : text;
}

function attribute(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
