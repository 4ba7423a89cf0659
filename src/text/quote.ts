import { neutralise } from "./neutralise.ts";

/** What a person wrote, as a block quote that notifies nobody. At most `max` UTF-16 units are shown, cut between lines or words. */
export function quote(text: string, max: number): string {
  return neutralise(cut(text.replaceAll(/\r\n?/gu, "\n").trim(), max))
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text.toWellFormed();
  const shown = text.slice(0, max - 1).toWellFormed();
  const end = Math.max(shown.lastIndexOf("\n"), shown.lastIndexOf(" "));
  return `${shown.slice(0, end > max / 2 ? end : shown.length).trimEnd()}…`;
}
