/** What a logistic model learns from: features (the first is 1, for the intercept), the outcome, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

/** Pulls weights towards 0, so that features which say the same do not get large opposite ones. */
const ridge = 2;

/** Logistic regression by Newton's method; returns one weight a feature. */
export function fitLogistic(examples: readonly Example[]): number[] {
  const size = examples[0]?.features.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : -ridge * weight));
    const curvature = weights.map((_, i) => weights.map((_, j): number => (i === j && i > 0 ? ridge : 0)));
    for (const { features, isPositive, weight } of examples) {
      const chance = predict(weights, features);
      for (const [i, x] of features.entries()) {
        gradient[i] = (gradient[i] ?? 0) + weight * (Number(isPositive) - chance) * x;
        const row = curvature[i] ?? [];
        for (const [j, y] of features.entries()) row[j] = (row[j] ?? 0) + weight * chance * (1 - chance) * x * y;
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

/** The chance of a positive outcome. */
export function predict(weights: readonly number[], features: readonly number[]): number {
  const sum = features.reduce((total, x, i) => total + x * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Gaussian elimination with pivoting: x of `matrix · x = values`. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, values[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivots = rows.slice(column).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, size - column, ...pivots);
    const pivot = rows[column] ?? [];
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let i = column; i <= size; i++) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    const known = solution.reduce((sum, x, j) => sum + (j > i ? x * (row[j] ?? 0) : 0), 0);
    solution[i] = ((row[size] ?? 0) - known) / (row[i] ?? 1);
  }
  return solution;
}
