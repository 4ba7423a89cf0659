import { addToGram, cholesky, type Dense, orthonormalizeRows, zeros } from "./dense.ts";
import { eigenvectors } from "./eigenvectors.ts";

/** Documents as sparse rows: entries `starts[row]` to `starts[row + 1]` name the columns and their values. */
export interface Sparse {
  readonly columns: number;
  readonly starts: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float64Array;
}

/** Directions more than wanted, which make the wanted ones exact; and rounds that sharpen them. */
const spare = 10;
const rounds = 2;

/** Rows worked on between two steps of the generator: about two milliseconds. */
const rowsPerStep = 200;

/**
 * The first right singular vectors of a sparse matrix, as the columns of a dense one, strongest first: the directions
 * along which documents differ most. Randomized subspace iteration with a fixed start, so that the same documents give the same.
 *
 * @see Halko, Martinsson, Tropp: Finding Structure with Randomness (SIAM Review 53, 2011), algorithms 4.4 and 5.1
 */
export function* mainDirections(matrix: Sparse, wanted: number): Generator<void, Dense> {
  const rows = matrix.starts.length - 1;
  const width = Math.min(wanted + spare, rows, matrix.columns);
  let basis = yield* timesTransposed(matrix, randomDense(rows, width));
  yield* orthonormalize(basis);
  for (let round = 0; round < rounds; round++) {
    basis = yield* timesTransposed(matrix, yield* times(matrix, basis));
    yield* orthonormalize(basis);
  }
  const turned = yield* eigenvectors(yield* gramOf(yield* times(matrix, basis)));
  return yield* product(basis, turned, Math.min(wanted, width));
}

function* times(matrix: Sparse, dense: Dense): Generator<void, Dense> {
  const { starts, column, value } = matrix;
  const { width, values } = dense;
  const result = zeros(starts.length - 1, width);
  for (let row = 0; row + 1 < starts.length; row++) {
    if (row % rowsPerStep === 0) yield;
    const to = row * width;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const from = (column[at] ?? 0) * width;
      const x = value[at] ?? 0;
      for (let i = 0; i < width; i++)
        result.values[to + i] = (result.values[to + i] ?? 0) + x * (values[from + i] ?? 0);
    }
  }
  return result;
}

function* timesTransposed(matrix: Sparse, dense: Dense): Generator<void, Dense> {
  const { starts, column, value, columns } = matrix;
  const { width, values } = dense;
  const result = zeros(columns, width);
  for (let row = 0; row + 1 < starts.length; row++) {
    if (row % rowsPerStep === 0) yield;
    const from = row * width;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const to = (column[at] ?? 0) * width;
      const x = value[at] ?? 0;
      for (let i = 0; i < width; i++)
        result.values[to + i] = (result.values[to + i] ?? 0) + x * (values[from + i] ?? 0);
    }
  }
  return result;
}

/** Cholesky QR: it reads the rows of a tall matrix only twice. */
function* orthonormalize(dense: Dense): Generator<void, void> {
  const gram = yield* gramOf(dense);
  cholesky(gram);
  const rows = dense.values.length / dense.width;
  for (let from = 0; from < rows; from += rowsPerStep) {
    yield;
    orthonormalizeRows(dense, gram, from, Math.min(rows, from + rowsPerStep));
  }
}

function* gramOf(dense: Dense): Generator<void, Dense> {
  const gram = zeros(dense.width, dense.width);
  const rows = dense.values.length / dense.width;
  for (let from = 0; from < rows; from += rowsPerStep) {
    yield;
    addToGram(gram, dense, from, Math.min(rows, from + rowsPerStep));
  }
  return gram;
}

/** The first `width` columns of `left · right`. */
function* product(left: Dense, right: Dense, width: number): Generator<void, Dense> {
  const rows = left.values.length / left.width;
  const result = zeros(rows, width);
  for (let row = 0; row < rows; row++) {
    if (row % rowsPerStep === 0) yield;
    for (let k = 0; k < left.width; k++) {
      const x = left.values[row * left.width + k] ?? 0;
      for (let j = 0; j < width; j++) {
        result.values[row * width + j] =
          (result.values[row * width + j] ?? 0) + x * (right.values[k * right.width + j] ?? 0);
      }
    }
  }
  return result;
}

/** Random signs do as well as normal numbers, and need no functions that differ between machines. Mulberry32. */
function randomDense(rows: number, width: number): Dense {
  const result = zeros(rows, width);
  let state = 1;
  for (let i = 0; i < result.values.length; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    result.values[i] = (mixed ^ (mixed >>> 14)) & 1 ? 1 : -1;
  }
  return result;
}
