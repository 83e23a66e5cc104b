import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { configSchema, KEYS } from '../../../src/cli/config/schema.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/config.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: false }).compile(schema)

describe('docs/config.schema.json', () => {
  it('names the settings that the program knows', () => {
    expect(Object.keys(schema.properties)).toEqual(KEYS[''])
    expect(Object.keys(schema.properties.accept.properties)).toEqual(KEYS.accept)
    expect(Object.keys(schema.properties.overrides.items.properties)).toEqual(KEYS.overrides)
  })

  it.each([
    [{}, true],
    [{ extends: 'strict', rules: { a: 'off', b: ['info', { c: 1 }] }, accept: { pairs: [['a', 'b']] } }, true],
    [{ overrides: [{ files: '*.md', rules: {} }], offline: true, ignore: ['x'] }, true],
    [{ rules: { a: 'loud' } }, false],
    [{ rules: { a: ['info'] } }, false],
    [{ accept: { pairs: [['a']] } }, false],
    [{ overrides: [{ files: '*.md' }] }, false],
    [{ offline: 'yes' }, false],
    [{ rulez: {} }, false],
  ])('agrees with the program on %j', (config, valid) => {
    expect(validate(config)).toBe(valid)
    expect(safeParse(configSchema, config).success).toBe(valid)
  })
})
