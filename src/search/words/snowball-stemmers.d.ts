/** The part of `snowball-stemmers` we use; the package brings no types. */
declare module "snowball-stemmers" {
  interface Stemmer {
    stem(word: string): string;
  }
  export function newStemmer(algorithm: "english" | "russian"): Stemmer;
}
