import { Html } from "../../../text/html.ts";

/** The page's look: readable on a phone, in light and in dark, and on paper. */
export const style = new Html(`
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --ground: #fff; --card: #f6f8fa; --line: #d1d9e0;
  --good: #1a7f37; --bad: #b35900; --accent: #0969da; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9ba6b2; --ground: #0d1117; --card: #151b23;
  --line: #3d444d; --good: #3fb950; --bad: #e3a04d; --accent: #4c9bff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); }
.soft, small { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.figures strong { display: block; font-size: 1.7rem; line-height: 1.2; font-weight: 600; }
pre { margin: .75rem 0 0; padding: .75rem; overflow-x: auto; background: var(--ground); border: 1px solid var(--line);
  border-radius: .375rem; font: 14px/1.4 ui-monospace, monospace; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th[scope=row] { font-weight: 500; } td { width: 13.5rem; }
td small, th small { display: block; font-weight: 400; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font: 14px system-ui, sans-serif; }
svg .strong { fill: var(--ink); font-weight: 600; }
.grid { stroke: var(--line); } .aim { stroke: var(--good); stroke-dasharray: 6 4; }
.curve { fill: none; stroke: var(--accent); stroke-width: 2.5; } .range { fill: var(--accent); opacity: .15; }
.now { fill: var(--ground); stroke: var(--soft); stroke-width: 2.5; }
.best { fill: var(--good); stroke: var(--ground); stroke-width: 2; }
details { margin: .75rem 0; } summary { cursor: pointer; padding: .25rem 0; font-weight: 600; }
article { margin: .75rem 0; } article p, article ul { margin: .35rem 0 0; }
article ul { padding-left: 0; list-style: none; } article li { padding: .2rem 0; }
.right { color: var(--good); } .unproven { color: var(--bad); }
.right, .unproven { display: inline-block; min-width: 5.2rem; font-size: .875rem; font-weight: 600; }
@media (max-width: 40rem) { h1 { font-size: 1.35rem; } svg text { font-size: 22px; } thead { display: none; }
  tr { display: grid; grid-template-columns: 1fr 1fr; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  th[scope=row] { grid-column: 1 / -1; } th, td { border: 0; padding: .15rem .5rem .15rem 0; width: auto; }
  td::before { content: attr(data-at); display: block; color: var(--soft); font-size: .8rem; } }
@media print { details > * { display: block; } body { max-width: none; } }
`);
