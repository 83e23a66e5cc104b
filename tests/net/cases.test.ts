import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '../support/shared.ts'

const root = join(import.meta.dirname, '../..')

/** Where cases are tested: a file and the ids that stand in its tests' names. */
const HERE: Readonly<Record<string, string>> = {
  'tests/registries/services.test.ts':
    'F001 F002 F003 F004 F005 F006 F007 F008 F009 F010 F056 F057 F059 F060 F061 F062 F063 F093 F094 F095 F113',
  'tests/registries/crossref.test.ts':
    'F016 F022 F027 F028 F029 F030 F031 F032 F034 F037 F039 F040 F041 F045 F054 F055',
  'tests/registries/routing.test.ts': 'F011 F017 F033',
  'tests/registries/retraction-watch.test.ts': 'F042 F043 F044 F048 F049 F050 F051 F052 F053',
  'tests/text/identifiers/doi.test.ts': 'F012 F013',
  'tests/net/works.test.ts': 'F014 F015 F036 F064 F124 F125 F127',
  'tests/net/http.test.ts':
    'F018 F019 F020 F021 F023 F024 F025 F026 F035 F090 F111 F116 F117 F118 F119 F120 F121 F122 F123',
  'tests/net/links.test.ts':
    'F065 F066 F067 F068 F069 F070 F071 F072 F073 F074 F075 F076 F077 F078 F079 F080 F081 F082 F083 F084 F085 F086 F087 F088 F089 F091 F092 F096 F097 F098 F126',
  'tests/net/guard.test.ts': 'F099 F100 F101 F102 F103 F104 F105 F106 F107 F108 F109 F110 F112 F114 F115',
  'tests/records/store.test.ts': 'F128 F129 F130 F131 F133 F134',
  'tests/records/killed.test.ts': 'F179 F181',
  'tests/net/check.test.ts': 'F132 F180 F183 F184 F188',
}

/** Cases that are decided elsewhere: a file, and words that stand in it. */
const ELSEWHERE: Readonly<Record<string, readonly [string, string]>> = {
  F038: ['src/rules/records/retracted.ts', 'a recorded retraction'],
  F046: ['src/rules/records/retracted.ts', 'a mark before the registered title, and nothing else'],
  F047: ['src/rules/records/retracted.ts', 'the entry says so itself: an info'],
  // arXiv's comment is handed on with the record
  F058: ['tests/registries/services.test.ts', 'This paper has been withdrawn'],
  F182: ['tests/disk/save.test.ts', 'removes what killed runs left, when it is ours and old'],
  F185: ['tests/cli/check.test.ts', 'goes on when one of many files breaks its reader'],
  F186: ['tests/cli/check.test.ts', 'says which rule failed and lets the others go on'],
  F187: ['tests/workers/pool.test.ts', 'loses a job that needs too much memory, and goes on'],
  // no configuration holds a regular expression
  F189: ['src/cli/config/schema.ts', 'v.strictObject'],
  // endpoints, headers and proxies are no settings; programs must be named
  F190: ['tests/cli/config/load.test.ts', 'none at all when the tree is not trusted'],
}

const AREAS = ['doi', 'crossref', 'status', 'link', 'http', 'ssrf', 'cache', 'run']

const tested = new Map<string, readonly [string, string]>([
  ...Object.entries(HERE).flatMap(([file, ids]) => ids.split(' ').map((id) => [id, [file, id]] as const)),
  ...Object.entries(ELSEWHERE),
])

describe('the cases of network and security', () => {
  it.each([...tested])('%s is tested in %s', (_, [file, words]) => {
    const path = join(root, file)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(words)
  })

  const folder = sharedFolder('data/cases')
  it.skipIf(folder === undefined)('leave no row out', () => {
    const rows = readFileSync(join(folder as string, 'network-and-security.tsv'), 'utf8').split('\n')
    const ids = rows.flatMap((row) => {
      const [id = '', area = ''] = row.split('\t')
      return AREAS.includes(area) ? [id] : []
    })
    expect(ids.length).toBeGreaterThan(140)
    expect(ids.filter((id) => !tested.has(id))).toEqual([])
  })
})
