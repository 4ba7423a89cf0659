import type { Category } from "../core/discussion.ts";

/** What people call categories for questions and for ideas, in the languages we have met. */
const questionWords =
  /(?:^|[^a-z])(?:q-?(?:and-|&)?a|questions?|help|support|troubleshooting|how-?to|fragen|hilfe|ayuda|preguntas|aide|perguntas|ajuda)(?:[^a-z]|$)|问答|提问|求助|帮助|質問|질문|вопрос/iu;
const ideaWords =
  /(?:^|[^a-z])(?:ideas?|feature|features|feature-?requests?|suggestions?|proposals?|wish-?list|wishes|rfcs?|enhancements?|ideen|sugerencias|propuestas|suggestion)(?:[^a-z]|$)|想法|建议|功能|要望|提案|제안|идеи/iu;

/** So many categories a setting names: `related-answers.categories` takes no more. */
const maxCategories = 25;

/**
 * Slugs of the categories for questions and for ideas. Ideas go by name. Questions are all that are left in which an answer can
 * be marked; where there are none, those that are called so. The one to be taken first is the first.
 */
export function pickCategories(categories: readonly Category[]): {
  readonly questions: readonly string[];
  readonly ideas: readonly string[];
} {
  const usable = categories.filter(({ slug }) => slug.length > 0 && slug.length <= 100);
  const isCalled = (words: RegExp) => (it: Category) => words.test(it.slug) || words.test(it.name);
  const ideas = usable.filter((it) => isCalled(ideaWords)(it) && !isCalled(questionWords)(it));
  const others = usable.filter((it) => !ideas.includes(it));
  const answerable = others.filter(({ isAnswerable }) => isAnswerable);
  const questions = answerable.length > 0 ? answerable : others.filter(isCalled(questionWords));
  const called = questions.filter(isCalled(questionWords));
  const rest = questions.filter((it) => !called.includes(it));
  const slugs = (them: readonly Category[]) => them.map(({ slug }) => slug).slice(0, maxCategories);
  return { questions: slugs([...called, ...rest]), ideas: slugs(ideas) };
}
