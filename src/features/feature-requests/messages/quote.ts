import { neutralise } from "../../../text/neutralise.ts";

/** Kept of a text, in UTF-16 units: an issue with all of its parts stays far below GitHub's 65,536. */
const longest = 2_000;

/** What somebody wrote, as a block quote that notifies nobody. */
export function quote(text: string): string {
  return neutralise(text.slice(0, longest).toWellFormed())
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
