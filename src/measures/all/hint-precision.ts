import { measure } from "../measure.ts";

/** How often suggestions help, by those who said so. */
export const hintPrecision = measure({
  name: "hint-precision",
  title: "Precision of suggestions",
  unit: "share",
  definition:
    "Of what people said about suggestions in discussions, the share that is 👍: 👍 / (👍 + 👎), where `/not-helpful` is a 👎. One opinion for each person and discussion, the latest. Who clicked both has none.",
  source:
    "A weak match is worse than none (microsoft/vscode#93360, microsoft/microsoft-ui-xaml#9769); this is how often it was one.",
  better: "more",
  dated: "when the opinion was given",
  observe({ timeline, feedback }) {
    return feedback.map(({ at, helpful }) => ({ thread: timeline.number, at, value: helpful ? 1 : 0 }));
  },
});
