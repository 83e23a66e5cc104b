// Writes dist: the program in few files, its types, and the data that it reads at run time.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, compile } from './compile.js'

const output = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')

rmSync(output, { recursive: true, force: true })
const { status, words } = compile(output, { declarations: true })
process.stdout.write(words)
if (status !== 0) process.exit(status ?? 1)
await bundle(output)
