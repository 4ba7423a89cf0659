import type { Root, RootContent } from "mdast";
import { endOfOwnText } from "../../text/own-text.ts";
import { plainText } from "../../text/plain-text.ts";

/** A last line that only says goodbye, in the words people use for it. */
const farewell =
  /^(?:(?:many |much |best |kind |warm )?(?:thanks|thank you|thx|cheers|regards|greetings|best)(?: (?:a lot|so much|again|in advance|all|everyone|for (?:the|your) (?:question|report|patience|help)))?|hope (?:this|that|it) helps(?: you)?|happy (?:coding|hacking)|(?:let (?:me|us) know|feel free to (?:ask|reopen)).{0,80}|sent from my .{1,40})[\s,!.:;)\p{Extended_Pictographic}\uFE0F-]{0,20}(?:@?[\w-]{0,39})?[\s!.]{0,20}$/iu;

/**
 * Offset at which what an answer has to say ends: a quoted mail and a signature below it are left out, and so are
 * last lines that only thank or take leave, and a line drawn across at the end. Never 0 because of a farewell: an
 * answer may be nothing else.
 */
export function endOfWords(text: string, tree: Root): number {
  const end = endOfOwnText(text, tree);
  const blocks = tree.children.filter(
    ({ position, type }) => (position?.start.offset ?? 0) < end && type !== "definition",
  );
  const said = blocks.filter(({ type }) => type !== "thematicBreak");
  if (said.length === 0) return 0;
  const last = blocks.findLast((block) => block.type !== "thematicBreak" && !isFarewell(block)) ?? said.at(-1);
  if (last === blocks.at(-1)) return end;
  // Definitions may stand anywhere below what uses them.
  const ends = tree.children.filter(({ type }) => type === "definition" || type === "footnoteDefinition");
  return Math.min(end, Math.max(...[last, ...ends].map((it) => it?.position?.end.offset ?? end)));
}

function isFarewell(block: RootContent): boolean {
  return block.type === "paragraph" && farewell.test(plainText(block));
}
