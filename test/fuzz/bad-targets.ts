import fc from "fast-check";
import { plainTarget, type FuzzTarget } from "./target.ts";

/** Readers that are wrong, to see that the fuzzer finds it. */
export const targets: readonly FuzzTarget[] = [
  plainTarget({
    name: "throws",
    oracle: "nothing throws",
    inputs: fc.string({ maxLength: 30 }),
    words: ["{{", "}}", "x"],
    maxLength: 200,
    boundMs: 1_000,
    check(input) {
      if (/\{\{.*x.*\}\}/su.test(input)) throw new TypeError("an x in braces");
    },
  }),
  plainTarget({
    name: "hangs",
    oracle: "everything ends",
    inputs: fc.string({ maxLength: 30 }),
    words: ["loop"],
    maxLength: 200,
    boundMs: 1_000,
    check(input) {
      while (input.includes("loop"));
    },
  }),
  plainTarget({
    name: "dawdles",
    oracle: "nothing throws",
    inputs: fc.string({ maxLength: 30 }),
    words: ["slow"],
    maxLength: 200,
    boundMs: 5,
    check(input) {
      const end = performance.now() + (input.includes("slow") ? 60 : 0);
      while (performance.now() < end);
    },
  }),
];
