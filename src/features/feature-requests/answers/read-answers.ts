import type { RequestQuestion, RequestAnswers } from "../feature-request.ts";
import type { Node, RootContent } from "mdast";
import { isTooLong } from "../../../text/block-marks.ts";
import { endOfOwnText } from "../../../text/own-text.ts";
import { parseMarkdown } from "../../../text/parse-markdown.ts";
import { childrenOf, plainText } from "../../../text/plain-text.ts";
import { isBlank } from "./is-blank.ts";

/**
 * How people head their answers, over lower-case words; the first that fits counts, so what is surest comes first.
 * Generous: a heading that is taken for a question by mistake costs nothing but a question less.
 */
const patterns: readonly (readonly [RequestQuestion, RegExp])[] = [
  ["urgency", /紧急|紧迫|优先级|严重程度|影响程度|截止|期限|时间要求|什么时候需要|何时需要|緊急|優先/u],
  ["outcome", /期望|预期|希望|想要|结果|方案|建议|目标|验收|預期|結果/u],
  ["why", /为什么|为何|原因|理由|动机|背景|痛点|用途|场景|问题|需求|必要性|為什麼|動機/u],
  [
    "urgency",
    /\b(?:urgen(?:t|cy)|priority|severity|importance|impact|deadlines?|by when|time ?line|time ?frame|how (?:soon|much|important|badly|often|critical)|when do you need)\b/u,
  ],
  ["outcome", /\b(?:outcomes?|solutions?|propos(?:al|als|ed|e)|expect(?:ed|ations?)?|desired|acceptance criteria)\b/u],
  [
    "why",
    /\b(?:why|problems?|pain|motivations?|reasons?|rationale|use ?cases?|user stor(?:y|ies)|background|what is (?:wrong|missing))\b/u,
  ],
  [
    "outcome",
    /\b(?:what (?:should|would|do you want|you want)|how (?:should|would) (?:it|this)|want(?:ed)?|features?|behaviou?r|goals?|results?|suggest(?:ions?|ed)|idea|wish|request)\b/u,
  ],
  ["why", /\b(?:needs?|needed|context|benefits?|value|currently|today)\b/u],
];

/** Longer than any heading that asks one thing, in UTF-16 units. */
const maxLabelLength = 120;

/** Which of the three questions a heading or label stands for, if any. */
export function questionOf(label: string): RequestQuestion | undefined {
  if (label.length > maxLabelLength) return undefined;
  const words = label.toLowerCase().replaceAll(/[-_]/gu, " ");
  return patterns.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Stored of each answer, in UTF-16 units. */
const maxAnswerLength = 2_000;

/**
 * The answers in a text, by what stands above or before them: headings as a category form writes them, bold lines,
 * and labels such as `Why: because`. What a form fills in for a field that was left out is no answer.
 * The first answer to a question counts. A text that is too long to be parsed has none: it is a log, or an attack.
 */
export function readAnswers(markdown: string): RequestAnswers {
  if (isTooLong(markdown)) return {};
  const tree = parseMarkdown(markdown);
  const own = markdown.slice(0, endOfOwnText(markdown, tree));
  const reader = new AnswerReader();
  for (const block of parseMarkdown(own).children) reader.read(block);
  return reader.answers();
}

/** Goes through a text from top to bottom and remembers which question it is at. */
class AnswerReader {
  readonly #texts: { readonly question: RequestQuestion; readonly depth: number; text: string }[] = [];
  #isAt = false;

  read(block: RootContent): void {
    if (block.type === "heading") return this.#heading(plainText(block), block.depth);
    if (block.type === "list") return block.children.forEach((item) => this.#lines(plainText(item)));
    if (block.type === "blockquote") return this.#quote(plainText(block));
    if (block.type === "paragraph") return this.#lines(plainText(block));
    this.#add(textOf(block));
  }

  /** By question, without those that say nothing. */
  answers(): RequestAnswers {
    const found: Partial<Record<RequestQuestion, string>> = {};
    for (const { question, text } of this.#texts) {
      if (!isBlank(text)) found[question] ??= text.trim().slice(0, maxAnswerLength).toWellFormed();
    }
    return found;
  }

  /** A heading that is no question ends the answer above it, unless it stands below that one's heading. */
  #heading(text: string, depth: number): void {
    const question = questionOf(text);
    const above = this.#texts.at(-1);
    if (question !== undefined) this.#start(question, depth);
    else if (above && depth > above.depth) this.#add(text);
    else this.#isAt = false;
  }

  #lines(text: string): void {
    for (const line of text.split("\n")) {
      const label = labelOf(line);
      if (label === undefined) this.#add(line);
      else {
        this.#start(label.question, 0);
        this.#add(label.rest);
      }
    }
  }

  /** People quote our question and answer below it. What they quote of others is not theirs. */
  #quote(text: string): void {
    const question = text.split("\n").map(labelOf).at(-1)?.question;
    if (question === undefined) this.#add(text);
    else this.#start(question, 0);
  }

  #start(question: RequestQuestion, depth: number): void {
    this.#texts.push({ question, depth: depth === 0 ? (this.#texts.at(-1)?.depth ?? 6) : depth, text: "" });
    this.#isAt = true;
  }

  #add(text: string): void {
    const at = this.#texts.at(-1);
    if (this.#isAt && at) at.text += `${text}\n`;
  }
}

/** Behind a full-width mark stands no space. */
const labelPattern = /^([^:?：？]{2,120})(?:([:?])[:?]*(?=\s|$)|([：？])[：？]*)(.*)/su;

/** `Why: because` or `Why is it needed?`, at the start of a line; more words than a label has are a sentence. */
function labelOf(line: string): { readonly question: RequestQuestion; readonly rest: string } | undefined {
  const [, words = "", mark = "", wideMark = "", rest = ""] = labelPattern.exec(line.trimStart()) ?? [];
  const label = words.trimEnd();
  const isQuestion = mark === "?" || wideMark === "？";
  if (label === "" || label.split(/\s+/u).length > (isQuestion ? 14 : 6)) return undefined;
  // A Chinese sentence has no spaces.
  if (wideMark !== "" && label.length > (isQuestion ? 30 : 15)) return undefined;
  const question = questionOf(label);
  return question && { question, rest };
}

/** What a reader sees of a block; a picture is an answer too. */
function textOf(node: Node): string {
  const text = plainText(node);
  return text === "" && childrenOf(node).length > 0 ? childrenOf(node).map(textOf).join("\n") : text;
}
