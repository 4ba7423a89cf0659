import { withoutComments } from "../text/without-comments.ts";

/** So much of a post tells its language. */
const maxLength = 20_000;

/** The commonest words of English prose: logs, names and commands, which stand in posts of any language, have few of them. */
const prose = new Set(
  `a about after all also am an and any are as be been but by can could did do does even for get had has have how
  i if in into is it its just like me my no not of on one or our should so some than that the their then there these they
  this to up us use was we were what when where which who why will with would you your`.split(/\s+/u),
);

/**
 * Whether a post is in Chinese, simplified or traditional: by its writing, without its code and its comments. Japanese
 * is told by its kana, Korean by its hangul. A title in Chinese decides where the rest is a pasted log in English; the
 * headings of a form in Chinese do not decide over somebody who writes in English.
 */
export function isChinese({ title, body }: { readonly title: string; readonly body: string }): boolean {
  const inTitle = count(title.slice(0, maxLength));
  const inBody = count(withoutCode(body.slice(0, maxLength)));
  const han = inTitle.han + inBody.han;
  if (han < 2 || 10 * (inTitle.kana + inBody.kana) > han || inTitle.hangul + inBody.hangul > han) return false;
  if (han >= 1.5 * (inTitle.latin + inBody.latin)) return true;
  return inTitle.han >= 2 && inTitle.han >= inTitle.latin && han > 4 * (inTitle.prose + inBody.prose);
}

interface Count {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Words in Latin letters, and those of them that are of English prose. */
  readonly latin: number;
  readonly prose: number;
}

function count(text: string): Count {
  const latin = text.match(/[A-Za-z]+/gu) ?? [];
  return {
    han: numberOf(text, /\p{Script=Han}/gu),
    kana: numberOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    hangul: numberOf(text, /\p{Script=Hangul}/gu),
    latin: latin.length,
    prose: latin.filter((it) => prose.has(it.toLowerCase())).length,
  };
}

function numberOf(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

/** Without fenced blocks, code in lines, quotes, comments and addresses. */
function withoutCode(body: string): string {
  let fence: string | undefined;
  const lines = withoutComments(body)
    .split(/\r\n?|\n/u)
    .filter((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
      if (mark !== undefined && fence === undefined) fence = mark;
      else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) {
        fence = undefined;
        return false;
      }
      return fence === undefined && !/^ {0,3}>/u.test(line);
    });
  return lines
    .join("\n")
    .replaceAll(/`[^`\n]{0,500}`/gu, " ")
    .replaceAll(/https?:\/\/[^\s<>()]{1,500}/gu, " ");
}
