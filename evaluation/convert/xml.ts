import { SaxesParser } from 'saxes'

/** An element of a tree that is only as rich as the conversion needs. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** Parses XML tolerantly: an undefined entity is left out, a stray `&` is read as itself. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] }
  const open: Element[] = [root]
  const parser = new SaxesParser()
  parser.on('error', () => {})
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  const text = (value: string): void => {
    open.at(-1)?.children.push(value)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(xml.replace(/&(?!#?\w+;)/g, '&amp;')).close()
  return root
}

/** The first element of that name below, in document order. */
export function find(element: Element, name: string): Element | undefined {
  return findAll(element, name)[0]
}

/** All elements of that name below, in document order. */
export function findAll(element: Element, name: string): readonly Element[] {
  const found: Element[] = []
  const waiting: (Element | string)[] = [...element.children].reverse()
  while (waiting.length > 0) {
    const next = waiting.pop() as Element | string
    if (typeof next === 'string') continue
    if (next.name === name) found.push(next)
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] as Element)
  }
  return found
}

/** All text below, white space folded. */
export function textOf(element: Element | undefined): string {
  if (element === undefined) return ''
  const inner = element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
  return inner.replace(/\s+/g, ' ')
}

export function childrenOf(element: Element): readonly Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string')
}
