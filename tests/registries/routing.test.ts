import { describe, expect, it } from 'vitest'
import type { WorkRecord } from '../../src/model/query.ts'
import { askedDoi } from '../../src/registries/asked-doi.ts'
import { type Inquiry, nextStep } from '../../src/registries/routing.ts'

const record: WorkRecord = { csl: { id: '10.5555/a', type: 'article-journal', DOI: '10.5555/a' } }
const found = <Value>(value: Value) => ({ state: 'found', value }) as const
const absent = { state: 'absent' } as const
const failed = { state: 'unknown', why: 'failed' } as const
const agency = (name: string) => found({ name })
const step = (known: Partial<Inquiry> = {}) => nextStep({ doi: '10.5555/a', ...known })

describe('whom to ask about a DOI', () => {
  it('Crossref first, unless its prefix is another agency’s', () => {
    expect(step()).toEqual({ ask: 'crossref' })
    expect(step({ doi: '10.5281/zenodo.1' })).toEqual({ ask: 'agency' })
    expect(step({ doi: '10.5281/zenodo.1', agency: agency('Crossref') })).toEqual({ ask: 'crossref' })
    expect(step({ doi: '10/abc12' })).toEqual({ ask: 'handle' })
  })

  it('absent only when the agencies and the handle both say so', () => {
    expect(step({ crossref: absent })).toEqual({ ask: 'agency' })
    expect(step({ crossref: absent, agency: found('missing' as const) })).toEqual({ ask: 'handle' })
    expect(step({ crossref: absent, agency: found('missing' as const), handle: absent })).toEqual({
      state: 'absent',
      source: 'doi.org',
    })
    expect(step({ crossref: absent, agency: found('missing' as const), handle: failed })).toEqual(failed)
    expect(step({ crossref: absent, agency: failed })).toEqual(failed)
    expect(step({ crossref: failed })).toEqual(failed)
    expect(step({ crossref: absent, agency: found('invalid' as const) })).toMatchObject({
      state: 'unknown',
      why: 'unsupported',
    })
    expect(step({ crossref: absent, agency: agency('Crossref'), handle: absent })).toMatchObject({
      detail: 'contradiction',
    })
  })

  it('F011: what belongs to another agency is asked there, and its silence is no error', () => {
    for (const name of ['mEDRA', 'JaLC', 'KISTI', 'Airiti', 'OP', 'ISTIC']) {
      const known = { crossref: absent, agency: agency(name) }
      expect(step(known)).toEqual({ ask: 'negotiation' })
      expect(step({ ...known, negotiated: found(record) })).toEqual({ state: 'found', value: record, source: name })
      expect(step({ ...known, negotiated: absent })).toMatchObject({
        state: 'found',
        value: { isBare: true, agency: name },
      })
      expect(step({ ...known, negotiated: failed })).toMatchObject({
        state: 'found',
        value: { isBare: true, agency: name },
      })
    }
    // with a prefix of theirs neither Crossref nor DataCite is asked at all
    expect(nextStep({ doi: '10.1400/1', agency: agency('mEDRA') })).toEqual({ ask: 'negotiation' })
  })

  it('DataCite for its own', () => {
    const known = { crossref: absent, agency: agency('DataCite') }
    expect(step(known)).toEqual({ ask: 'datacite' })
    expect(step({ ...known, datacite: found(record) })).toEqual({ state: 'found', value: record, source: 'DataCite' })
    expect(step({ ...known, datacite: absent })).toEqual({ ask: 'handle' })
  })

  it('F003 F007 F022: a handle without a record is an alias, deleted, without address, or bare', () => {
    const known = { crossref: absent, agency: agency('Crossref') }
    expect(step({ ...known, handle: found({ alias: '10.5555/b', isDeleted: false }) })).toEqual({
      ask: 'primary',
      doi: '10.5555/b',
    })
    const primary = { state: 'found', value: { ...record, titles: ['T'] }, source: 'Crossref', asOf: '' } as const
    expect(step({ ...known, handle: found({ alias: '10.5555/b', isDeleted: false }), primary })).toMatchObject({
      state: 'found',
      value: { standing: 'alias', primary: '10.5555/b', titles: ['T'] },
    })
    expect(step({ ...known, handle: found({ url: 'https://x.example.org', isDeleted: true }) })).toMatchObject({
      value: { standing: 'deleted' },
    })
    expect(step({ ...known, handle: found({ isDeleted: false }) })).toMatchObject({ value: { standing: 'no-url' } })
    const bare = step({ ...known, handle: found({ url: 'https://x.example.org', isDeleted: false }) })
    expect(bare).toEqual({
      state: 'found',
      source: 'doi.org',
      value: { csl: { id: '10.5555/a', type: 'document', DOI: '10.5555/a' }, isBare: true, agency: 'Crossref' },
    })
  })

  it('F033: a stranger’s record counts only where doi.org calls it the same', () => {
    const other = found({ csl: { id: '10.5555/b', type: 'article-journal', DOI: '10.5555/b' }, isOther: true })
    expect(step({ crossref: other })).toEqual({ ask: 'handle' })
    expect(step({ crossref: other, handle: found({ url: 'x', isDeleted: false }) })).toMatchObject({
      state: 'unknown',
      detail: 'bad-answer',
    })
    expect(step({ crossref: other, handle: found({ alias: '10.5555/b', isDeleted: false }) })).toMatchObject({
      state: 'found',
      value: { standing: 'alias', primary: '10.5555/b' },
    })
  })

  it('F014 F017: one form for all spellings, none for fillers', () => {
    expect(askedDoi('10.5555/ABC')).toBe('10.5555/abc')
    expect(askedDoi('https://doi.org/10.5555/Abc')).toBe('10.5555/abc')
    for (const filler of ['unavailable', '0', 'n/a', '10.0000/xxxx', '']) expect(askedDoi(filler)).toBeUndefined()
  })
})
