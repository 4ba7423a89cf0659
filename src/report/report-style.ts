import { chartStyles } from "../charts/colours.ts";
import { Html } from "../text/html.ts";

/** The look of a report as a page: readable on a phone, in light and in dark, and on paper. */
export const reportStyle = new Html(`
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --ground: #fff; --line: #d1d9e0; --accent: #0969da; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9ba6b2; --ground: #0d1117;
  --line: #3d444d; --accent: #4c9bff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
a { color: var(--accent); }
.soft, small { color: var(--soft); }
small { display: block; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 2rem; }
figure { margin: 0; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: .5rem; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th[scope=row] { font-weight: 500; min-width: 9rem; }
td { min-width: 8rem; }
summary { cursor: pointer; padding: .25rem 0; font-weight: 600; }
tr { break-inside: avoid; }
@media print { details > * { display: block; } body { max-width: none; font-size: 11px; } }
${chartStyles}`);
