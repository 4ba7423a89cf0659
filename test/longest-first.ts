import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Where the tests are that take longest, longest first: they start processes, or an app and a GitHub each. */
const folders = ["/test/chaos/", "/test/scenarios/", "/test/browser/", "/test/demo/", "/test/cli/"];

/**
 * Starts those first that take longest, so that none of them runs alone at the end while the other workers have nothing
 * to do. In a fresh clone, where no earlier run is known, Vitest would go by the size of files, which tells little.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = folders.findIndex((it) => moduleId.includes(it));
      return rank < 0 ? folders.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
