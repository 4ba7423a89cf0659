import type { Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { isTooLong } from "../text/block-marks.ts";
import { parseMarkdown } from "../text/parse-markdown.ts";

/** Who is glad says so in a few words; longer ones tell of something else, too. UTF-16 units. */
const maxGlad = 600;

/** Thanks, and what people say when it works. */
const glad: readonly RegExp[] = [
  /\b(?:thanks?|thankyou|thx|tysm|cheers|solved|resolved|perfect|brilliant|awesome)\b/iu,
  /\b(?:that|this|it) (?:(?:did|does) (?:it|the trick)|(?:has )?(?:worked|helped|fixed)|works|is (?:working|fixed))\b/iu,
  /\bworks? (?:now|for me|great|fine|well|perfectly|like a charm)\b|\bworked (?:for me|great|perfectly|like a charm)\b/iu,
  /\b(?:merci|danke|gracias|grazie|obrigad[oa]|bedankt|tack|dzięki|funktioniert|funciona|gelöst|résolu)\b/iu,
  /спасибо|помогло|谢谢|感谢|解决了|ありがとう|解決しました|감사합니다|해결/iu,
];

/** Whoever says one of these is not through, or only polite. A proposal that is wrong is worse than none. */
const doubtful: readonly RegExp[] = [
  /[?？]/u,
  /\b(?:but|however|although|though|still|not|never|cannot|nope|nothing|without success|no luck|unfortunately|sadly)\b/iu,
  /n['’]t\b|\b(?:cant|doesnt|didnt|isnt|wont|dont)\b/iu,
  /\b(?:fails?|failed|failing|broken|errors?|wrong|worse|instead)\b/iu,
  /\bin advance\b|\b(?:will|['’]ll|let me|going to|gonna|to) (?:try|check|test|have a look|look|report|see|give)\b/iu,
  /\b(?:aber|leider|nicht|mais|malheureusement|pero|lamentablemente|purtroppo|mas|maar|helaas|men|ale)\b/iu,
  /(?<!\p{L})(?:но|не)(?!\p{L})|但是|可是|不行|没有|しかし|ません|하지만|안 ?돼/iu,
];

/** Whether its author says that it is solved, or thanks and says nothing else. Quotes and code are not their words. */
export function saysSolved(markdown: string): boolean {
  const words = briefWords(markdown);
  return words !== undefined && glad.some((it) => it.test(words)) && !isInDoubt(words);
}

/** Whether its author asks on, or says that something does not work. */
export function saysUnsolved(markdown: string): boolean {
  const words = briefWords(markdown);
  return words === undefined || isInDoubt(words);
}

/** Whether its author's last words are a question. */
export function endsInQuestion(markdown: string): boolean {
  return /[?？]\W{0,20}$/u.test(briefWords(markdown) ?? "");
}

function isInDoubt(words: string): boolean {
  return doubtful.some((it) => it.test(words));
}

/**
 * Plain text of a short comment; undefined where it is too long. Addresses are left out, and code in lines too, which
 * `ownWords` reads: words in them say nothing of whether it works.
 */
function briefWords(markdown: string): string | undefined {
  if (markdown.length > maxGlad * 4 || isTooLong(markdown)) return undefined;
  const words = wordsOf(parseMarkdown(markdown))
    .replaceAll(/https?:\/\/\S{1,300}/giu, " ")
    .trim();
  return words.length > maxGlad ? undefined : words;
}

function wordsOf(tree: Root): string {
  const parts: string[] = [];
  visit(tree, (node) => {
    if (node.type === "blockquote" || node.type === "code" || node.type === "inlineCode" || node.type === "html") {
      return SKIP;
    }
    if (node.type === "text") parts.push(node.value);
    return undefined;
  });
  return parts.join(" ");
}
