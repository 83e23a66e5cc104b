import { expect, test } from 'vitest'
import { people } from '../../src/reference-parser/people.ts'

test.each([
  ['И. И. Иванцов', [{ family: 'Иванцов', given: 'И. И.' }]],
  [
    'Иванцов И. И., Пестова П.П.',
    [
      { family: 'Иванцов', given: 'И. И.' },
      { family: 'Пестова', given: 'П.П.' },
    ],
  ],
  ['Иванцов Иван Иванович', [{ family: 'Иванцов', given: 'Иван Иванович' }]],
  ['под ред. Н. Н. Николаева', [{ family: 'Николаева', given: 'Н. Н.' }]],
  [
    'Қасымбай А. Б., Әлімтай Е.',
    [
      { family: 'Қасымбай', given: 'А. Б.' },
      { family: 'Әлімтай', given: 'Е.' },
    ],
  ],
  [
    'Yuan, J. D., & Roe, A.',
    [
      { family: 'Yuan', given: 'J. D.' },
      { family: 'Roe', given: 'A.' },
    ],
  ],
  [
    'J.-D. Yuan and K. Roe',
    [
      { family: 'Yuan', given: 'J.-D.' },
      { family: 'Roe', given: 'K.' },
    ],
  ],
  [
    'ZHANG N, LI X',
    [
      { family: 'ZHANG', given: 'N' },
      { family: 'LI', given: 'X' },
    ],
  ],
  [
    'Zhang Wei, Li Xiaoming',
    [
      { family: 'Zhang', given: 'Wei' },
      { family: 'Li', given: 'Xiaoming' },
    ],
  ],
  [
    'van der Stone J, de la Roe M',
    [
      { 'non-dropping-particle': 'van der', family: 'Stone', given: 'J' },
      { 'non-dropping-particle': 'de la', family: 'Roe', given: 'M' },
    ],
  ],
  [
    'Stone, M. L., Jr., & Roe, B.',
    [
      { family: 'Stone', given: 'M. L.', suffix: 'Jr.' },
      { family: 'Roe', given: 'B.' },
    ],
  ],
  [
    'Stone, Ann, and J. Bell Roe',
    [
      { family: 'Stone', given: 'Ann' },
      { family: 'Bell Roe', given: 'J.' },
    ],
  ],
  [
    '张宁、李娜',
    [
      { family: '张', given: '宁' },
      { family: '李', given: '娜' },
    ],
  ],
  ['欧阳修', [{ family: '欧阳', given: '修' }]],
  ['K·高哈尔', [{ family: '高哈尔', given: 'K' }]],
  ['塞缪尔·石', [{ family: '石', given: '塞缪尔' }]],
  [
    '山田 太郎・鈴木 一郎',
    [
      { family: '山田', given: '太郎' },
      { family: '鈴木', given: '一郎' },
    ],
  ],
  [
    '김은경, 박민수',
    [
      { family: '김', given: '은경' },
      { family: '박', given: '민수' },
    ],
  ],
  ['Plato', [{ family: 'Plato' }]],
  ['Steppe Collaboration', [{ literal: 'Steppe Collaboration' }]],
  ['Министерство рек и озёр', [{ literal: 'Министерство рек и озёр' }]],
])('%s', (text, names) => {
  expect(people(text)).toEqual({ names, others: false })
})

test.each([
  ['Stone A, Roe B, et al.', ['Stone', 'Roe']],
  ['Иванцов И.И. и др.', ['Иванцов']],
  ['Шевчик Т. Г., Франчук І. Я. та ін.', ['Шевчик', 'Франчук']],
  ['Қасымбай А. Б. және т.б.', ['Қасымбай']],
  ['张宁, 李娜, 等', ['张', '李']],
])('%s names others', (text, families) => {
  const read = people(text)
  expect(read.others).toBe(true)
  expect(read.names.map(({ family }) => family)).toEqual(families)
})
