/**
 * What takes long, and runs in the project `long` instead of with `npm test`, which two cores must have done in five
 * minutes. A story of each larger feature stays there.
 */
export const long: readonly string[] = [
  // A process that is killed again and again.
  "test/chaos/{bad-input,killed,reported,seeds}.test.ts",
  "test/actions/{again-without-data,bad-input}.test.ts",
  // What a feature does besides: with what comes after, in other forms, or never.
  "test/scenarios/faq/{after,follow-edits,made-anew,mdx,one-or-many,promote-faq-refusals,review-verify-retire}.test.ts",
  "test/scenarios/feature-requests/{meeting,planning,private-words,reporting}.test.ts",
  "test/scenarios/living-issue/{faq-in-living-issue,shared-living-issue}.test.ts",
  "test/scenarios/office-hours/{following,gate,outcome}.test.ts",
  "test/scenarios/{calendar-feed,config-check,explain,known-issues,moved-database,reports}.test.ts",
  "test/scenarios/on-call/escalation.test.ts",
  "test/scenarios/privacy/*.test.ts",
  "test/scenarios/resolution/silence.test.ts",
  "test/scenarios/survey/survey.test.ts",
  "test/scenarios/timeline/{backfill,reconcile}.test.ts",
  // Races, crowds, what GitHub refuses, and what it costs in its points.
  "test/**/{races,trouble,given-up,fairness,fell-short,too-many-commands,crowd,crowd-of-bookings,github-trouble,github-storm}.test.ts",
  "test/cost/*.test.ts",
  // Commands as processes of their own.
  "test/cli/{backfill,backtest,calendar,commands,completion,each-command,ended-early,faq,faq-stats,forget,hostile-names,index-docs,interviews,rank,requests,shadow}.test.ts",
  "test/cli/start/{end,model}.test.ts",
  "test/guards/docs/run-commands.test.ts",
  // Texts of every shape put into files of every kind, and hostile ones.
  "test/faq-file/**/any-*.test.ts",
  "test/faq-file/{every-shape,forged,hostile-answers,spec-examples}.test.ts",
  "test/faq-file/relocate/link-images.test.ts",
  "test/features/people-words.test.ts",
  "test/features/feature-requests/reconcile/any-order.test.ts",
  "test/features/feature-requests/messages/request-section.test.ts",
  "test/dashboard/hostile-queries.test.ts",
  "test/fuzz/fuzz.test.ts",
  "test/security/full-run.test.ts",
  "test/search/hostile-text.test.ts",
  "test/text/parse-markdown.test.ts",
  // Calendars compared with slow reckonings and with other libraries in every zone that there is.
  "test/business-time/any-calendar.test.ts",
  "test/business-time/ics/read-holidays.test.ts",
  "test/session-calendar/local-times.test.ts",
  "test/rota/any-rota.test.ts",
  // Threads, sets and models; a database of each state that was released.
  "test/bench/search-compare.test.ts",
  "test/evaluation/sets/{model-similarity,rank-evaluation-set}.test.ts",
  "test/search-thread/{sentence-model,worker-finder}.test.ts",
  "test/{faq,measure,section}-thread/{measurer,worker-editor,worker-splitter}.test.ts",
  "test/storage/migrations/each-state.test.ts",
];
