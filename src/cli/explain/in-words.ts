import { fullName } from "../../core/repository-name.ts";
import type { Suggestion } from "../../core/suggestion.ts";
import type { ThreadDelivery } from "../../dashboard/gather/gather-deliveries.ts";
import { titleOf, urlOf, type ThreadView } from "../../dashboard/gather/gather-thread.ts";
import { outcomesOf, type FactPiece } from "../../dashboard/gather/outcomes-of.ts";
import { sayTimeInShort } from "../../text/say-time.ts";
import { plain } from "../terminal/plain.ts";
import { toTable } from "../terminal/table.ts";
import { clockLines } from "./clock-lines.ts";
import { waitsOn, type Explanation } from "./explanation.ts";

/** How many items of a suggestion, and deliveries, are shown to people; `--json` has all. */
const maxShown = 10;

/** The explanation for people: where it stands, what was considered, the clocks, what came of it, and each delivery. */
export function inWords(explanation: Explanation): string {
  const { repository, number, view, deliveries } = explanation;
  const title = view && titleOf(view);
  const head = `${fullName(repository)}#${number}${title === undefined ? "" : `  ${plain(title)}`}`;
  const parts = [
    [head, ...(view ? standing(view) : ["Nothing is on record of it but what came:"])],
    ...(view ? [suggestionLines(view.suggestion, view), clockLines(view.clocks), ...outcomeLines(view)] : []),
    deliveryLines(deliveries),
  ];
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

function standing(view: ThreadView): readonly string[] {
  const { timeline } = view;
  const url = urlOf(view);
  const owes = waitsOn(view);
  return [
    ...(url === undefined ? [] : [plain(url)]),
    ...(timeline
      ? [
          `Asked by ${timeline.asker ?? "somebody whose account is gone"} on ${sayTimeInShort(timeline.openedAt)} UTC, in ${plain(timeline.observed.category)}.`,
        ]
      : []),
    ...(owes === undefined ? [] : [`It waits on ${plain(owes)}.`]),
  ];
}

function suggestionLines(suggestion: Suggestion | undefined, { feedback }: ThreadView): readonly string[] {
  if (!suggestion) return ["WHAT WAS CONSIDERED", "No suggestion is on record here, so nothing was looked for."];
  const { mode, items, best, threshold, because } = suggestion;
  const posted = mode === "live" ? "posted" : "found, and not posted in shadow mode";
  const head = items.length === 0 ? "Nothing was good enough." : `${items.length} ${posted}.`;
  const considered = items.length > 0 ? items : best ? [best] : [];
  const table = toTable(considered.slice(0, maxShown), [
    { title: "confidence", of: ({ confidence }) => confidence.toFixed(2) },
    { title: "found", of: (it) => it.title, mayShrink: true },
    { title: "words in common", of: ({ terms }) => terms.map(({ term }) => term).join(", "), mayShrink: true },
    { title: "parts of the score", of: ({ parts }) => strongest(parts), mayShrink: true },
    { title: "address", of: ({ url }) => url, mayShrink: true },
  ]);
  return [
    "WHAT WAS CONSIDERED",
    `${head} It took a confidence of ${threshold.value} (${plain(threshold.because)}). In short: ${plain(because)}.`,
    ...(considered.length === 0 ? [] : [table]),
    ...feedback.map(
      ({ by, isAsker, helpful, via, at }) =>
        `${plain(by)}${isAsker ? ", who asked," : ""} says it ${helpful ? "helped" : "did not help"} (${via}, ${sayTimeInShort(at)}).`,
    ),
  ];
}

/** What adds nothing says nothing. */
function strongest(parts: Readonly<Record<string, number>>): string {
  return Object.entries(parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(", ");
}

function outcomeLines(view: ThreadView): readonly (readonly string[])[] {
  return outcomesOf(view).map(({ title, facts }) => [
    title.toUpperCase(),
    ...facts.map(([term, ...pieces]) => `${term}: ${plain(pieces.map(pieceOf).join(""))}`),
  ]);
}

function pieceOf(piece: FactPiece): string {
  if (typeof piece === "string") return piece;
  if (piece instanceof Date) return `${sayTimeInShort(piece)} UTC`;
  return "url" in piece ? `${piece.text} (${piece.url})` : piece.text;
}

function deliveryLines(deliveries: readonly ThreadDelivery[]): readonly string[] {
  const left = deliveries.length - maxShown;
  return [
    "WHAT CAME, WAS PLANNED AND DONE (UTC, newest first; kept for fourteen days)",
    ...(deliveries.length === 0 ? ["Nothing came in this time."] : []),
    ...deliveries.slice(0, maxShown).flatMap(oneDelivery),
    ...(left > 0 ? [`${left} earlier ones are left out; --json has them.`] : []),
  ];
}

/** What was done says all of a plan that was done; of any other its steps are shown. */
function oneDelivery({ id, event, state, attempts, receivedAt, outcome, stages }: ThreadDelivery): readonly string[] {
  const tries = attempts > 0 ? ` after ${attempts} failed tries` : "";
  const unfinished = state === "done" ? [] : stages;
  return [
    `${sayTimeInShort(receivedAt)}  ${event}  ${state}${tries}  (${plain(id)})`,
    ...(outcome ?? "Nothing came of it yet.").split("; ").map((it) => `  ${plain(it)}`),
    ...unfinished.flatMap(({ stage, done, steps, lines }) => [
      `  ${stage}: ${done} of ${steps} steps done`,
      ...lines.map((line) => `    ${plain(line)}`),
    ]),
  ];
}
