import type { Measure } from "../src/measures/measure.ts";
import { measures } from "../src/measures/index.ts";

/** What is measured, as a page: made of what each measure says of itself. */
export function metricsPage(generated: string): string {
  return [
    `# Metrics\n\n${generated}`,
    introduction,
    ["| Measure | Unit | Better |", "| --- | --- | --- |", ...measures.map(row)].join("\n"),
    ...measures.map(section),
    lists,
  ].join("\n\n");
}

const introduction = `What Frontdesk measures, in reports, on the dashboard and by the API: the same numbers by the same code, each of which opens down to the threads behind it. How to add one: [measures](../explanation/measures.md).

**Durations** are told as median, 90th percentile and n, in calendar time and in business hours of [the calendar](../explanation/business-time.md) that the watch goes by where a priority has none of its own. Percentiles are interpolated between the two nearest values (definition 7 of [Hyndman and Fan](https://numpy.org/doc/1.23/reference/generated/numpy.percentile.html), which spreadsheets, PostgreSQL and github/issue-metrics use). The mean stands in the JSON alone: a few long ones lead it astray. Times that run backwards, as in threads that were transferred or were issues before, count as none at all: 0.

**Shares** are told with their denominator.

**Who is who.** The _team_ is everybody with triage rights or more at the time of what they did; where that is not known any more, at the time when Frontdesk first heard of it. The _asker_ opened the discussion, also when they get rights later. A _person_ is whoever is no bot. Accounts that are gone are persons; one that replies to an asker who is gone as well cannot be told from the asker, and counts as such. What is deleted, or hidden as spam, abuse or off-topic, was never written. An edit changes no time.

**Clocks are another thing.** [The watch's clocks](../explanation/watch.md#clocks) pause and freeze, and are held against targets; SLA attainment is made of them. All other durations run from their start to their end.

**An export** holds less than the records of a server: no suggestions, no surveys, no sessions, no feature requests, clocks only with a config that has targets, and no history of marks and reopenings but their last state. What is not known is not counted: of an export, there is no reopen rate, and nothing of where questions ended.`;

const lists = `## Lists

What is no number:

- **Helpers**: people whose answers are marked by now, by their names, with how many. For recognition: nobody is ranked, by speed or otherwise. Askers who answered themselves helped nobody else, and bots are not thanked.
- **Thorny threads**, each with its reasons: 20 comments or more by people, five people or more, reopened, a target missed, somebody called for it, talked about in a session. Those with most reasons come first, then the longest.
- **Coverage gaps**: clusters of questions that nothing answered, with the words they share and the docs page nearest to them. Nothing answered a question for which nothing was good enough to be suggested, also where people answered it then, or whose asker refused what was; where nobody looked, as in an export, one to which the team has not replied for a week. The newest 500 of them are compared by the words of their titles, split as [the finder](../explanation/search.md) splits them, where a word counts the more the fewer have it ([IDF](https://doi.org/10.1108/eb026526)); two clusters are joined while their questions are alike on average. The page is the one that was the best that was found for most of them.
- **Hits of FAQ entries**: the eligible questions for which each was posted. Entries without any are listed as well.`;

function row({ name, title, unit, better }: Measure): string {
  return `| [${title}](#${name}) | ${unit} | ${better === "neither" ? "–" : better} |`;
}

function section({ name, title, definition, source, dated, parts, hiddenBelow }: Measure): string {
  const facts = [
    `- **Counts in a period** ${dated}.`,
    ...(parts === undefined ? [] : [`- **Told apart** by ${parts}.`]),
    ...(hiddenBelow === undefined ? [] : [`- **Hidden** with fewer than ${hiddenBelow}.`]),
    `- **Source:** ${source}`,
  ];
  return `<a id="${name}"></a>\n\n## ${title}\n\n\`${name}\`. ${definition}\n\n${facts.join("\n")}`;
}
