/** Until then, new items are placed in the space as it was fitted. */
const refitShare = 1 / 5;

/**
 * Whether a latent space should be fitted (again): when more than a fifth of the items was put or dropped since. For
 * one that was never fitted, all items are changed.
 */
export function shouldRefit(size: number, changedSinceFit: number): boolean {
  return changedSinceFit > size * refitShare;
}
