/** Normal forms in which values of references are compared; as in the shared scorer. */

export const connectors: ReadonlySet<string> = new Set(
  'and und et al others eds ed editors editor hrsg hg in edd dir coord org orgs'.split(' '),
)

/** Compatibility forms and case folded, marks and symbols read as blanks. */
export function normal(value: unknown): string {
  return String(value)
    .replace(/<\/?[a-z]+>/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\p{P}\p{Z}\p{S}\p{C}]/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ')
}

const nameParts = [
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'particle',
  'family',
  'suffix',
  'literal',
] as const

type AnyName = Readonly<Partial<Record<(typeof nameParts)[number], string>>>

export function namesAsText(names: unknown): string {
  if (!Array.isArray(names)) return ''
  return names
    .map((name: string | AnyName) =>
      typeof name === 'string'
        ? name
        : nameParts
            .map((part) => name[part])
            .filter(Boolean)
            .join(' '),
    )
    .join(' ; ')
}

/** The letters of names in alphabetical order: how they were split does not matter. */
export function letters(names: string): string {
  const text = normal(names.replace(/\s[eyuaiи]\s/g, ' ; '))
  return [
    ...text
      .split(' ')
      .filter((token) => !connectors.has(token))
      .join(''),
  ]
    .sort()
    .join('')
}

export function families(names: unknown): string[] {
  if (!Array.isArray(names)) return []
  return names
    .map((name: string | AnyName) => {
      if (typeof name === 'string') return normal(name)
      const particle = name['non-dropping-particle'] ?? name['dropping-particle'] ?? name.particle
      return normal(`${particle === undefined ? '' : `${particle} `}${name.family ?? name.literal ?? name.given ?? ''}`)
    })
    .filter((family) => family !== '')
}

/** Pages without their mark, short ranges written out: 123-8 is 123-128. */
export function pageRange(value: unknown): string {
  const text = String(value)
    .normalize('NFKC')
    .replace(/[‐‑‒–—−­]+/g, '-')
    .replace(/^[^\p{L}\p{N}_]*(?:pages?|pgs?|pp?|ss?|seiten?|с|стр)\.?\s*(?=[A-Za-z]?\d)/iu, '')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^[.,;:()]+|[.,;:()]+$/g, '')
  const range = /^([a-z]*)(\d+)([a-z]*)-+([a-z]*)(\d+)([a-z]*)$/.exec(text)
  if (range === null) return text
  const [, before, first, behind, before2, last, behind2] = range as unknown as string[]
  const full =
    (last as string).length < (first as string).length
      ? (first as string).slice(0, (first as string).length - (last as string).length) + last
      : last
  return `${before}${first}${behind}-${before2 === '' ? before : before2}${full}${behind2}`
}

export function strippedDoi(value: unknown): string {
  return normal(String(value).replace(/^.*?(10\.\d)/, '$1'))
}

export function compactLink(value: unknown): string {
  return normal(
    String(value)
      .replace(/\s+/g, '')
      .replace(/^[^\p{L}\p{N}_]*https?:\/\//u, '')
      .replace(/[/.,;]+$/, ''),
  )
}
