import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finish } from '../../src/engine/finish.ts'
import { type JobResult, runJob } from '../../src/engine/pipeline.ts'
import type { Report } from '../../src/model/report.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { toHtml, toHtmlPages } from '../../src/reporters/html/index.ts'
import { rules } from '../../src/rules/index.ts'
import { HOSTILE, hostileReport } from '../reporters/hostile.ts'
import { rich } from '../reporters/sample.ts'
import { NOTHING_ACCEPTED } from '../support/example.ts'
import { readShared, sharedFolder } from '../support/shared.ts'
import { barriers, chromiumPath, folderOf, launch, open } from './chromium.ts'
import { worked } from './worked.ts'

const path = chromiumPath()
const seeds = sharedFolder('seeds')
const seedNames = ['000_5475edef5b860754.txt', '003_a657e0b1b6a11810.txt']

async function checked(sources: Parameters<typeof runJob>[0]['source'][]): Promise<Report> {
  const settings = { rules: {}, accept: NOTHING_ACCEPTED, today: '2026-11-22' }
  const tools = { reader: loadReader, rules, parser: createReferenceParser() }
  const results: JobResult[] = []
  for (const source of sources)
    results.push(await runJob({ source, libraries: [], missingLibraries: [], settings }, tools))
  return finish(results, rules, () => settings, { name: 'citelint', version: '0' })
}

const reports: readonly (readonly [name: string, make: () => Promise<Report>])[] = [
  ['a report with something of everything', async () => rich],
  ['our worked manuscripts', () => checked(worked())],
  ['a hostile report', async () => hostileReport(HOSTILE.join(' '))],
  ...(seeds === undefined ? [] : seedNames.map((name) => [name, () => checked([readShared(seeds, name)])] as const)),
]

/** Everything that a keyboard must reach, in the order of the page. */
const focusable = 'a[href], button, summary, [tabindex="0"]'

/** What has the focus, and whether that is seen; empty at the end of the page. A program of the page. */
const focused = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return ''
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
  const name = element.getAttribute('href') ?? element.textContent.trim().slice(0, 30)
  return element.tagName + ' ' + name + (seen ? '' : ' without an outline')
})()`
const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth')

async function tabStops(page: Page, most: number): Promise<readonly string[]> {
  const reached: string[] = []
  for (let index = 0; index < most; index++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate<string>(focused)
    if (name === '') break
    reached.push(name)
  }
  return reached
}

describe.skipIf(path === undefined)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(path as string)
  })
  afterAll(() => browser?.close())

  describe.each(reports)('%s', (_name, make) => {
    test.each([
      [360, 'light'],
      [1440, 'dark'],
    ] as const)(
      '%i px wide, %s: no error, no request, no barrier, nothing sticks out',
      async (width, colorScheme) => {
        const folder = folderOf([['report.html', toHtml(await make(), rules)]])
        const options = { viewport: { width, height: 900 }, colorScheme }
        const { page, troubles } = await open(browser, join(folder, 'report.html'), options)
        expect(await widthOf(page)).toBeLessThanOrEqual(width)
        expect(await barriers(page)).toEqual([])
        expect(troubles).toEqual([])
      },
      60_000,
    )

    test('reads without scripts and prints', async () => {
      const folder = folderOf([['report.html', toHtml(await make(), rules)]])
      const { page, troubles } = await open(browser, join(folder, 'report.html'), { javaScriptEnabled: false })
      expect(await page.locator('h1').first().isVisible()).toBe(true)
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000)
      expect(troubles).toEqual([])
    })
  })

  test('every link of a page is reached with the keyboard, and seen', async () => {
    const folder = folderOf([['report.html', toHtml(rich, rules)]])
    const { page } = await open(browser, join(folder, 'report.html'))
    // what is folded away is reached once it is opened
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    const all = await page.locator(focusable).count()
    const stops = await tabStops(page, all + 5)
    expect(stops.length).toBe(all)
    expect(stops.filter((stop) => stop.endsWith('without an outline'))).toEqual([])
    expect(stops[0]).toBe('A #main')
  })

  test('a mark leads to its note and the note back', async () => {
    const folder = folderOf([['report.html', toHtml(rich, rules)]])
    const { page } = await open(browser, join(folder, 'report.html'))
    await page.locator('a.m.error').first().click()
    const note = page.locator('.note:target')
    expect(await note.count()).toBe(1)
    await note.locator('.where a').first().click()
    expect(await page.locator('.m:target').count()).toBe(1)
  })

  test('the index of many manuscripts: opens, sorts by keyboard, leads to each page', async () => {
    const folder = folderOf(toHtmlPages(await checked(worked()), rules))
    for (const width of [360, 1440]) {
      const { page, troubles } = await open(browser, join(folder, 'index.html'), { viewport: { width, height: 900 } })
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      expect(await barriers(page)).toEqual([])
      expect(troubles).toEqual([])
    }
    const { page, troubles } = await open(browser, join(folder, 'index.html'), {
      viewport: { width: 1440, height: 900 },
    })
    const column = async (index: number) =>
      (await page.locator(`tbody tr > :nth-child(${index})`).allTextContents()).map(Number)
    await page.getByRole('button', { name: 'References' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('columnheader', { name: 'References' }).getAttribute('aria-sort')).toBe('descending')
    expect(await column(5)).toEqual((await column(5)).toSorted((left, right) => right - left))
    await page.keyboard.press('Enter')
    expect(await column(5)).toEqual((await column(5)).toSorted((left, right) => left - right))
    expect(await page.locator('caption').textContent()).toBe('Sorted by references, ascending')
    expect(troubles).toEqual([])
    await page.locator('tbody th a').first().click()
    expect(await page.locator('.back a').textContent()).toBe('All manuscripts')
    await page.locator('.back a').click()
    expect(await page.locator('table.index').count()).toBe(1)
  })

  test('o_html: nothing hostile runs, moves or asks', async () => {
    for (const words of HOSTILE) {
      const folder = folderOf([['report.html', toHtml(hostileReport(words), rules)]])
      const { page, troubles } = await open(browser, join(folder, 'report.html'))
      expect(await page.locator('script, img, iframe, style').count()).toBe(1)
      expect(await page.locator('a[href^="javascript:" i], [onerror], [onfocus]').count()).toBe(0)
      expect(troubles).toEqual([])
    }
  })
})
