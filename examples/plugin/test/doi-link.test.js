import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, check } from 'citelint'
import plugin from '../index.js'

// the examples of a rule are its documentation; here they are also its tests
for (const rule of plugin.rules) {
  for (const { title, manuscript, says = [], fixed } of rule.examples) {
    test(`${rule.id}: ${title}`, async () => {
      const text = manuscript.replace(/[⟦⟧]/g, '')
      const report = await check([{ path: 'paper.md', text }], { plugins: [plugin] })
      const found = report.files.flatMap(({ findings }) => findings).filter(({ ruleId }) => ruleId === rule.id)
      assert.deepEqual(
        found.map(({ message }) => message),
        says,
      )
      const marked = manuscript.indexOf('⟦')
      if (marked >= 0) assert.equal(found[0].span.start, marked)
      const edits = found.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits))
      if (fixed !== undefined) assert.equal(applyEdits(text, edits), fixed)
    })
  }
}
