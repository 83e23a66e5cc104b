/** Rows of a table of names, each written out as a small manuscript. */

/** Entries of our own, so that the row's are not alone in their list. */
const OTHERS = [
  'Quimby, A. (2003). Ferry timetables of the northern islands. *Journal of Invented Results*, 2(1), 5–9.',
  'Oakhollow, B. (2005). Proofs of bread. *Annals of Examples*, 4(2), 15–19.',
]
const TITLES = ['Caravans and their keepers', 'Granaries of the upper valley', 'On wells and who digs them']
const RUSSIAN = ['Караваны и их хозяева', 'Амбары верхней долины']
const HEADINGS = /^(?:Литература|Әдебиеттер)/u

/** The row as a small manuscript: text and list, or two parallel lists. */
export function manuscriptOf(left: string, right: string, why: string): string {
  if (HEADINGS.test(left)) return parallel(left, right)
  const entries = [left, right].flatMap((side, at) =>
    side.startsWith('list:') ? listed(side, `${right} ${why}`, at) : [],
  )
  const text = [left, right].find((side) => side.startsWith('text:'))
  // two bare forms: the first in the text, the second in the list
  const bare = entries.length === 0 ? listed(`list: ${right}`, why) : entries
  const sentence = text ?? (left.startsWith('list:') ? '' : left)
  return paper(prose(sentence.replace(/^text:\s*/, ''), right), bare.length > 0 ? bare : listed(`list: ${left}`, why))
}

/** The words of the row as prose; a citation in brackets gets a sentence around it. */
function prose(words: string, list: string): string {
  const said = words.replace(/\s*\[[^\]]*Cyrillic\]/u, '')
  const again = /(\p{Lu}\p{L}+) cited correctly (\d) times/u.exec(list)
  const year = /\((\d{4})\)/.exec(list)?.[1] ?? ''
  const often =
    again === null ? '' : Array.from({ length: Number(again[2]) }, () => ` They move (${again[1]}, ${year}).`).join('')
  const bare = /^\p{Lu}\p{L}+ & \p{Lu}\p{L}+, \d{4}$/u.test(said)
  const sentence = bare
    ? `People move from place to place (${said}).`
    : /^[(（]/u.test(said)
      ? `People move from place to place ${said}.`
      : `${said}.`
  return `${sentence}${often}`
}

/** Entries of a side, completed to what a parser can read: `list: A (2010); B (2012)`. */
function listed(side: string, why: string, at = 0): readonly string[] {
  const shared = /same title|same journal|Trade\./.test(`${side} ${why}`) && /same/.test(why)
  return side
    .replace(/^list:\s*/, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\s+only$/, '')
    .split(/;\s*|,\s(?=\p{Lu}\p{L}+, \p{Lu}\. \(\d{4}[ab]\))/u)
    .map((entry, index) => {
      const plain = entry.replace(/…/g, '').trim()
      const dated = /\d{4}/.test(plain) ? plain : `${plain} (2010)`
      const titled = /\(\d{4}[ab]?\)\.?\s+\S|\d{4}\.\s+\S|\d{4}\)?\s+\p{L}/u.test(dated)
      if (titled) return `${dated}${/\d\(\d\)/.test(dated) ? ', 21–29' : ' *Annals of Examples*, 7(1), 21–29'}.`
      return `${dated.replace(/\.$/, '')}. ${shared ? TITLES[0] : TITLES[(index + at) % 3]}. *Annals of Examples*, 7(1), 21–29.`
    })
}

function paper(sentence: string, entries: readonly string[]): string {
  return `# Roads\n\nPeople have always moved (Quimby, 2003; Oakhollow, 2005). ${sentence}\n\n## References\n\n${[...OTHERS, ...entries].join('\n\n')}\n`
}

/** A row of two lists: the pair between two pairs of our own. */
function parallel(left: string, right: string): string {
  const heading = HEADINGS.exec(left)?.[0] ?? ''
  const own = left.replace(/^\S+:?\s*(?:has\s)?/u, '')
  const year = /\((\d{4})\)/.exec(own)?.[1] ?? '2010'
  const first = `${own.replace(/\s*\(\d{4}\)/, '')} ${RUSSIAN[0]} // Вестник примеров. ${year}. № 3. С. 21–29.`
  const other = /has no/.test(right)
    ? []
    : [
        `${right.replace(/^\S+:\s*/, '').replace(/\s*\(\d{4}\)/, '')} Caravans and their keepers // Vestnik primerov. ${year}. No. 3. P. 21–29.`,
      ]
  const before = [
    'Квимов А. А. Паромы северных островов // Вестник примеров. 2003. № 1. С. 5–9.',
    'Kvimov A.A. Paromy severnykh ostrovov // Vestnik primerov. 2003. No. 1. P. 5–9.',
  ]
  const after = [
    'Стогов Б. Б. О хлебе // Вестник примеров. 2005. № 2. С. 15–19.',
    'Stogov B.B. O khlebe // Vestnik primerov. 2005. No. 2. P. 15–19.',
  ]
  const list = (entries: readonly (string | undefined)[]): string =>
    entries.map((entry, at) => `${at + 1}. ${entry}`).join('\n')
  return `# Дороги\n\nЛюди всегда ходили по дорогам [1, 2, 3].\n\n## ${heading}\n\n${list([before[0], first, after[0]])}\n\n## References\n\n${list([before[1], ...other, after[1]])}\n`
}
