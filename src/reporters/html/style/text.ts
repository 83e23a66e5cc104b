/** The manuscript with its marks, and the notes beside it. */
export const text: string = `
.unit { display: grid; grid-template-columns: minmax(0, 44rem) minmax(15rem, 1fr); column-gap: 2.5rem; }
.words { font: 1.06rem/1.65 var(--serif); margin: 0 0 .9rem; min-width: 0; }
.words.lines { white-space: pre-line; }
.words.code, .words.math, .words.entry, .words.rest { white-space: pre-wrap; font: .88rem/1.5 var(--mono); }
.words.rest, .words.comment, .words.running { color: var(--quiet); }
.words.comment, .words.running { font-size: .88rem; }
.words.note, .words.caption { font-size: .95rem; }
.words.quote { padding-left: 1rem; border-left: 2px solid var(--line); }
.words.item { padding-left: 1.2rem; text-indent: -1.2rem; margin-bottom: .45rem; }
.words.heading { font-weight: 600; line-height: 1.3; margin: 1.1rem 0 .5rem; }
.words.level-3 { font-size: 1.3rem; } .words.level-4 { font-size: 1.15rem; }
.words.table { overflow-x: auto; white-space: normal; }
.words.table table { border-collapse: collapse; font: .88rem/1.4 var(--sans); }
.words.table td, .words.table th { border: 1px solid var(--line); padding: .3rem .5rem; text-align: start; vertical-align: top; }
.words.table caption { text-align: start; }
.syntax { color: var(--quiet); font-weight: 400; }
.gap { color: var(--quiet); font-size: .88rem; margin: .2rem 0 1rem; padding-left: 1.2rem; border-left: 3px dotted var(--line); max-width: 44rem; }
.m { color: inherit; text-underline-offset: .2em; text-decoration-skip-ink: none; border-radius: .15rem; padding: .05em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.m.error { background: var(--error-wash); text-decoration: underline 2px var(--error); }
.m.warning { background: var(--warning-wash); text-decoration: underline 2px var(--warning); }
.m.info { background: var(--info-wash); text-decoration: underline 2px var(--info); }
.m.related { background: var(--related-wash); text-decoration: underline 1px var(--related); }
.m.long { background: none; }
.m.citation { text-decoration: underline dotted 1px var(--quiet); }
.m.point { font-weight: 700; padding: 0 .15em; }
.m:target { outline: 3px solid var(--link); outline-offset: 2px; }
.notes { display: flex; flex-direction: column; gap: .7rem; margin: .2rem 0 1.1rem; min-width: 0; }
.note { background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--quiet); border-radius: .35rem;
  padding: .6rem .8rem; font-size: .88rem; line-height: 1.45; break-inside: avoid; }
.note.error { border-left-color: var(--error); } .note.warning { border-left-color: var(--warning); } .note.info { border-left-color: var(--info); }
.note:target { outline: 3px solid var(--link); outline-offset: 1px; }
.note p, .note ul, .note dl { margin: 0 0 .4rem; }
.note .what { font-weight: 600; font-size: .95rem; }
.note .where { color: var(--quiet); font-size: .82rem; margin: 0; }
.note .todo { font-style: italic; }
.note .places li { padding-left: .8rem; text-indent: -.8rem; }
.note .places li::before { content: "\\2192\\a0"; color: var(--related); }
.note q { color: var(--quiet); quotes: none; font-family: var(--serif); }
.note q::before { content: "\\201c"; } .note q::after { content: "\\201d"; }
.proof div { display: grid; grid-template-columns: 4.6rem minmax(0, 1fr); gap: .4rem; }
.proof dt { color: var(--quiet); } .proof dd { margin: 0; }
.proof dd { overflow-wrap: anywhere; }
.doubt { font-style: italic; }
.repair { border-top: 1px dashed var(--line); padding-top: .4rem; margin-bottom: .3rem; }
.repair del { background: var(--error-wash); text-decoration-color: var(--error); }
.repair ins { background: var(--fine-wash); text-decoration: none; margin-left: .25rem; }
.repair del, .repair ins { border-radius: .15rem; padding: 0 .15em; overflow-wrap: anywhere; }
.echoes ul { margin: .2rem 0; }
`
