import { childrenOf, type Element, find, findAll, textOf } from './xml.ts'

/** The typed-out text of a `ref`: as printed where it is mixed content, else put together in a plain author-year order. */
export function referenceText(reference: Element): string {
  const mixed = find(reference, 'mixed-citation')
  const printed = textOf(mixed).trim()
  // a mixed citation without spaces and marks of its own is an element citation by another name
  const isPrinted =
    mixed?.children.some((child) => typeof child === 'string' && /[.,;(]/.test(child)) && !isRunTogether(mixed)
  if (isPrinted) return printed
  const element = mixed ?? find(reference, 'element-citation') ?? find(reference, 'nlm-citation') ?? reference
  return compose(element) || printed || textOf(reference).trim()
}

/** The publisher's style sheet puts the blanks in: surname and given names stand without one. */
function isRunTogether(mixed: Element): boolean {
  return findAll(mixed, 'name').some(
    ({ children }) => children.length > 1 && children.every((child) => typeof child !== 'string'),
  )
}

function compose(element: Element): string {
  const one = (name: string): string => textOf(find(element, name)).trim()
  const title = one('article-title') || one('chapter-title') || one('data-title')
  const issue = one('issue') === '' ? '' : `(${one('issue')})`
  const last = one('lpage')
  const pages = one('fpage') === '' ? one('elocation-id') : `${one('fpage')}${last === '' ? '' : `–${last}`}`
  const where = [one('source'), `${one('volume')}${issue}`, pages].filter((part) => part !== '').join(', ')
  const made = [one('publisher-loc'), one('publisher-name')].filter((part) => part !== '').join(': ')
  const doi = findAll(element, 'pub-id').find((id) => id.attributes['pub-id-type'] === 'doi')
  const parts = [
    `${names(element)} (${one('year')})`,
    title,
    where,
    made,
    doi === undefined ? '' : `https://doi.org/${textOf(doi).trim()}`,
  ]
  return parts.filter((part) => part !== '' && part !== ' ()').join('. ')
}

function names(element: Element): string {
  const group = find(element, 'person-group') ?? element
  const people = findAll(group, 'name').map((name) =>
    [textOf(find(name, 'surname')), textOf(find(name, 'given-names'))].filter((part) => part !== '').join(' '),
  )
  const bodies = childrenOf(group)
    .filter(({ name }) => name === 'collab')
    .map(textOf)
  const more = find(group, 'etal') === undefined ? [] : ['et al.']
  return [...people, ...bodies, ...more].join(', ')
}
