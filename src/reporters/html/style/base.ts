/** Colours, type, and the frame of the page. Each pair of ink and paper has a contrast of 4.5 or more in both schemes. */
export const base: string = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --sheet: #ffffff; --ink: #1d1f23; --quiet: #5a5f68; --line: #e0ddd5; --link: #1f4e8c;
  --error: #a3231b; --error-wash: #fbe3e0; --warning: #855400; --warning-wash: #fbeccb;
  --info: #2f5d8f; --info-wash: #e2ecf7; --fine: #23693c; --fine-wash: #e0f0e4;
  --related-wash: #efeaf7; --related: #5c4391; --bar: #4f7cac; --bad: #c0392b; --good: #3f8f5f; --unknown: #c9c5bb;
  --serif: Charter, "Bitstream Charter", "Source Serif 4", "Noto Serif", "PT Serif", Cambria, Georgia, "Songti SC", "Noto Serif CJK SC", "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171b; --sheet: #1d2025; --ink: #e6e4df; --quiet: #a4a8b0; --line: #343840; --link: #8db9f0;
    --error: #ff9a90; --error-wash: #4a211e; --warning: #f0bf63; --warning-wash: #43330f;
    --info: #9cc4ef; --info-wash: #20344b; --fine: #8fd3a6; --fine-wash: #1b3a26;
    --related-wash: #352c4a; --related: #c5b0f2; --bar: #6d9bd0; --bad: #e0695c; --good: #56a877; --unknown: #4b4f57;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0 auto; max-width: 78rem; padding: 0 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 var(--sans); overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--sheet); z-index: 2; }
code { font: .88em/1.4 var(--mono); }
h1, h2, h3 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
h1 { font: 600 1.9rem/1.25 var(--serif); margin: .3rem 0 .5rem; }
h2 { font: 600 1.35rem/1.25 var(--serif); margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
ul, ol { margin: 0; padding: 0; list-style: none; }
p { margin: 0 0 .5rem; }
.top { padding: 2.5rem 0 1.5rem; border-bottom: 1px solid var(--line); }
.back { margin: 0 0 1rem; font-size: .9rem; }
.facts { color: var(--quiet); font-size: .9rem; }
.lead, .more, .count, .line, .path { color: var(--quiet); }
.lead { margin-top: -.4rem; }
.count { font-weight: 400; }
.verdict { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
.verdict li { padding: .45rem .9rem; border-radius: .5rem; background: var(--sheet); border: 1px solid var(--line); }
.verdict b { font-size: 1.35rem; font-weight: 600; margin-right: .15rem; }
.verdict .error { background: var(--error-wash); border-color: transparent; color: var(--error); }
.verdict .warning { background: var(--warning-wash); border-color: transparent; color: var(--warning); }
.verdict .info { background: var(--info-wash); border-color: transparent; color: var(--info); }
.verdict .fine { background: var(--fine-wash); border-color: transparent; color: var(--fine); font-weight: 600; }
.verdict .unread { background: var(--warning-wash); border-color: transparent; color: var(--warning); }
.verdict .none { color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a { display: inline-block; padding: .2rem 0; }
.part { padding: 2rem 0 1rem; }
.sign { font-style: normal; }
.sign.error { color: var(--error); } .sign.warning { color: var(--warning); } .sign.info { color: var(--info); }
details > summary { cursor: pointer; color: var(--link); width: fit-content; padding: .15rem 0; }
.troubles { margin: 0 0 1rem; }
.troubles li { padding: .5rem .8rem; margin: 0 0 .4rem; border-radius: .4rem; background: var(--warning-wash); }
.troubles .fatal { background: var(--error-wash); }
footer { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
.file + .file { border-top: 3px double var(--line); margin-top: 2rem; }
`
