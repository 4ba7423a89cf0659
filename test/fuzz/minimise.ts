/** How often a candidate may be tried. */
const maxTries = 2_000;

/**
 * A shorter text that fails as well: pieces are left out, large ones first, as long as `fails` says so (Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 */
export async function minimise(input: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let text = input;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < text.length && tries < maxTries;) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      tries += 1;
      if (await fails(shorter)) text = shorter;
      else at += size;
    }
  }
  return text;
}
