/** Writes an item the way authors do, in several styles. Every variation in here is a right way to cite the work. */
import type { CslItem, CslName } from '../../src/model/csl.ts'

export type Style = 'apa' | 'vancouver' | 'gost' | 'ieee' | 'chicago' | 'gbt' | 'bibtex'
export const STYLES: readonly Style[] = ['apa', 'vancouver', 'gost', 'ieee', 'chicago', 'gbt', 'bibtex']

export function write(item: CslItem, style: Style, doi: string, key: string): string {
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '')
  const { title = '', volume = '', issue, page } = item
  const venue = item['container-title'] ?? ''
  const names = style === 'bibtex' ? (item.author ?? []) : (item.author ?? []).map(inOne)
  const isOpen = item.custom?.['author-others'] === true
  const dash = page?.replace('-', '–')
  const numbered = issue === undefined ? volume : `${volume}(${issue})`
  switch (style) {
    case 'apa':
      return `${listed(
        names.map((name) =>
          name.given === undefined ? (name.family ?? '') : `${name.family}, ${initials(name, '. ')}`,
        ),
        ', & ',
        isOpen ? ', et al.' : '',
      )} (${year}). ${title}. ${venue}, ${numbered}${dash ? `, ${dash}` : ''}. https://doi.org/${doi}`
    case 'vancouver':
      return `${listed(
        names.map((name) => `${name.family} ${initials(name, '').replaceAll('.', '')}`),
        ', ',
        isOpen ? ', et al' : '',
      )}. ${title}. ${venue}. ${year};${numbered}${page ? `:${page}` : ''}. doi:${doi}`
    case 'gost': {
      const isRussian = /\p{Script=Cyrillic}/u.test(title)
      const [vol, no, pages] = isRussian ? ['Т.', '№', 'С.'] : ['Vol.', 'No.', 'P.']
      return `${listed(
        names.map((name) => `${name.family} ${initials(name, '. ').trim()}`),
        ', ',
        isOpen ? (isRussian ? ' и др.' : ' et al.') : '',
      )} ${title} // ${venue}. – ${year}. – ${vol} ${volume}${issue ? `, ${no} ${issue}` : ''}.${dash ? ` – ${pages} ${dash}.` : ''} – DOI: ${doi}.`
    }
    case 'ieee':
      return `${listed(
        names.map((name) => `${initials(name, '. ')} ${name.family}`),
        ' and ',
        isOpen ? ' et al.' : '',
      )}, “${title},” ${venue}, vol. ${volume}${issue ? `, no. ${issue}` : ''}${dash ? `, pp. ${dash}` : ''}, ${year}, doi: ${doi}.`
    case 'chicago':
      return `${listed(
        names.map((name, at) =>
          at === 0 ? `${name.family}, ${name.given ?? ''}` : `${name.given ?? ''} ${name.family}`,
        ),
        ', and ',
        isOpen ? ', et al.' : '',
      )}. ${year}. “${title}.” ${venue} ${volume}${issue ? ` (${issue})` : ''}${dash ? `: ${dash}` : ''}. https://doi.org/${doi}.`
    case 'gbt':
      return `${listed(
        names.map((name) =>
          /\p{Script=Han}/u.test(name.family ?? '')
            ? `${name.family}${name.given ?? ''}`
            : `${(name.family ?? '').toUpperCase()} ${initials(name, ' ').replaceAll('.', '')}`,
        ),
        ', ',
        isOpen ? ', 等' : '',
      )}. ${title}[J]. ${venue}, ${year}, ${numbered}${page ? `: ${page}` : ''}. DOI: ${doi}.`
    case 'bibtex':
      return `@article{${key},\n  author = {${names.map((name) => `${name.family}, ${name.given ?? ''}`).join(' and ')}${isOpen ? ' and others' : ''}},\n  title = {${title}},\n  journal = {${venue}},\n  year = {${year}},\n  volume = {${volume}},${issue ? `\n  number = {${issue}},` : ''}${page ? `\n  pages = {${page.replace('-', '--')}},` : ''}\n  doi = {${doi}}\n}\n`
  }
}

/** Chinese names are written in one, the surname first. */
function inOne(name: CslName): CslName {
  return /\p{Script=Han}/u.test(name.family ?? '') ? { family: `${name.family}${name.given ?? ''}` } : name
}

function listed(names: readonly string[], last: string, others: string): string {
  if (names.length < 2 || others !== '') return names.join(', ') + others
  return `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`
}

/** `Jean-Pierre` → `J.-P.`, `María José` → `M. J.` */
function initials({ given = '' }: CslName, between: string): string {
  if (/\p{Script=Han}/u.test(given)) return given
  return given
    .split(' ')
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .map((half) => `${half.slice(0, 1).toUpperCase()}.`)
        .join('-'),
    )
    .join(between.trim() === '' ? between : between.slice(1))
}
