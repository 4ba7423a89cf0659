const [minute, hour, day] = [60, 3600, 86_400];

/**
 * A duration in as much detail as people compare by: `45 s`, `12 min`, `3 h 20 min`, `17 h`, `2 d 4 h`, `12 d`. Of business
 * time no days are made, since a business day has as many hours as its calendar gives it.
 */
export function sayDuration(seconds: number, isBusiness = false): string {
  if (seconds < minute - 0.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 600) return inTwo(minutes, 60, ["h", "min"]);
  const hours = Math.round(seconds / hour);
  if (isBusiness || hours < 48) return `${hours} h`;
  return hours < 240 ? inTwo(hours, 24, ["d", "h"]) : `${Math.round(seconds / day)} d`;
}

/** `3 h 20 min`, and `3 h` on the hour. */
function inTwo(count: number, each: number, [large, small]: readonly [string, string]): string {
  const rest = count % each;
  return `${Math.floor(count / each)} ${large}${rest === 0 ? "" : ` ${rest} ${small}`}`;
}
