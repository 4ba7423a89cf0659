/** What was claimed of a post and what became of it. */
export interface Prediction {
  /** Confidence: the chance that one of the first three helps, 0 to 1. */
  readonly confidence: number;
  /** One of the first three is known to help. */
  readonly isHelped: boolean;
}

/** How far claims of about the same confidence came true. */
export interface ReliabilityBin {
  /** From this confidence up to, without, that a tenth higher; 1 belongs to the last. */
  readonly from: number;
  readonly questions: number;
  /** Means over the questions of the bin. */
  readonly confidence: number;
  readonly helped: number;
}

export interface Reliability {
  /** Those that hold any question, ascending. */
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error: mean distance between claim and outcome over the bins, by their questions. */
  readonly calibrationError: number;
  /** Mean squared distance between claim and outcome of each question. */
  readonly brier: number;
}

const binCount = 10;

/**
 * The reliability of some predictions, in ten bins. Labels are sparse, so what truly helped is more than what is known.
 *
 * @see Brier: Verification of Forecasts Expressed in Terms of Probability (1950)
 * @see Naeini, Cooper, Hauskrecht: Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015)
 */
export function reliabilityOf(predictions: readonly Prediction[]): Reliability {
  const byBin = Map.groupBy(predictions, ({ confidence }) =>
    Math.min(binCount - 1, Math.floor(confidence * binCount + 1e-9)),
  );
  const bins = [...byBin]
    .sort(([a], [b]) => a - b)
    .map(([bin, found]) => ({
      from: bin / binCount,
      questions: found.length,
      confidence: mean(found.map(({ confidence }) => confidence)),
      helped: mean(found.map(({ isHelped }) => Number(isHelped))),
    }));
  const errors = bins.map(({ questions, confidence, helped }) => questions * Math.abs(confidence - helped));
  return {
    bins,
    calibrationError: errors.reduce((sum, error) => sum + error, 0) / Math.max(1, predictions.length),
    brier: mean(predictions.map(({ confidence, isHelped }) => (confidence - Number(isHelped)) ** 2)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** A table of the bins, and the two figures below it. */
export function reliabilityTable({ bins, calibrationError, brier }: Reliability): string {
  const rows = bins.map(
    ({ from, questions, confidence, helped }) =>
      `| ${from.toFixed(1)}–${(from + 1 / binCount).toFixed(1)} | ${questions} | ${confidence.toFixed(2)} | ${helped.toFixed(2)} |`,
  );
  return [
    "| confidence | questions | claimed | helped |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    `calibration error ${calibrationError.toFixed(3)}, Brier score ${brier.toFixed(3)}`,
  ].join("\n");
}
