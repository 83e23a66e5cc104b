import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { caseLanguages, compareFamilies, editCost, lemmas, nameKeys } from '../../names/index.ts'
import { type Mention, mentionsOf } from './people/mentions.ts'

export const namedPerson: DocumentRule = {
  id: 'names/person',
  summary: 'A person whom the text names is spelled one way throughout.',
  why: 'A name with a letter too many makes a second person of a public one, and readers search in vain for either.',
  cannotSee:
    'Which spelling is right, people who are not named in an office, and two people in one office whose names differ by more than a letter.',
  severity: 'warning',
  messages: {
    differs: '“{name}” here, “{other}” elsewhere: likely one person in one office',
  },

  *check(document) {
    const mentions = mentionsOf(document)
    const said = new Set<string>()
    for (const [at, mention] of mentions.entries()) {
      for (const other of mentions.slice(Math.max(0, at - 200), at)) {
        if (!isSlip(mention, other)) continue
        const key = [fullName(mention), fullName(other)].sort().join('|')
        if (said.has(key)) continue
        said.add(key)
        yield describe(mention, other, mentions)
      }
    }
  },

  examples: [
    {
      title: 'two people',
      manuscript: 'Chairman Bo Tianming met Chairman Bo Haoyu, and President Anna Osterlund met Minister Anna Quimby.',
    },
    {
      title: 'a letter too many',
      manuscript:
        'In May Chairman Bo Tianshu came to the town. In June the Chairman of the Committee ⟦Bo Tiangshu⟧ left it.',
      says: ['“Bo Tiangshu” here, “Bo Tianshu” elsewhere: likely one person in one office'],
    },
    {
      title: 'одно лицо в разных падежах',
      manuscript:
        'Министр Пётр Ветров приехал в мае. Встреча с министром Петром Ветровым была короткой, у министра Петра Ветрова спросили немногое.',
    },
    {
      title: 'опечатка в фамилии министра',
      manuscript: 'Министр Борис Гавритов приехал в мае. В июне министр ⟦Борис Гаврипов⟧ уехал.',
      says: ['“Борис Гаврипов” here, “Борис Гавритов” elsewhere: likely one person in one office'],
    },
  ],
}

const fullName = ({ first, second }: Mention): string => `${first} ${second}`

/** One office, one word the same, the other one a slip apart, and not one name in two cases. */
function isSlip(left: Mention, right: Mention): boolean {
  if (![...left.offices].some((office) => right.offices.has(office))) return false
  const firsts = relation(left.first, right.first)
  const seconds = relation(left.second, right.second)
  return (firsts === 'same' && seconds === 'slip') || (firsts === 'slip' && seconds === 'same')
}

function relation(left: string, right: string): 'same' | 'slip' | 'other' {
  if (left === right) return 'same'
  const [one, other] = [nameKeys(left), nameKeys(right)]
  if (one.folded === other.folded) return 'same'
  if (one.script !== other.script) return compareFamilies(left, right).verdict === 'same' ? 'same' : 'other'
  if (one.script === 'cyrillic' && sameLemma(left, right)) return 'same'
  if (Math.min(one.folded.length, other.folded.length) < 6) return 'other'
  return compareFamilies(left, right).verdict === 'near' && editCost(one.folded, other.folded) <= 1 ? 'slip' : 'other'
}

function sameLemma(left: string, right: string): boolean {
  return caseLanguages(left).some((language) => {
    const forms = lemmas(left, language)
    return lemmas(right, language).some((lemma) => forms.includes(lemma))
  })
}

function describe(mention: Mention, other: Mention, mentions: readonly Mention[]): Draft {
  const [name, elsewhere] = [fullName(mention), fullName(other)]
  const count = (form: string): number => mentions.filter((one) => fullName(one) === form).length
  const office = [...mention.offices].find((one) => other.offices.has(one)) ?? ''
  const [here, there] = [count(name), count(elsewhere)]
  const likely = here >= 3 * there ? name : there >= 3 * here ? elsewhere : undefined
  return {
    span: mention.span,
    messageId: 'differs',
    data: { name, other: elsewhere },
    confidence: 'likely',
    subject: [name, elsewhere].sort().join(' '),
    note:
      likely === undefined
        ? 'The two disagree: see which is right, and use one spelling.'
        : `“${likely}” outnumbers the other and is likely right.`,
    related: [{ span: other.span, message: `here “${elsewhere}”` }],
    evidence: [
      {
        about: 'person',
        ours: name,
        theirs: elsewhere,
        source: 'the text',
        computation: `one word equal, one letter off in the other; both named as “${office}…”; ${here} and ${there} times`,
      },
    ],
  }
}
