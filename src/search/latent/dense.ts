/** A matrix of `width` columns, row after row. */
export interface Dense {
  readonly width: number;
  readonly values: Float64Array;
}

export function zeros(rows: number, width: number): Dense {
  return { width, values: new Float64Array(rows * width) };
}

/** Adds rows `from` (inclusive) to `to` of a matrix to its Gram matrix `mᵀm`, of which only the lower triangle is kept. */
export function addToGram(gram: Dense, { values, width }: Dense, from: number, to: number): void {
  for (let start = from * width; start < to * width; start += width) {
    for (let i = 0; i < width; i++) {
      const x = values[start + i] ?? 0;
      if (x === 0) continue;
      for (let j = 0; j <= i; j++)
        gram.values[i * width + j] = (gram.values[i * width + j] ?? 0) + x * (values[start + j] ?? 0);
    }
  }
}

/** What of a column is left, as a share of it, when it counts as a sum of the columns before it. */
const minRest = 1e-10;

/**
 * The lower triangle L with `gram = L · Lᵀ`, in place. A column that others make up gets a 0 on the diagonal.
 * @see Golub, Van Loan: Matrix Computations (2013), section 4.2
 */
export function cholesky({ values, width }: Dense): void {
  for (let j = 0; j < width; j++) {
    const whole = values[j * width + j] ?? 0;
    let rest = whole;
    for (let k = 0; k < j; k++) rest -= (values[j * width + k] ?? 0) ** 2;
    const pivot = rest > minRest * whole ? Math.sqrt(rest) : 0;
    values[j * width + j] = pivot;
    for (let i = j + 1; i < width; i++) {
      let sum = values[i * width + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (values[i * width + k] ?? 0) * (values[j * width + k] ?? 0);
      values[i * width + j] = pivot === 0 ? 0 : sum / pivot;
    }
  }
}

/** Makes the columns orthonormal, given L of their Gram matrix, for some rows: each row r becomes r · L⁻ᵀ. */
export function orthonormalizeRows({ values, width }: Dense, lower: Dense, from: number, to: number): void {
  for (let start = from * width; start < to * width; start += width) {
    for (let i = 0; i < width; i++) {
      const pivot = lower.values[i * width + i] ?? 0;
      let sum = values[start + i] ?? 0;
      for (let j = 0; j < i; j++) sum -= (lower.values[i * width + j] ?? 0) * (values[start + j] ?? 0);
      values[start + i] = pivot === 0 ? 0 : sum / pivot;
    }
  }
}
