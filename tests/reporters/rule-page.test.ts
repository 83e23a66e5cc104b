import { expect, test } from 'vitest'
import type { Rule } from '../../src/model/rule.ts'
import { exampleLines } from '../../src/reporters/example.ts'
import { toMarkdownIndex, toMarkdownPage, toRuleList, toTerminalPage } from '../../src/reporters/rule-page.ts'

const rule: Rule = {
  id: 'citations/year',
  summary: 'The year in the text is the year in the list.',
  why: 'A reader looks for the wrong work.',
  cannotSee: 'A year that is wrong in both places.',
  severity: 'warning',
  messages: { differs: 'The text has {ours}, the list has {theirs}' },
  options: { tolerance: 0 },
  examples: [
    {
      title: 'Two years',
      manuscript: '林海清（⟦2019⟧）认为`如此`。\n\n林海清. 灯塔[M]. 2018.\n',
      says: ['The text has 2019, the list has 2018'],
      fixed: '林海清（2018）认为`如此`。\n\n林海清. 灯塔[M]. 2018.\n',
    },
    { title: 'One year', manuscript: 'Harlow (2014)\n' },
  ],
  *check() {},
}

test('a page in Markdown is rendered from the rule alone', () => {
  expect(toMarkdownPage(rule)).toBe(`# citations/year

The year in the text is the year in the list.

Severity: warning · offers a repair

## Why

A reader looks for the wrong work.

## What it says

- The text has ‹ours›, the list has ‹theirs›

## What it cannot see

A year that is wrong in both places.

## Options

With their defaults:

\`\`\`json
{
  "tolerance": 0
}
\`\`\`

## Examples

### Two years

\`\`\`text
林海清（2019）认为\`如此\`。
        ^^^^

林海清. 灯塔[M]. 2018.
\`\`\`

> The text has 2019, the list has 2018

Repaired:

\`\`\`text
林海清（2018）认为\`如此\`。

林海清. 灯塔[M]. 2018.
\`\`\`

### One year

\`\`\`text
Harlow (2014)
\`\`\`

Nothing is said.
`)
})

test('a page for the terminal', () => {
  expect(toTerminalPage(rule)).toBe(`citations/year  warning
  The year in the text is the year in the list.

  offers a repair

Why
  A reader looks for the wrong work.

What it says
  The text has ‹ours›, the list has ‹theirs›

What it cannot see
  A year that is wrong in both places.

Options
  {"tolerance":0}

Example: Two years
    林海清（2019）认为\`如此\`。
            ^^^^

    林海清. 灯塔[M]. 2018.
  → The text has 2019, the list has 2018

Example: One year
    Harlow (2014)
  → nothing is said
`)
})

test('the list of rules is sorted and grouped by folder', () => {
  const other: Rule = { ...rule, id: 'lists/numbering', severity: 'error', summary: 'Numbers follow one another.' }
  expect(toRuleList([other, rule])).toBe(`citations/year   warning  The year in the text is the year in the list.

lists/numbering  error    Numbers follow one another.
`)
})

test('the table of rules', () => {
  expect(toMarkdownIndex([rule])).toBe(`# Rules

| rule | severity | what it asks for |
|---|---|---|
| [citations/year](citations/year.md) | warning | The year in the text is the year in the list. |
`)
})

test('marks over several lines, and around nothing', () => {
  expect(exampleLines('a ⟦b\nc⟧ d⟦⟧')).toEqual([
    { code: 'a b', carets: '  ^' },
    { code: 'c d', carets: '^  ^' },
  ])
})
