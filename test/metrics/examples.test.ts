import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { metricList } from "../../src/metrics/metric-list.ts";

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

const { groups } = load(readFileSync("docs/examples/prometheus-rules.yml", "utf8")) as Rules;
const rules = groups.flatMap((it) => it.rules);
const names = new Set<string>(Object.values(metricList).map(({ name }) => name));

describe("the alerts of docs/examples", () => {
  it("tell of what waits, of what was given up, and of silence", () => {
    expect(rules.map(({ alert }) => alert)).toEqual(["FrontdeskIsBehind", "FrontdeskGaveUp", "FrontdeskHearsNothing"]);
  });

  it.each(rules)("$alert asks for metrics that there are, once for all processes", ({ expr }) => {
    const asked = expr.match(/frontdesk_\w+/g) ?? [];
    expect(asked).not.toEqual([]);
    expect(asked.filter((it) => !names.has(it))).toEqual([]);
    // Figures of the inbox are the same in each process.
    expect(expr.match(/max\(frontdesk_inbox_/g)).toHaveLength(asked.length);
  });
});
