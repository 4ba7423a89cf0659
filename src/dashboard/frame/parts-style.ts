/** What pages are made of: tables, cards of figures, forms, messages. Pages need no other classes, and no style of their own. */
export const partsStyle = `
.soft { color: var(--soft); }
.good { color: var(--good); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.nowrap { white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding: .2rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem .45rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
tbody th { font-weight: 400; }
td code, tbody th code { overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .9rem; padding: 0; list-style: none; }
.cards.small { grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); }
.card { border: 1px solid var(--line); border-radius: 8px; background: var(--raised); padding: .8rem 1rem; min-width: 0; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.cards.small .card p { margin: 0 0 .2rem; }
.figure { font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.plain { padding: 0; list-style: none; }
.plain > li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.badge { display: inline-block; padding: 0 .5em; border: 1px solid currentColor; border-radius: 1em; font-size: .85em; white-space: nowrap; }
.note { border-left: 4px solid var(--line); background: var(--raised); padding: .7rem 1rem; margin: 0 0 1rem; }
.note > :last-child { margin-bottom: 0; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .3rem 1rem; }
main pre { white-space: pre-wrap; overflow-wrap: anywhere; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; min-width: 0; }
form.row { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem; margin: 0 0 1rem; }
label { display: block; font-weight: 600; }
input, select, textarea, button, .button { font: inherit; color: inherit; }
input, select, textarea { background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; padding: .4rem .6rem; max-width: 100%; }
textarea { width: 100%; min-height: 7rem; }
button, .button { display: inline-block; background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; padding: .35rem .9rem; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { border-color: var(--text); }
.button.main { background: var(--link); border-color: var(--link); color: var(--ground); font-weight: 600; }
.card dl.facts { grid-template-columns: minmax(0, 1fr) auto; gap: .1rem .8rem; }
.card dl.facts dd { margin: 0; text-align: right; }
@media (max-width: 40rem) {
  main > dl.facts { grid-template-columns: 1fr; gap: 0; }
  main > dl.facts dd { margin-bottom: .6rem; }
}
`;
