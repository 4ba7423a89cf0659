/** The one pull request that a repository begins with: what it brings, what merging does, what would have been said. */
export const en = {
  title: "Set up Frontdesk",
  intro:
    "Frontdesk was installed in this repository. It answers new questions in discussions by links to what the docs and answered discussions say already, or stays silent, and helps those who answer: `/promote-faq` brings an answer into the FAQ, `/accept` makes an issue of an idea. This pull request adds its config, made from what was found here.",
  merge: "**Merge** it, and the config is in force. Change what you like first: it is your file.",
  "until-then":
    "**Until then**, and if you **close** it, Frontdesk writes nothing in discussions and issues by itself. It obeys commands of people with triage rights; `/help` lists them. There will be no second pull request.",
  files: "What is in it",
  "file.config": "{file}: the config. Its comments say what was found.",
  "file.form": "{file}: a form, so that whoever opens a discussion of that category is asked what has to be known.",
  missing: "What was not found",
  "missing.questions":
    "**No category for questions.** Frontdesk answers in categories whose format is “Question / Answer”. [Make one]({url}), or name another in `related-answers.categories`.",
  "missing.ideas": "**No category for ideas.** Name one in `feature-requests.categories`, and say `mode: on` there.",
  "missing.docs":
    "**No folder of docs.** Name the files in `docs.include`; until then there is the Markdown at the root, and answered discussions.",
  replay: "What it would have said",
  "replay.too-long":
    "The replay of past discussions took too long, so there is nothing to tell. `frontdesk backtest` runs it without haste.",
  "replay.no-discussions": "There is no past question to try it on: nobody has opened a discussion yet.",
  "replay.no-questions":
    "There is no past question to try it on: none of the {threads} newest discussions is a question in a category that is watched.",
  "replay.how":
    "{questions} among {discussions} {count, plural, one {was asked} other {were asked}} again, with {docs} and the answers that were there when each was asked, at a threshold of {threshold}.",
  "replay.questions": "{count, plural, one {One question} other {# questions}}",
  "replay.questions-in": "{questions} in {categories}",
  "replay.newest-discussions": "the {threads} newest of {total} discussions",
  "replay.all-discussions": "all {total} discussions",
  "replay.some-docs": "{read} of {total} pages of docs",
  "replay.all-docs": "{read} pages of docs",
  "replay.newest": "{count, plural, one {The newest one:} other {The newest #:}}",
  "replay.discussion": "Discussion",
  "replay.no-title": "(no title)",
  "replay.nothing": "nothing",
  "figures.few":
    "Only {count, plural, one {one question was} other {# questions were}} replayed: too few to tell how good it is.",
  "figures.summary": "Figures, and what to know before believing them",
  "figures.figure": "Figure",
  "figures.value": "Value",
  "figures.basis": "Measured on",
  "figures.more":
    "`frontdesk backtest` tells more: what each figure means, and each question beside what truly answered it.",
  footer:
    "<sub>I am a bot. I opened this because the app was installed here and there is no `.github/frontdesk.yml`.</sub>",
} as const;
