import { write } from './phases'
import { licenceOf, licenceProblem } from './supply/licence-rules'
import { readLockFile } from './supply/lock-file'

// `npm run licences`: every package with its version and licence, what serves first. Ends with 1 when one is not allowed.

const packages = readLockFile()
const problems = packages.flatMap((one) => licenceProblem(one) ?? [])
for (const isForTests of [false, true]) {
  write(isForTests ? '\nFor tests and builds only:' : 'What serves:')
  for (const one of packages.filter((other) => other.isForTests === isForTests))
    write(`  ${one.name} ${one.version}  ${licenceOf(one) ?? 'none stated'}`)
}
const counts = new Map<string, number>()
for (const one of packages) {
  const licence = licenceOf(one) ?? 'none stated'
  counts.set(licence, (counts.get(licence) ?? 0) + 1)
}
write(
  `\n${[...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([licence, count]) => `${licence}: ${count}`)
    .join(', ')}`,
)
problems.forEach((problem) => write(`✗ ${problem}`))
process.exit(problems.length === 0 ? 0 : 1)
