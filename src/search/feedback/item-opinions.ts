import type { Opinions } from "../../core/suggestion.ts";

/** What people's opinions change about an item. All of it is a number of equal steps, so that it can be told in words. */
export interface OpinionWeight {
  /** −10 to 10; 0 without opinions. */
  readonly steps: number;
  /** To be added to the item's score, as a share of it: −0.1 to 0.1. */
  readonly scoreShare: number;
  /** To be added to the log-odds of its confidence: −0.5 to 0.5. */
  readonly logOdds: number;
}

/**
 * The weight of the prior, in opinions, half of them good. With ten of them
 * one more opinion never moves an item by more than one step, whatever has been said before.
 */
const priorOpinions = 10;

const maxSteps = 10;
/** A step is 1 % of the score and 0.05 in log-odds: feedback orders what is nearly equal, and overrules nothing. */
const scoreSharePerStep = 0.01;
const logOddsPerStep = 0.05;

/**
 * How much people's opinions move an item. The share of good opinions is estimated by the mean of its posterior under
 * a symmetric Beta prior (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4), so that few opinions move
 * little and many move at most ten steps.
 */
export function weighOpinions({ helpful, unhelpful }: Opinions): OpinionWeight {
  /** Twice the posterior mean minus one: −1 for all bad, 1 for all good. */
  const lean = (helpful - unhelpful) / (helpful + unhelpful + priorOpinions);
  // Adding zero turns minus zero into zero.
  const steps = Math.sign(lean) * Math.round(maxSteps * Math.abs(lean)) + 0;
  return { steps, scoreShare: steps * scoreSharePerStep, logOdds: steps * logOddsPerStep };
}
