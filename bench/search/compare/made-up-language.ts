import { seededChance } from "../../seeded-chance.ts";
import { pickFrom } from "../random.ts";

/** The hundred words that make up half of all English text, the commonest first. Engines know most of them as stop words. */
const commonest =
  `the of and a to in is you that it he was for on are as with his they i at be this have from or one had by
  word but not what all were we when your can said there use an each which she do how their if will up other about out
  many then them these so some her would make like him into time has look two more write go see number no way could
  people my than first water been call who oil its now find long down day did get come made may part over`.split(
    /\s+/u,
  );

const vocabularySize = 60_000;

/** How steeply words get rarer; natural languages are near 1. */
const zipfExponent = 1.07;

const consonants = "bcdfghjklmnprstvz";
const vowels = "aeiou";

/**
 * A language for generated texts. Words are as frequent as Zipf's law wants; the most frequent are English ones, so
 * that every engine can treat them as it would in real texts, the others are made of syllables.
 */
export class MadeUpLanguage {
  readonly #words = [...commonest, ...Array.from({ length: vocabularySize - commonest.length }, (_, i) => spell(i))];
  readonly #telling = this.#words.slice(2 * commonest.length);
  readonly #cumulative: Float64Array;

  constructor() {
    let sum = 0;
    this.#cumulative = Float64Array.from(this.#words, (_, i) => (sum += 1 / (i + 1) ** zipfExponent));
  }

  /** A word as often as it is used. */
  word(random: () => number): string {
    const wanted = random() * (this.#cumulative.at(-1) ?? 0);
    let low = 0;
    let high = this.#cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cumulative[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#words[low] ?? "";
  }

  /** The words of a topic: none of them common. */
  topic(number: number, size: number): readonly string[] {
    const random = seededChance(number + 1_000_003);
    return Array.from({ length: size }, () => pickFrom(this.#telling, random));
  }
}

/** Another word for each number: its digits as syllables. */
function spell(number: number): string {
  let word = "";
  let rest = number + consonants.length * vowels.length;
  while (rest > 0) {
    const syllable = rest % (consonants.length * vowels.length);
    word += (consonants[Math.floor(syllable / vowels.length)] ?? "") + (vowels[syllable % vowels.length] ?? "");
    rest = Math.floor(rest / (consonants.length * vowels.length));
  }
  return `${word}k`;
}
