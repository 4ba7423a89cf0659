import { isTooLong } from "../text/block-marks.ts";
import { ownWords } from "./own-words.ts";

/** Whoever writes more than this tells of something. UTF-16 units of their own words. */
const maxRemark = 600;

/** What people write who ask, or for whom it does not work. Where a word is unsure, it is one of these. */
const asking: readonly RegExp[] = [
  /[?？؟]/u,
  /(?:^|[.!:,]\s{1,9}|\n)\s{0,9}(?:and |so |then |or )?(?:how|what|why|when|where|which|who|can|could|would|should|is|are|do|does|did|please|pls)\b/iu,
  /\b(?:but|however|although|though|still|cannot|unfortunately|sadly|no luck|without success|any idea|wonder(?:ing)?|curious|help|need)\b/iu,
  /n['’]t (?:work|help|fix|solve|find|see|get|start|build|run|do|seem|change)|\b(?:cant|doesnt|didnt|isnt|wont)\b/iu,
  /\b(?:fails?|failed|failing|broken|breaks|errors?|wrong|worse|crash(?:es|ed)?|stuck|hangs?|not work(?:ing)?|no longer|another (?:problem|question|issue))\b/iu,
  /\b(?:aber|leider|jedoch|wie|warum|wieso|mais|malheureusement|comment|pourquoi|pero|lamentablemente|cómo|purtroppo|perché|mas|como|maar|helaas|hoe|men|hur|ale|jak|dlaczego|proč)\b/iu,
  /(?<!\p{L})(?:но|как|почему|не работает)(?!\p{L})|但是|可是|不行|没有|怎么|为什么|吗|请问|しかし|ません|どう|なぜ|教えて|하지만|안 ?돼|어떻게|왜/iu,
];

/**
 * Whether a comment's author asks for something, or says that something does not work: in their own words, quotes and
 * code left out. A long comment does, and so does a text in no script of these languages: a question that is overlooked is
 * worse than a remark that is looked at twice.
 */
export function asksOn(body: string): boolean {
  if (body.length > maxRemark * 4 || isTooLong(body)) return true;
  const words = ownWords(body).trim();
  return words.length > maxRemark || !readable.test(words) || asking.some((it) => it.test(words));
}

/** Letters of the languages whose questions are known, or none at all. */
const readable =
  /^[^\p{L}]*$|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
