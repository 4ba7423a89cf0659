import { withoutComments } from "../../../text/without-comments.ts";

/**
 * A digest of the words of an answer. Edits of white space, punctuation and emphasis do not change it, so that a pull
 * request is made only where readers would learn something else. 53 bits, by cyrb53:
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain)
 */
export function answerDigest(answer: string): string {
  const words = withoutComments(answer.normalize("NFC"))
    .replaceAll(/[\s.,;:!?*_]+/gu, " ")
    .trim();
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
