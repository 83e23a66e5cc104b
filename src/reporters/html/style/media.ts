/** Phones, tablets, paper. */
export const media: string = `
@media (max-width: 60rem) {
  .unit { display: block; max-width: 46rem; }
  .notes { margin: -.3rem 0 1.4rem 1rem; }
}
@media (max-width: 46rem) {
  body { padding: 0 1rem 3rem; }
  .top { padding: 1.5rem 0 1rem; }
  h1 { font-size: 1.5rem; }
  .verdict li { padding: .35rem .7rem; }
  .row { display: block; padding: .3rem 0; }
  .row .ref + .ref { border-top: 1px dotted var(--line); }
  .notes { margin-left: 0; }
  .words.lines { white-space: normal; }
  .index, .index tbody, .index tr, .index th[scope=row], .index td { display: block; width: 100%; min-width: 0; max-width: none; }
  .index caption { display: block; }
  .index thead { position: absolute; left: -100rem; }
  .index tbody tr { padding: .8rem 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
  .index tbody th, .index tbody td { border: 0; padding: 0; }
  .index .number { width: auto; text-align: start; padding: 0; }
  .index .number::before, .index .unchecked::before { content: attr(data-label) " "; color: var(--quiet); font-weight: 400; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip, .back, footer { display: none; }
  .top { padding-top: 0; }
  .unit { grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); column-gap: 1rem; }
  .words { font-size: 10pt; line-height: 1.45; }
  .note { font-size: 8.5pt; }
  .m { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2, h3, .words.heading { break-after: avoid; }
  a { text-decoration: none; }
}
`
