import type { MeasuredLists } from "../measured-repository.ts";
import type { MeasuredItem } from "../measured-thread.ts";
import { clusterByTerms } from "./cluster-by-terms.ts";
import { isUncovered } from "./is-uncovered.ts";
import type { ListMaker } from "./list-maker.ts";
import { titleTerms } from "./title-terms.ts";

/** The newest so many questions are looked at: gaps are to be filled, and older ones may be filled by now. */
const maxQuestions = 500;
const maxGaps = 20;

interface UncoveredQuestion {
  readonly thread: number;
  readonly terms: ReadonlyMap<string, string>;
  readonly best?: MeasuredItem;
}

/** Clusters of questions that nothing answered. */
export function listGaps(): ListMaker<MeasuredLists["gaps"]> {
  let questions: UncoveredQuestion[] = [];
  return {
    see(thread, context) {
      if (!isUncovered(thread, context)) return;
      const { timeline, suggestion } = thread;
      const best = suggestion?.best ?? suggestion?.items[0];
      questions.push({
        thread: timeline.number,
        terms: titleTerms(timeline.observed.title),
        ...(best && { best }),
      });
      // Threads come by their numbers; those of an export may come otherwise.
      if (questions.length >= 2 * maxQuestions) questions = newest(questions);
    },
    list: () =>
      clusterByTerms(newest(questions))
        .slice(0, maxGaps)
        .map(({ items, terms }) => {
          const nearest = nearestPage(items);
          return {
            words: terms,
            threads: items.map(({ thread }) => thread).sort((a, b) => b - a),
            ...(nearest && { nearest }),
          };
        }),
  };
}

function newest(questions: readonly UncoveredQuestion[]): UncoveredQuestion[] {
  return questions.toSorted((a, b) => b.thread - a.thread).slice(0, maxQuestions);
}

/** The docs page, or FAQ entry, that was the best that was found for most of these questions. */
function nearestPage(
  questions: readonly UncoveredQuestion[],
): { readonly title: string; readonly url: string } | undefined {
  const pages = questions.flatMap(({ best }) => (best?.id.startsWith("docs:") ? [best] : []));
  const [most] = [...Map.groupBy(pages, ({ id }) => id).values()].sort((a, b) => b.length - a.length);
  const page = most?.[0];
  return page && { title: page.title, url: page.url };
}
