import { InvalidArgumentError } from "commander";

/** An option's whole number from 1. Throws what commander shows to the person. */
export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}
