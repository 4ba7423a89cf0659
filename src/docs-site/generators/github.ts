import type { Generator } from "../generator.ts";
import { pageWithIndex } from "../paths.ts";

/** A site whose anchors are those that GitHub itself makes, or of which we know nothing better. */
export const github: Generator = {
  name: "github",
  configFile: /(?!)/u,
  layout: () => undefined,
  pagePath: ({ path }) => pageWithIndex(path, /^(?:index|readme)$/iu) ?? path,
  anchors: (headings) => headings.map(({ id, anchor }) => id ?? anchor),
};
