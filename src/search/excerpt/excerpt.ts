import type { KnowledgeItem } from "../../core/knowledge.ts";
import { splitCode, toCodeSpan } from "../../text/split-code.ts";
import { guessLanguage } from "../words/guess-language.ts";
import { markCode } from "./mark-code.ts";
import { isLead, maxLabel, type Passage, passagesOf } from "./passages.ts";
import { weighPassages } from "./weigh-passages.ts";

/** Length of an excerpt in characters, about two lines of a comment. */
const maxLength = 240;

/** A sentence that leads to a list or to code is put before what it leads to if it is no longer than this. */
const maxLead = 110;

/** Most passages shown behind the best. */
const maxFollowing = 9;

/** The last sentence of a paragraph, if it is shorter, goes on from the one before it. */
const shortSentence = 60;

/** How people end a post: nothing behind it is of the answer. */
const farewell =
  /^(?:thanks?|thank you|many thanks|(?:best|kind) regards|regards|cheers|(?:i )?hope (?:this|that|it)|viele grüße|danke|merci|gracias)\b.{0,40}$/iu;

/** So many passages behind a sentence that leads to a list are taken for its items. */
const maxItems = 8;

/**
 * What of an item best answers a question: one line of text, at most 240 characters long, with its code in backticks.
 * `weights` says what each term of the question counts. It begins with the passage that covers most of what was asked,
 * see {@link weighPassages}, or with the sentence that leads to it ("Set it like this:"), and goes on as the item does
 * while that fits. Where no passage matches, it is the item's beginning.
 */
export function excerpt(item: KnowledgeItem, weights: ReadonlyMap<string, number>): string {
  const language = guessLanguage(item.title, item.body, item.answer);
  const isPlain = item.kind === "docs" || item.kind === "faq";
  const show = ({ text, kind }: Passage): string =>
    isPlain && kind === "prose" ? markCode(text, item.inlineCode ?? []) : text;
  const choices = partsOf(item).map((passages) =>
    choose(passages, weighPassages(passages, { weights, language, title: item.title })),
  );
  const matching = choices.find((it) => it.weight > 0) ?? choices.find(({ passages }) => passages.length > 0);
  return matching === undefined ? "" : fill(matching, show);
}

/** A passage of an item with those around it. */
interface Choice {
  readonly passages: readonly Passage[];
  readonly at: number;
  readonly weight: number;
  readonly weights: readonly number[];
}

/** Of equal ones the first. */
function choose(passages: readonly Passage[], weights: readonly number[]): Choice {
  const at = weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0) ? i : best), 0);
  return { passages, at, weight: weights[at] ?? 0, weights };
}

/**
 * The parts of an item, of which the first is shown that has what was asked. The answer of a thread comes before its
 * question; of an issue it is all that counts, since whoever asks knows the trouble already.
 */
function partsOf(item: KnowledgeItem): (readonly Passage[])[] {
  const answer = passagesOf(item, "answer");
  const isSettled = item.kind === "issue" || item.kind === "feature-request";
  return isSettled && answer.length > 0 ? [answer] : [answer, passagesOf(item, "body")];
}

/** From the best passage on, with what leads to it, as many whole passages as fit. */
function fill({ passages, at, weights }: Choice, show: (passage: Passage) => string): string {
  const [passage] = passages.slice(at, at + 1);
  if (passage === undefined) return "";
  const lead = leadOf(passages, at);
  const first = show(passage);
  let text = lead === undefined ? first : join(show(lead), first);
  if (text.length > maxLength) text = first;
  if (text.length > maxLength) return cut(text);
  // What is but a label is shown with what it stands for, or not at all.
  let shown = text;
  for (const next of following(passages, at, weights)) {
    const longer = join(shown, show(next));
    if (longer.length > maxLength) break;
    shown = longer;
    if (!isLead(next) || next.text.length > maxLabel) text = shown;
  }
  return text;
}

/** East Asian sentences have no space between them. */
function join(before: string, after: string): string {
  return /[。！？：]$/u.test(before) && !after.startsWith("`") ? before + after : `${before} ${after}`;
}

/** What comes behind a passage, up to a block of code that is none of the answer. */
function following(passages: readonly Passage[], at: number, weights: readonly number[]): Passage[] {
  const found: Passage[] = [];
  for (let i = at + 1; i < passages.length && found.length < maxFollowing; i++) {
    const passage = passages[i];
    if (passage === undefined) break;
    if (passage.kind === "prose" && farewell.test(passage.text)) break;
    if (passage.kind === "prose") found.push(passage);
    else {
      const last = passages.findLastIndex(({ block }) => block === passage.block);
      const line = passage.block === passages[at]?.block ? passage : bestLine(passages, i, last, weights);
      if (line === undefined) break;
      found.push(line);
      i = last;
    }
  }
  return found;
}

/** The line of a block of code that is asked for most; of a program none that was not asked for. */
function bestLine(
  passages: readonly Passage[],
  first: number,
  last: number,
  weights: readonly number[],
): Passage | undefined {
  let best = first;
  for (let i = first; i <= last; i++) if ((weights[i] ?? 0) > (weights[best] ?? 0)) best = i;
  return (weights[best] ?? 0) > 0 || passages[best]?.kind === "code" ? passages[best] : undefined;
}

/** What has to be read before: what leads to a passage, or goes before the short last sentence of a paragraph. */
function leadOf(passages: readonly Passage[], at: number): Passage | undefined {
  const [before, passage, after] = [passages[at - 1], passages[at], passages[at + 1]];
  const isLast = before?.block === passage?.block && after?.block !== passage?.block;
  const isShort = passage?.kind === "prose" && passage.text.length < shortSentence;
  if (isLast && isShort && before !== undefined && !/^…|[?？]$/u.test(before.text)) return before;
  return introductionOf(passages, at);
}

/** The sentence before that ends with a colon and leads to this passage. */
function introductionOf(passages: readonly Passage[], at: number): Passage | undefined {
  const passage = passages[at];
  for (let i = at - 1; i >= 0 && i >= at - maxItems; i--) {
    const before = passages[i];
    if (before === undefined || passage === undefined) return undefined;
    if (isLead(before)) return before.text.length <= maxLead ? before : undefined;
    if (before.kind !== passage.kind || before.text.length > 160) return undefined;
  }
  return undefined;
}

/** At a word. What is code there ends before the `…`. */
function cut(text: string): string {
  const start = text.slice(0, maxLength - 2);
  const space = start.lastIndexOf(" ");
  // Without a space near the end the cut may fall between the halves of a character, of which one must not stay.
  const kept = space > maxLength / 2 ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/u, "");
  const parts = splitCode(`${kept}…`).map((it) => (it.isCode ? toCodeSpan(it.text) : it.text));
  const whole = parts.join("");
  const closed = whole.endsWith("…") ? whole : `${whole}…`;
  return closed.length <= maxLength ? closed : `${kept.replaceAll("`", "")}…`;
}
