import { expect, test } from 'vitest'
import { unsigned } from '../../src/reference-parser/unsigned.ts'
import { readMarked, writtenRuns } from '../support/marked.ts'

const cases: readonly (readonly [string, string])[] = [
  [
    '{author:Table of weirs}. ({date:1993}). {journal:Annals of Rivers}, 2',
    'title: Table of weirs | date: 1993 | journal: Annals of Rivers',
  ],
  [
    '{author:Masthead}. ({date:1993}). {journal:Annals of Rivers}, 2',
    'title: Masthead | date: 1993 | journal: Annals of Rivers',
  ],
  [
    '{author:River Society, Weirs, and Harbour Group News}. ({date:1993}). {journal:Annals}',
    'title: River Society, Weirs, and Harbour Group News | date: 1993 | journal: Annals',
  ],
  [
    '{author:Correction}: {title:The river as a road}. ({date:1976}). {journal:Annals}',
    'title: Correction: The river as a road | date: 1976 | journal: Annals',
  ],
  [
    '{title:The hoard of the plain}, {author:River Province}. ({date:2014}). {journal:Annals}',
    'title: The hoard of the plain, River Province | date: 2014 | journal: Annals',
  ],
  // names
  [
    '{author:Roe, A., & Stone, B.} ({date:2014}). {journal:Annals}',
    'author: Roe, A., & Stone, B. | date: 2014 | journal: Annals',
  ],
  [
    '{author:Roe, A., & Stone, B}. ({date:2014}). {journal:Annals}',
    'author: Roe, A., & Stone, B | date: 2014 | journal: Annals',
  ],
  [
    '{author:Roe AB, Stone C}. ({date:2014}). {journal:Annals}',
    'author: Roe AB, Stone C | date: 2014 | journal: Annals',
  ],
  ['{author:Roe, Ann}. ({date:2014}). {journal:Annals}', 'author: Roe, Ann | date: 2014 | journal: Annals'],
  ['{author:Roe et al}. ({date:2014}). {journal:Annals}', 'author: Roe et al | date: 2014 | journal: Annals'],
  [
    '{author:River Collaboration}, {date:2014}, {journal:Annals}',
    'author: River Collaboration | date: 2014 | journal: Annals',
  ],
  [
    '{author:Roe, A.} {title:Weirs}. ({date:2014}). {journal:Annals}',
    'author: Roe, A. | title: Weirs | date: 2014 | journal: Annals',
  ],
  [
    '{author:UNRIVER}. {title:The plain}. ({date:2014}). {journal:Annals}',
    'author: UNRIVER | title: The plain | date: 2014 | journal: Annals',
  ],
  [
    '{author:Roe}, {title:Zh-x., Stone, B}. ({date:2011}). {journal:Annals}',
    'author: Roe | title: Zh-x., Stone, B | date: 2011 | journal: Annals',
  ],
  ['{author:Roe, Ann Mary}. ({date:2014}). {journal:Annals}', 'author: Roe, Ann Mary | date: 2014 | journal: Annals'],
  ['{author:Roe}. ({date:1990}). {container:The plain}. York', 'author: Roe | date: 1990 | container: The plain'],
  // the title stands where it should
  [
    '{author:River Society}. ({date:1993}). {title:Weirs}. {journal:Annals}',
    'author: River Society | date: 1993 | title: Weirs | journal: Annals',
  ],
]

test.each(cases)('%s', (marked, expected) => {
  const { text, runs } = readMarked(marked)
  expect(writtenRuns(text, unsigned(text, runs))).toBe(expected)
})
