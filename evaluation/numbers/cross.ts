import type { Quantity } from '../../src/model/quantity.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { seeded } from './changes.ts'
import { check, documents, read } from './documents.ts'
import { crossPlants, type Plant, type SectionOf } from './plants.ts'

const LANGUAGES = ['en', 'ru', 'kk', 'zh']
/** How many plants a document gets at most. */
const MOST = 24

/**
 * One place of a quantity that is told twice, in a summary and in the body, is changed: on either side, by every kind of slip, in all
 * documents. A larger set than that of `planted`, for this question alone.
 */
export async function cross(print: boolean): Promise<void> {
  const random = seeded(20)
  const counts = new Map<string, { found: number; all: number }>()
  for (const { folder, source } of documents()) {
    const { file } = await check(source)
    const { sections, language = '' } = await read(source)
    const sectionOf: SectionOf = ({ section }: Quantity) =>
      ['abstract', 'conclusion'].includes(sections[section]?.kind ?? '') ? 'summary' : 'body'
    const before = new Set(file.findings.map(({ fingerprint }) => fingerprint))
    for (const plant of drawn([...crossPlants(source, file.quantities, sectionOf, random)], random)) {
      const found = await isFound(source, plant, before)
      const group = groupOf(folder, language)
      for (const key of [
        group,
        `${group}, ${language}`,
        `${group}, ${plant.relation}`,
        `${group}, ${plant.kind}`,
        `${group}, ${digitsOf(plant.was)}`,
      ]) {
        const count = counts.get(key) ?? { found: 0, all: 0 }
        counts.set(key, { found: count.found + Number(found), all: count.all + 1 })
      }
      if (print) {
        const { relation, kind, was, is, at } = plant
        console.log(
          `${found ? 'found' : 'missed'}: ${source.path} ${language} ${relation} ${kind} ${was} → ${is} at ${at}`,
        )
      }
    }
  }
  for (const [key, { found, all }] of [...counts].sort())
    console.log(`cross-section, ${key}: ${((100 * found) / all).toFixed(1)} % (${found} of ${all}) found`)
}

/** Three digits and more are rare by themselves; two are known by their words only. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length > 2 ? 'three digits and more' : 'two digits'
}

function groupOf(folder: string, language: string): string {
  if (folder === 'invented' || folder === 'manuscripts' || folder === 'defects') return 'invented'
  return LANGUAGES.includes(language) ? 'published' : 'published in other languages'
}

async function isFound(source: SourceFile, { text }: Plant, before: ReadonlySet<string>): Promise<boolean> {
  const { file } = await check({ ...source, text })
  return file.findings.some(({ fingerprint, severity }) => severity !== 'info' && !before.has(fingerprint))
}

function drawn(plants: readonly Plant[], random: () => number): readonly Plant[] {
  return plants
    .filter(({ truth }) => truth === 'false')
    .map((plant) => ({ plant, at: random() }))
    .sort((left, right) => left.at - right.at)
    .slice(0, MOST)
    .map(({ plant }) => plant)
}
