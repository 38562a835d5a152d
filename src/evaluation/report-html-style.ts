/** The style of the evaluation page. */

export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fff, #15171a);
  --tint: light-dark(#f6f5f1, #1e2125);
  --ink: light-dark(#1b1a18, #e9e7e2);
  --quiet: light-dark(#5a5751, #aeaba4);
  --rule: light-dark(#dcd8cf, #353a40);
  --bar: light-dark(#2b6c9b, #6ba6d6);
  --wrong: light-dark(#a13a24, #f0957f);
  --mark: light-dark(#ffe9a8, #59470f);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Devanagari', 'Noto Sans CJK SC', sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .8rem; }
h3 { font-size: 1rem; margin: 0 0 .6rem; }
header p, .note { color: var(--quiet); margin: .2rem 0; max-width: 70ch; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: .8rem; margin: 1.5rem 0; }
.tile { background: var(--tint); border-radius: .5rem; padding: .8rem 1rem; }
.tile dt { color: var(--quiet); }
.tile dd { margin: 0; font-size: .85rem; color: var(--quiet); }
.tile .figure { font-size: 1.7rem; line-height: 1.3; color: var(--ink); font-variant-numeric: tabular-nums; }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 2rem 3rem; }
.bars { display: grid; grid-template-columns: minmax(min-content, 11rem) 1fr 4rem; gap: .3rem .7rem; align-items: center; margin: 0; padding: 0; list-style: none; font-size: .9rem; }
.bars li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; }
.bars .value { font-variant-numeric: tabular-nums; text-align: end; }
.track {
  position: relative; height: 1.1rem; border-radius: .15rem;
  background: linear-gradient(var(--rule), var(--rule)) 25% 0/1px 100% no-repeat, linear-gradient(var(--rule), var(--rule)) 50% 0/1px 100% no-repeat, linear-gradient(var(--rule), var(--rule)) 75% 0/1px 100% no-repeat, var(--tint);
}
.bar { position: absolute; inset: 0 auto 0 0; background: var(--bar); border-radius: .15rem; }
.whisker { position: absolute; top: calc(50% - 1px); height: 2px; background: var(--ink); outline: 1px solid var(--paper); }
.whisker::before, .whisker::after { content: ''; position: absolute; top: -3px; width: 2px; height: 8px; background: inherit; }
.whisker::before { left: 0; }
.whisker::after { right: 0; }
figure { margin: 0; }
figure svg { display: block; width: min(100%, 40rem); height: auto; font-size: 12px; fill: var(--quiet); }
svg .grid { stroke: var(--rule); }
svg .curve { fill: none; stroke: var(--bar); stroke-width: 2; stroke-linejoin: round; }
figcaption { color: var(--quiet); font-size: .9rem; max-width: 70ch; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .8rem .3rem 0; text-align: start; border-bottom: 1px solid var(--rule); white-space: nowrap; }
thead th { vertical-align: bottom; }
tbody th { font-weight: 400; position: sticky; left: 0; background: var(--paper); }
small { color: var(--quiet); font-weight: 400; }
details { margin: .8rem 0; }
summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
.miss { border-top: 1px solid var(--rule); padding: .9rem 0; }
.miss .asked { font-weight: 600; margin: 0; }
.miss .what { margin: .1rem 0 .6rem; font-size: .9rem; color: var(--quiet); }
.miss .reason { color: var(--wrong); }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .8rem; }
.beside > div { background: var(--tint); border-radius: .4rem; padding: .6rem .8rem; }
.beside h4 { margin: 0 0 .3rem; font-size: .8rem; font-weight: 600; color: var(--quiet); }
.beside blockquote { margin: 0 0 .5rem; }
.beside :last-child { margin-bottom: 0; }
.beside .by { margin: 0 0 .5rem; font-size: .85rem; color: var(--quiet); }
mark { background: var(--mark); color: inherit; }
@media print { details:not([open]) > * { display: block; } .tile, .beside > div { border: 1px solid var(--rule); } }
`;
