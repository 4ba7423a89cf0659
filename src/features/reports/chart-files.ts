import { lineChart } from "../../charts/line-chart.ts";
import { sayCourse } from "../../charts/say-course.ts";
import type { WantedFile } from "../../core/proposal.ts";
import { chartsOf } from "../../report/charts-of.ts";
import type { Report } from "../../report/report.ts";
import type { ChartImages } from "../../report/to-markdown.ts";

/** Of a report in Markdown: it is read in a minute. */
const maxCharts = 6;

/** Says what the branch is to whoever comes upon it, and shows that it is ours. */
const readme: WantedFile = {
  path: "README.md",
  text: "Charts of the reports on how support goes. Frontdesk keeps them here, and nothing else; the reports show them.\n",
};

/** The charts of a report as files, two of each: for those who read GitHub in light, and in dark. */
export function chartFiles(
  report: Report,
  { url, branch }: { readonly url: string; readonly branch: string },
): { readonly files: readonly WantedFile[]; readonly images: readonly ChartImages[] } {
  const folder = report.period.to.slice(0, 10);
  const charts = chartsOf(report).slice(0, maxCharts);
  const files = charts.flatMap(({ measure, chart }) =>
    (["light", "dark"] as const).map((theme) => ({
      path: `${folder}/${measure}-${theme}.svg`,
      text: lineChart(chart, theme),
    })),
  );
  const images = charts.map(({ measure, chart }) => {
    // As GitHub's docs show for images on another branch: https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#images
    const address = (theme: string) => encodeURI(`${url}/blob/${branch}/${folder}/${measure}-${theme}.svg?raw=true`);
    return { title: chart.title, alt: sayCourse(chart), light: address("light"), dark: address("dark") };
  });
  return { files: files.length === 0 ? [] : [readme, ...files], images };
}

/** Whether a file on the branch can be one of ours, by its path. */
export function isChartFile(path: string): boolean {
  return path === readme.path || /^\d{4}-\d\d-\d\d\/[a-z0-9-]+-(?:light|dark)\.svg$/u.test(path);
}
