import process from 'node:process'

const [first, ...rest] = process.argv.slice(2)
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  const [{ VERSION }, { stdout }] = await Promise.all([import('./version.ts'), import('./cli/streams.ts')])
  await stdout.write(`${VERSION}\n`)
} else {
  const { main } = await import('./cli/main.ts')
  await main(process.argv.slice(2))
}
