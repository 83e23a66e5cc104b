// Runs a TypeScript program of the repository on plain Node: compiles its folder with src and imports the result.
//   node scripts/run-ts.js training/train.ts [arguments…]
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const program = process.argv[2]
if (program === undefined) {
  console.error('usage: node scripts/run-ts.js PROGRAM.ts [arguments…]')
  process.exit(2)
}
const path = resolve(root, program)
const relative = path.slice(root.length + 1)
const output = join(root, 'node_modules', '.cache', 'citelint', String(process.pid))
const settings = join(output, 'tsconfig.json')
mkdirSync(output, { recursive: true })
writeFileSync(
  settings,
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      rootDir: root,
      outDir: output,
      declaration: false,
      typeRoots: [join(root, 'node_modules', '@types')],
    },
    include: [join(root, 'src/**/*.d.ts')],
    files: [path],
  }),
)
writeFileSync(join(output, 'package.json'), '{"type":"module"}')
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
const compiled = spawnSync(process.execPath, [join(dirname(typescript), 'bin', 'tsc'), '-p', settings], {
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
// the model lies beside the code that reads it; a program that trains one needs none
const model = join('src', 'reference-parser', 'model.bin')
mkdirSync(dirname(join(output, model)), { recursive: true })
if (existsSync(join(root, model))) copyFileSync(join(root, model), join(output, model))
process.argv.splice(1, 2, path)
process.chdir(root)
await import(pathToFileURL(join(output, relative.replaceAll(sep, '/').replace(/\.ts$/, '.js'))).href)
