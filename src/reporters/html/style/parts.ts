/** Pictures, lists of findings, references side by side, the ledger, the index. */
export const parts: string = `
.charts { columns: 2 26rem; column-gap: 1rem; }
.chart { margin: 0 0 1rem; break-inside: avoid; padding: 1rem 1.2rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; min-width: 0; }
.chart figcaption { font-weight: 600; margin: 0 0 .6rem; }
.chart .facts { margin: .5rem 0 0; }
.chart ul.facts li { padding-left: .9rem; text-indent: -.9rem; }
.chart ul.facts li::before { content: "\\2013\\a0"; }
.bars { width: 100%; border-collapse: collapse; font-size: .88rem; }
.bars th { text-align: start; font-weight: 400; padding: .16rem .6rem .16rem 0; width: 50%; overflow-wrap: anywhere; }
.bars td { padding: .16rem 0; } .bars .bar { width: 40%; }
.bars .count { text-align: end; padding-left: .6rem; font-variant-numeric: tabular-nums; white-space: nowrap; color: var(--ink); }
.bars svg { display: block; width: 100%; height: .7rem; border-radius: .15rem; }
.chart rect { fill: var(--bar); } .chart rect.good { fill: var(--good); } .chart rect.bad { fill: var(--bad); } .chart rect.unknown { fill: var(--unknown); }
.years { display: block; width: 100%; max-height: 14rem; height: auto; }
.years line { stroke: var(--quiet); stroke-width: .6; }
.years text { font: 9px var(--sans); fill: var(--quiet); } .years .end { text-anchor: end; }
.group { break-inside: avoid-page; }
.findings li { padding: .2rem 0 .2rem 1.4rem; text-indent: -1.4rem; }
.findings a { color: inherit; text-decoration-color: var(--line); }
.findings .rule-id { font-size: .85rem; color: var(--quiet); margin-left: .4rem; }
.findings + .group { margin-top: 1rem; }
.line { font-size: .85rem; white-space: nowrap; }
.suppressed { margin-top: 1.2rem; }
.ref { display: grid; grid-template-columns: minmax(1.6rem, max-content) minmax(0, 1fr); gap: .7rem; padding: .55rem .3rem; border-top: 1px solid var(--line); break-inside: avoid; }
.ref:target { background: var(--info-wash); }
.ref .label { color: var(--quiet); font-size: .88rem; font-variant-numeric: tabular-nums; max-width: 9rem; padding-top: .1rem; }
.ref p { margin: 0 0 .25rem; font-family: var(--serif); }
.ref mark { background: var(--warning-wash); color: inherit; box-shadow: 0 2px 0 var(--warning); }
.ref .chips { font: .8rem/1.9 var(--sans); }
.chip { display: inline-block; padding: 0 .5em; border-radius: .8em; border: 1px solid var(--line); line-height: 1.6; max-width: 100%; overflow-wrap: anywhere; text-decoration: none; color: var(--quiet); }
.chip.error { color: var(--error); background: var(--error-wash); border-color: transparent; }
.chip.warning { color: var(--warning); background: var(--warning-wash); border-color: transparent; }
.chip.info { color: var(--info); background: var(--info-wash); border-color: transparent; }
.chip.id { border: 0; padding: 0 .3em 0 0; border-radius: 0; } .chip .scheme { font-size: .9em; letter-spacing: .02em; }
.chip.uncited { border-style: dashed; }
.list { margin-bottom: 1.5rem; }
.row { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 2rem; border-top: 1px solid var(--line); }
.row .ref { border-top: 0; }
.row.heads { border-top: 0; }
.row.differs { box-shadow: inset 3px 0 0 var(--warning); margin-left: -.8rem; padding-left: .8rem; }
.ref.missing { display: block; color: var(--quiet); font-style: italic; }
.diff { grid-column: 1 / -1; margin: 0 0 .6rem .3rem; font-size: .85rem; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
.diff div { display: flex; gap: .4rem; flex-wrap: wrap; } .diff dt { color: var(--quiet); } .diff dd { margin: 0; overflow-wrap: anywhere; }
.diff .weak { color: var(--quiet); } .unequal { color: var(--warning); font-weight: 700; } .weak .unequal { color: inherit; font-weight: 400; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
.ledger { border-collapse: collapse; font-size: .88rem; width: 100%; }
.ledger th, .ledger td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.ledger .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.yes { color: var(--fine); } .no { color: var(--error); font-weight: 600; }
.rule { max-width: 60rem; } .rule p { margin-bottom: .3rem; } .rule .blind { color: var(--quiet); }
.silent { margin-top: 1.2rem; } .silent li { padding: .15rem 0; }
.index { width: 100%; border-collapse: collapse; font-size: .92rem; }
.index caption { text-align: start; color: var(--quiet); padding-bottom: .4rem; }
.index th, .index td { padding: .55rem .7rem .55rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
.index thead th { color: var(--quiet); font-size: .85rem; border-bottom: 2px solid var(--line); }
.index button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
.index [aria-sort] button { color: var(--ink); font-weight: 600; }
.index [aria-sort=descending] button::after { content: " \\2193"; } .index [aria-sort=ascending] button::after { content: " \\2191"; }
.index tbody th { min-width: 15rem; max-width: 22rem; } .index thead th:last-child { min-width: 7rem; } .index tbody th a { font: 1.05em/1.35 var(--serif); }
.index .path { display: block; font-size: .82rem; overflow-wrap: anywhere; } .index .unread { display: block; color: var(--error); font-size: .85rem; }
.index .number { text-align: end; font-variant-numeric: tabular-nums; padding-right: 1.2rem; } .index thead th:nth-child(n+2):nth-child(-n+6) { text-align: end; padding-right: 1.2rem; }
.index .number.error { color: var(--error); font-weight: 700; } .index .number.warning { color: var(--warning); font-weight: 700; } .index .number.info { color: var(--info); }
.index .worst { width: 36%; } .index .unchecked { width: 15%; }
.index .worst li { padding-left: 1.2rem; text-indent: -1.2rem; } .index .unchecked { color: var(--quiet); font-size: .85rem; }
`
