import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const figureMagnitude: DocumentRule = {
  id: 'numbers/magnitude',
  summary: 'Magnitude words and units are the same for the same quantity.',
  why: 'Million for billion is off by a thousand, and the sentence still reads well.',
  cannotSee: 'A slip in a figure that stands alone, with no neighbour, verb or second place to hold it against.',
  severity: 'error',
  messages: {
    series: '{said} does not fit {before} and {verb}',
    leap: 'From {before} to {said} is {ratio} times as much',
    places: '{here} here, {there} elsewhere',
    rate: '{money} and {other} make {rate} {unit}',
    price: '{money} for {amount} is {price} a unit, not {said}',
  },

  *check(document) {
    yield* draftsOf(document, 'magnitude')
  },

  examples: [
    {
      title: 'billion for million in a series',
      manuscript: 'Exports were $960 million in 2020, $1.85 billion in 2021 and fell to ⟦$996 billion⟧ in 2022.',
      says: ['$996 billion does not fit $1.85 billion and a fall'],
    },
    {
      title: 'a series that fits',
      manuscript: 'Exports were $960 million in 2020, $1.85 billion in 2021 and fell to $996 million in 2022.',
    },
    {
      title: 'другая степень в другом месте',
      manuscript:
        '# Обзор\n\n## Введение\n\nТоварооборот приморских городов в 2022 г. составил 996 млрд долл.\n\n## Заключение\n\nТоварооборот приморских городов в 2022 г. составил ⟦996 млн долл.⟧',
      says: ['996 млн долл. here, 996 млрд долл. elsewhere'],
    },
    {
      title: 'two currencies',
      manuscript: 'The road cost 2.1 trillion tenge (about ⟦US$4.6 million⟧).',
      says: ['2.1 trillion tenge and US$4.6 million make 456521.74 KZT/USD'],
    },
    {
      title: 'two currencies that fit',
      manuscript: 'The road cost 2.1 trillion tenge (about US$4.6 billion).',
    },
    {
      title: 'цена за тонну',
      manuscript: 'Продано зерна на 250 млн долл. за 1,25 млн т, то есть ⟦20 долл. за тонну⟧.',
      says: ['250 млн долл. for 1,25 млн т is 199 to 201 a unit, not 20 долл. за тонну'],
    },
  ],
}
