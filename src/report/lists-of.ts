import type { Period } from "../business-time/periods.ts";
import type { MeasuredHead, MeasuredRepository } from "../measures/measured-repository.ts";
import type { Report } from "./report.ts";

type Lists = Pick<Report, "unanswered" | "helpers" | "thorny" | "gaps" | "faq">;

/** What is no number, as of a period; the discussions that wait for an answer, as of now. */
export function listsOf({ at, threads, observations, lists }: MeasuredRepository, { from, to }: Period): Lists {
  const isWithin = (it: { readonly at: Date }) => it.at >= from && it.at < to;
  const headOf = (number: number) => threads.get(number);
  const waiting = new Set(observations.get("unanswered")?.map(({ thread }) => thread));
  return {
    unanswered: [...waiting]
      .flatMap((it) => headOf(it) ?? [])
      .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || a.number - b.number)
      .map((it) => ({
        ...toThread(it),
        openedAt: it.openedAt.toISOString(),
        age: Math.max(0, (at.getTime() - it.openedAt.getTime()) / 1000),
      })),
    helpers: lists.helpers
      .map(({ login, answers }) => ({ login, answers: answers.filter(isWithin).length }))
      .filter(({ answers }) => answers > 0)
      .sort((a, b) => (a.login.toLowerCase() < b.login.toLowerCase() ? -1 : 1)),
    thorny: lists.thorny.filter(isWithin).flatMap(({ thread, reasons }) => {
      const head = headOf(thread);
      return head ? [{ ...toThread(head), reasons: [...reasons] }] : [];
    }),
    gaps: lists.gaps.flatMap(({ words, threads: numbers, nearest }) => {
      const within = numbers.flatMap((it) => headOf(it) ?? []).filter((it) => isWithin({ at: it.openedAt }));
      return within.length === 0
        ? []
        : [{ words: [...words], threads: within.map(toThread), nearest: nearest ?? null }];
    }),
    faq: lists.faq
      .map(({ title, url, hits }) => ({ title, url, hits: hits.filter(isWithin).length }))
      .sort((a, b) => b.hits - a.hits || (a.title < b.title ? -1 : 1)),
  };
}

function toThread({ number, title, url }: MeasuredHead) {
  return { number, title, url };
}
