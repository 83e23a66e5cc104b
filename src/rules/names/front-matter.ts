import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { compareFamilies, compareNames, nameKeys, type PersonName } from '../../names/index.ts'
import { type OwnAuthor, ownAuthors } from './people/front.ts'

export const frontMatter: DocumentRule = {
  id: 'names/front-matter',
  summary: 'The manuscript’s own authors are spelled alike in all of its title blocks.',
  why: 'Indexes take the authors’ names from the title blocks; a slip there splits their record and follows the paper for ever.',
  cannotSee:
    'Which spelling is right, a name that stands in one block only, and title blocks that give names and addresses in one line.',
  severity: 'warning',
  messages: {
    differs: 'An author of this manuscript is “{name}” here and “{other}” in the other title block',
  },

  *check(document) {
    const authors = ownAuthors(document)
    const groups = new Map<number, OwnAuthor[]>()
    for (const author of authors) groups.set(author.group, [...(groups.get(author.group) ?? []), author].slice(0, 40))
    const all = [...groups.values()]
    const said = new Set<string>()
    for (const [at, later] of all.entries()) {
      for (const earlier of all.slice(0, at).slice(-6)) {
        for (const draft of compared(earlier, later)) {
          if (said.has(draft.subject ?? '')) continue
          said.add(draft.subject ?? '')
          yield draft
        }
      }
    }
  },

  examples: [
    {
      title: 'one name in two scripts',
      format: 'text',
      manuscript:
        'MACHINES THAT READ\n\nAdil Yermenov, Li Suriha\n\nAbstract. Machines read much and understand little of it. We look at what they read, how, and for whom, and say what may be done about it in the years to come, and by whom, and at what cost to whom.\n\nЧИТАЮЩИЕ МАШИНЫ\n\nАдиль Ерменов, Ли Сужиха\n\nАннотация. Машины читают много и понимают мало. Мы смотрим, что они читают, как и для кого, и говорим, что с этим можно сделать в ближайшие годы, кому и какой ценой.\n\nIntroduction\n\nMachines read.\n',
    },
    {
      title: 'опечатка в фамилии',
      format: 'text',
      manuscript:
        'MACHINES THAT READ\n\nMeiram Sarybanov, Dana Osterova\n\nAbstract. Machines read much and understand little of it. We look at what they read, how, and for whom, and say what may be done about it in the years to come, and by whom, and at what cost to whom.\n\nЧИТАЮЩИЕ МАШИНЫ\n\n⟦Мейрам Сарыбатов⟧, Дана Остерова\n\nАннотация. Машины читают много и понимают мало. Мы смотрим, что они читают, как и для кого, и говорим, что с этим можно сделать в ближайшие годы, кому и какой ценой.\n\nIntroduction\n\nMachines read.\n',
      says: ['An author of this manuscript is “Мейрам Сарыбатов” here and “Meiram Sarybanov” in the other title block'],
    },
  ],
}

/** The names of the later block that no name of the earlier one equals, each with one that is a slip away and as lonely. */
function compared(earlier: readonly OwnAuthor[], later: readonly OwnAuthor[]): readonly Draft[] {
  const equal = (left: OwnAuthor, right: OwnAuthor): boolean =>
    left.printed === right.printed || sameEitherWay(left, right)
  const lonely = later.filter((here) => !earlier.some((there) => equal(here, there)))
  const waiting = earlier.filter((there) => !later.some((here) => equal(here, there)))
  return lonely.flatMap((here) => {
    const near = waiting.filter((there) => isSlip(here.person, there.person))
    return near.length === 1 ? [describe(here, near[0] as OwnAuthor)] : []
  })
}

function sameEitherWay(here: OwnAuthor, there: OwnAuthor): boolean {
  const verdict = compareNames(here.printed, there.printed).verdict
  if (verdict === 'same' || verdict === 'style') return true
  // surname first in one block, last in the other
  return agreeing(here.person.family, there.person.given) && agreeing(here.person.given, there.person.family)
}

function agreeing(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false
  return ['same', 'style'].includes(compareFamilies(left, right).verdict)
}

/** Surnames a slip apart and given names that agree, or the other way round. */
function isSlip(here: PersonName, there: PersonName): boolean {
  if (here.given === undefined || there.given === undefined) return false
  const family = compareFamilies(here.family, there.family)
  const initial = (name: string): string => nameKeys(name).keys[0]?.[0] ?? ''
  const given = agreeing(here.given, there.given) || initial(here.given) === initial(there.given)
  return family.verdict === 'near' && given && here.family.length >= 5
}

function describe(here: OwnAuthor, there: OwnAuthor): Draft {
  return {
    span: here.span,
    messageId: 'differs',
    data: { name: here.printed, other: there.printed },
    confidence: 'likely',
    subject: [here.printed, there.printed].sort().join(' '),
    note: 'See which spelling the author uses, and give it in every block.',
    related: [{ span: there.span, message: `here “${there.printed}”` }],
    evidence: [
      {
        about: 'author of the manuscript',
        ours: here.printed,
        theirs: there.printed,
        source: 'the other title block',
        computation:
          'same place among the authors, given names agree; no scheme of romanisation gives the one for the other',
      },
    ],
  }
}
