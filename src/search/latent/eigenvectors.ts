import { type Dense, zeros } from "./dense.ts";

const maxSweeps = 12;
const negligible = 1e-9;

/**
 * Eigenvectors of a symmetric matrix of which the lower triangle is given, as columns, largest eigenvalue first:
 * Jacobi's method, row by row, one sweep a step of the generator.
 *
 * @see Golub, Van Loan: Matrix Computations (2013), section 8.5
 */
export function* eigenvectors(lower: Dense): Generator<void, Dense> {
  const { width } = lower;
  const matrix = symmetric(lower);
  const vectors = zeros(width, width);
  for (let i = 0; i < width; i++) vectors.values[i * width + i] = 1;
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    let left = 0;
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) left = Math.max(left, rotate(matrix, vectors, p, q));
      if (p % rowsPerStep === 0) yield;
    }
    if (left < negligible) break;
  }
  return sorted(matrix, vectors);
}

const rowsPerStep = 16;

function symmetric({ values, width }: Dense): Dense {
  const matrix = zeros(width, width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++)
      matrix.values[i * width + j] = matrix.values[j * width + i] = values[i * width + j] ?? 0;
  }
  return matrix;
}

/** Turns two axes so that their common entry vanishes; returns how large it was beside the diagonal. */
function rotate(matrix: Dense, vectors: Dense, p: number, q: number): number {
  const { values: m, width } = matrix;
  const off = m[p * width + q] ?? 0;
  const [a, b] = [m[p * width + p] ?? 0, m[q * width + q] ?? 0];
  const size = Math.abs(off) / Math.max(Math.sqrt(Math.abs(a * b)), Number.MIN_VALUE);
  if (off === 0 || size < negligible) return 0;
  const theta = (b - a) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  turn(m, { first: p, second: q, stride: width, cosine, sine });
  turn(m, { first: p * width, second: q * width, stride: 1, cosine, sine });
  turn(vectors.values, { first: p, second: q, stride: width, cosine, sine });
  return size;
}

interface Turn {
  /** Where the two columns (or rows) start, and how far apart their entries are. */
  readonly first: number;
  readonly second: number;
  readonly stride: number;
  readonly cosine: number;
  readonly sine: number;
}

function turn(values: Float64Array, { first, second, stride, cosine, sine }: Turn): void {
  const count = Math.round(Math.sqrt(values.length));
  for (let i = 0, a = first, b = second; i < count; i++, a += stride, b += stride) {
    const [x, y] = [values[a] ?? 0, values[b] ?? 0];
    values[a] = cosine * x - sine * y;
    values[b] = sine * x + cosine * y;
  }
}

function sorted({ values, width }: Dense, vectors: Dense): Dense {
  const order = Array.from({ length: width }, (_, i) => i);
  order.sort((a, b) => (values[b * width + b] ?? 0) - (values[a * width + a] ?? 0) || a - b);
  const result = zeros(width, width);
  for (const [to, from] of order.entries()) {
    for (let row = 0; row < width; row++) result.values[row * width + to] = vectors.values[row * width + from] ?? 0;
  }
  return result;
}
