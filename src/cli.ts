import process from 'node:process'

const [first, ...rest] = process.argv.slice(2)
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  const { VERSION } = await import('./version.ts')
  process.stdout.write(`${VERSION}\n`)
} else {
  const { main } = await import('./cli/main.ts')
  await main(process.argv.slice(2))
}
