/** Hexadecimal letters and digits, 7 to 40 as hashes of commits have; an address right behind begins a word of its own. */
const hash = /(?<![a-z\d])(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}(?=https?:|[^a-z\d]|$)/giu;

/** The text with every such word in pieces that are too short for one, and that look the same to a reader. */
export function breakHashes(text: string): string {
  return text.replaceAll(hash, (it) => it.replaceAll(/.{4}(?=.)/gu, "$&\u200B"));
}
