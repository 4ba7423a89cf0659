/**
 * Colours, text and the frame. All pairs of text and ground have a contrast of 4.5 to 1 at least, in both themes. The
 * colours of charts are those of Okabe and Ito, which people tell apart whatever colours they see
 * (https://jfly.uni-koeln.de/color/), darker or lighter where the ground needs it.
 */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --raised: #f4f6f8;
  --text: #1c2329;
  --soft: #57606a;
  --line: #d3d9df;
  --link: #0a58c2;
  --good: #1a6b34;
  --warn: #8a5300;
  --bad: #b3261e;
  --series-1: #0072b2;
  --series-2: #b8520a;
  --series-3: #007a5a;
  --series-4: #a4508b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11161b;
    --raised: #1b2229;
    --text: #e4e9ee;
    --soft: #a3adb7;
    --line: #37424c;
    --link: #79b8ff;
    --good: #6fcf8b;
    --warn: #e9b44c;
    --bad: #ff8f85;
    --series-1: #56b4e9;
    --series-2: #e69f00;
    --series-3: #2fc79b;
    --series-4: #e29bc8;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, sans-serif; background: var(--ground); color: var(--text); }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; }
main { flex: 1; width: 100%; max-width: 78rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .6rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; overflow-wrap: anywhere; }
p, ul, ol, dl { margin: 0 0 .9rem; }
p, li, dd { overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre { font: .9em ui-monospace, monospace; }
pre { overflow-x: auto; padding: .8rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
svg { max-width: 100%; height: auto; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; padding: .4rem .8rem; background: var(--ground); }
.banner, .sections, .foot { padding: 0 1rem; }
.banner { background: var(--raised); border-bottom: 1px solid var(--line); }
.banner > div, .sections > ul, .foot > p { max-width: 76rem; margin: 0 auto; }
.banner > div { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; min-height: 3rem; padding: .4rem 0; }
.banner .brand { font-weight: 700; color: inherit; text-decoration: none; }
.banner .who { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; }
.banner form { margin: 0; }
.sections { border-bottom: 1px solid var(--line); }
.sections ul { display: flex; flex-wrap: wrap; gap: 0 .3rem; padding: 0; list-style: none; }
.sections a { display: block; padding: .55rem .6rem; color: inherit; text-decoration: none; border-bottom: 3px solid transparent; }
.sections a:hover { border-color: var(--line); }
.sections a[aria-current] { font-weight: 600; border-color: var(--link); }
.foot { border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
.foot > p { padding: .9rem 0; }
@media print {
  :root { --ground: #fff; --raised: #fff; --text: #000; --soft: #333; --line: #999; --link: #000; }
  .skip, .sections, .foot, .who, form { display: none !important; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, li, .card, svg { break-inside: avoid; }
}
`;
