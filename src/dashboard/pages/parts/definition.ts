import { html } from "hono/html";
import { measures } from "../../../measures/index.ts";
import type { Measure } from "../../../measures/measure.ts";
import type { Html } from "../../html.ts";
import { ownMarkdown } from "./own-markdown.ts";

/** The measure of a name; undefined where there is none. */
export function findMeasure(name: string): Measure | undefined {
  return measures.find((it) => it.name === name);
}

const better: Readonly<Record<Measure["better"], string>> = {
  less: "Less is better.",
  more: "More is better.",
  neither: "Neither more nor less is better.",
};

/** Written once each: the overview shows all of them, and Markdown takes longer than all else of it. */
const written = new Map<Measure, Html>();

/** What exactly a measure is, and where that comes from. */
export function definitionOf(measure: Measure): Html {
  const known = written.get(measure) ?? writeDefinition(measure);
  written.set(measure, known);
  return known;
}

function writeDefinition(measure: Measure): Html {
  const hidden =
    measure.hiddenBelow === undefined ? "" : html`<p>With fewer than ${measure.hiddenBelow} it is not told.</p>`;
  return html`${ownMarkdown(measure.definition)}
    <p>${better[measure.better]} A discussion counts in the period ${measure.dated}.</p>
    ${hidden}
    <div class="soft">${ownMarkdown(`Source: ${measure.source}`)}</div>`;
}
