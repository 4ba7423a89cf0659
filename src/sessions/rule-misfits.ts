import type { Rule } from "./rule.ts";

/** More often than that, a rule is a mistake; it bounds the time that a rule takes. */
const maxTimesADay = 8;

/**
 * Parts that cannot stand together, after https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10, and what to write
 * instead. Undefined where they fit.
 */
export function misfit(rule: Rule): string | undefined {
  return endMisfit(rule) ?? dayMisfit(rule) ?? yearMisfit(rule) ?? positionMisfit(rule) ?? timesMisfit(rule);
}

function endMisfit({ count, until }: Rule): string | undefined {
  return count !== undefined && until ? "has both `COUNT` and `UNTIL`: leave one out" : undefined;
}

function dayMisfit({ frequency, byDay = [], byWeekNo, byMonthDay, byMonth }: Rule): string | undefined {
  if (frequency === "WEEKLY" && byMonthDay) return "`BYMONTHDAY` needs `FREQ=MONTHLY`, and is `FREQ=WEEKLY`";
  const numbered = byDay.find((it) => it.length > 2);
  if (numbered === undefined) return undefined;
  const part = `\`BYDAY=${numbered}\``;
  if (frequency === "DAILY" || frequency === "WEEKLY") {
    return `${part} needs \`FREQ=MONTHLY\` or \`FREQ=YEARLY\`, and is \`FREQ=${frequency}\``;
  }
  // Libraries do not agree what these mean, and which days of the year they leave out.
  const other = byWeekNo ? "BYWEEKNO" : byMonthDay ? "BYMONTHDAY" : undefined;
  if (other) return `${part} cannot stand with \`${other}\`: write \`BYDAY=${numbered.slice(-2)}\``;
  const plain = byDay.find((it) => it.length === 2);
  if (plain !== undefined) return `${part} cannot stand with \`${plain}\`, which has no number`;
  const isOfMonth = frequency === "MONTHLY" || byMonth !== undefined;
  if (!isOfMonth || Math.abs(Number(numbered.slice(0, -2))) <= 5) return undefined;
  return `${part} never comes: no month has more than five of a weekday`;
}

function yearMisfit({ frequency, byYearDay, byWeekNo }: Rule): string | undefined {
  if (byWeekNo && frequency !== "YEARLY") return `\`BYWEEKNO\` needs \`FREQ=YEARLY\`, and is \`FREQ=${frequency}\``;
  if (byYearDay && frequency !== "YEARLY") return `\`BYYEARDAY\` needs \`FREQ=YEARLY\`, and is \`FREQ=${frequency}\``;
  if (byYearDay && byWeekNo) return "`BYYEARDAY` and `BYWEEKNO` cannot stand together: leave one out";
  return undefined;
}

function positionMisfit(rule: Rule): string | undefined {
  if (!rule.bySetPos) return undefined;
  // Week 1 may begin in the year before: of which year its days are chosen is open.
  if (rule.byWeekNo) return "`BYSETPOS` cannot stand with `BYWEEKNO`: leave one out";
  const sets = [rule.byDay, rule.byMonth, rule.byMonthDay, rule.byYearDay, rule.byWeekNo, rule.byHour, rule.byMinute];
  return sets.some((it) => it !== undefined)
    ? undefined
    : "`BYSETPOS` needs another part to choose from, such as `BYDAY=MO,TU,WE,TH,FR`";
}

function timesMisfit({ byHour = [0], byMinute = [0] }: Rule): string | undefined {
  const times = byHour.length * byMinute.length;
  return times <= maxTimesADay
    ? undefined
    : `\`BYHOUR\` and \`BYMINUTE\` make ${times} sessions a day, and at most ${maxTimesADay} are listed`;
}
