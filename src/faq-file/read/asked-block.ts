import { plainText } from "../../text/plain-text.ts";
import { findMark } from "../marks/entry-marks.ts";
import { questionOf } from "./asked-paragraph.ts";
import type { Block } from "./blocks.ts";
import type { Asked } from "./draft.ts";
import { endsAsQuestion } from "./looks-like-question.ts";
import { questionSign } from "./question-sign.ts";

/** The question that a paragraph, or a quote, begins with. */
export function askedIn(block: Block, text: string): Asked | undefined {
  return block.node.type === "paragraph" ? questionOf(block.node, text) : askedInQuote(block, text);
}

/** A question alone in a quote, with its answer behind it: `> Q: How?`. */
function askedInQuote({ node, end }: Block, text: string): Asked | undefined {
  if (node.type !== "blockquote" || node.children.length > 1) return undefined;
  const [only] = node.children;
  const question = only?.type === "paragraph" ? plainText(only) : "";
  if (question === "" || question.includes("\n")) return undefined;
  const isKnown = findMark(text, end, text.length, 0) !== undefined;
  if (!isKnown && questionSign(question) === 0 && !endsAsQuestion(question)) return undefined;
  return { shape: "quote", question, questionEnd: end };
}
