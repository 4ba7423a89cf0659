/** `A:`, `**A:**`, `A1.`, `Answer:`, `答：`: what some files put before an answer, as `Q:` before its question. */
const sign = /^(?:\*\*|__)?(?:A(?:nswer)?|答)\s?\d{0,4}\s?(?:\*\*|__)?[:：](?:\*\*|__)?(?:\s+|$)/iu;

/** Length of the sign that a text begins with; 0 where it begins with its words. */
export function answerSign(text: string): number {
  return sign.exec(text.slice(0, 100))?.[0].length ?? 0;
}
