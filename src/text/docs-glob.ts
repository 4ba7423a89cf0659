import { pathGlob } from "./path-glob.ts";

/** Which paths of a repository are docs, as globs over paths from its root. */
export interface DocsGlobs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The Markdown of a `docs` folder and what lies at the root. */
export const defaultDocs: DocsGlobs = {
  include: ["docs/**/*.{md,mdx,markdown}", "README.md", "*.md"],
  exclude: [],
};

/** Other people's docs that come along with a checkout. */
const alwaysExcluded = ["**/node_modules/**"];

/** A config may come from anyone, so the time of a test has to have a bound. Globs and paths beyond these match nothing. */
const maxGlob = 200;
const maxStarsInSegment = 2;
const maxGlobstars = 3;
const maxAlternatives = 50;
const maxPath = 400;

/** A test for paths. Case counts, as it does in paths on GitHub. A leading `/` or `./` means the root, as without. */
export function docsGlob({ include, exclude }: DocsGlobs): (path: string) => boolean {
  const isIncluded = anyOf(include);
  const isExcluded = anyOf([...exclude, ...alwaysExcluded]);
  return (path) => path.length <= maxPath && isIncluded(path) && !isExcluded(path);
}

/** Whether a glob stays within the limits, so that a config check can say so. */
export function isUsableGlob(glob: string): boolean {
  if (glob.length === 0 || glob.length > maxGlob || glob.includes("\0")) return false;
  const segments = glob.split("/");
  const globstars = segments.filter((it) => it === "**").length;
  const stars = segments.filter((it) => it !== "**").map((it) => it.split("*").length - 1);
  const alternatives = glob.split(/[,|]|\.\./).length;
  return globstars <= maxGlobstars && alternatives <= maxAlternatives && stars.every((it) => it <= maxStarsInSegment);
}

function anyOf(globs: readonly string[]): (path: string) => boolean {
  const usable = globs.map((glob) => glob.replace(/^\.?\//, "")).filter(isUsableGlob);
  const tests = usable.map((glob) => pathGlob(glob, maxAlternatives));
  return (path) => tests.some((test) => test(path));
}
