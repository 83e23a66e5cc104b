import { describe, expect, it } from 'vitest'
import { splitVolume } from '../../src/reference-parser/locators.ts'

describe('a volume that took its issue along', () => {
  it.each([
    ['52(3)', '52', '3'],
    ['5 (40', '5', '40'],
    ['28(15_suppl', '28', '15_suppl'],
    ['02 (C3) (December', '02', 'C3'],
    ['93 (Supplement) (September', '93', 'Supplement'],
  ])('%s is volume %s, issue %s', (text, volume, issue) => {
    expect(splitVolume(text)).toEqual({ volume, issue })
  })

  it.each(['52', 'PAS-97', '12 (1998'])('%s stays as it is', (text) => {
    expect(splitVolume(text)).toEqual({ volume: text })
  })
})
