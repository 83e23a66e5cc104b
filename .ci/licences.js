// Fails where an installed package may only be used under AGPL, CPAL or GPL. Argument: a node_modules folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const refused = /\b(?:AGPL|CPAL|GPL)\b/i
const seen = []

function scan(folder) {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.')) continue
    const place = join(folder, name)
    if (name.startsWith('@')) {
      scan(place)
      continue
    }
    const manifest = join(place, 'package.json')
    if (existsSync(manifest)) {
      const { license, licenses } = JSON.parse(readFileSync(manifest, 'utf8'))
      seen.push([place, licenceOf(license ?? licenses)])
    }
    const nested = join(place, 'node_modules')
    if (existsSync(nested)) scan(nested)
  }
}

function licenceOf(value) {
  if (Array.isArray(value)) return value.map(licenceOf).join(' OR ')
  return typeof value === 'object' && value !== null ? String(value.type) : String(value ?? 'none')
}

/** With a choice of licences, one that is not refused is enough. */
function isRefused(licence) {
  return licence.split(/\bOR\b/i).every((choice) => refused.test(choice))
}

scan(process.argv[2])
const bad = seen.filter(([, licence]) => isRefused(licence))
console.log(`${seen.length} packages, ${bad.length} under AGPL, CPAL or GPL`)
for (const [place, licence] of bad) console.error(`${place}: ${licence}`)
process.exitCode = bad.length > 0 || seen.length === 0 ? 1 : 0
