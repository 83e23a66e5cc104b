// Assembles the inner loops of the tagger anew: node scripts/run-ts.js scripts/kernels.ts
import { writeFileSync } from 'node:fs'
import { moduleOf } from '../src/reference-parser/tagger/assembler.ts'
import { routines } from '../src/reference-parser/tagger/routines.ts'

const bytes = Buffer.from(moduleOf(routines)).toString('base64')
writeFileSync(
  'src/reference-parser/tagger/kernel-bytes.ts',
  `/**
 * The module that \`assembler.ts\` makes of \`routines.ts\`, in base64: making it takes longer than to read a reference. Written
 * by \`node scripts/run-ts.js scripts/kernels.ts\`; a test holds it to what it was made of.
 */
export const kernelBytes: string =
  '${bytes}'
`,
)
