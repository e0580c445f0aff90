import { expect, test } from 'vitest'
import { attackByFile } from '@/tests/support/attack-by-file'

/** As disclosure-attacks.test.ts, for somebody who has a file of records, too: ATTACK_SEED=1000 ATTACK_RUNS=500. */
const FIRST = process.env['ATTACK_SEED']
const RUNS = Number(process.env['ATTACK_RUNS'] ?? 20)
const SEEDS =
  FIRST === undefined ? [1, 2, 3, 4, 5, 6, 7, 8] : Array.from({ length: RUNS }, (_, at) => Number(FIRST) + at)

test('a file of records with the tables told before and after it settles no number of one to four, and no row finer', async () => {
  const found: string[] = []
  let [made, held] = [0, 0]
  for (const seed of SEEDS) {
    const outcome = await attackByFile(seed)
    made += Number(outcome.isMade)
    held += Number(outcome.held > 0)
    if (outcome.known.length + outcome.wrong.length > 0)
      found.push(`seed ${String(seed)}`, ...outcome.wrong, ...outcome.known, ...outcome.story)
  }
  if (FIRST !== undefined)
    process.stdout.write(`${String(made)} files of ${String(SEEDS.length)}, something held back in ${String(held)}\n`)
  expect(found.join('\n')).toBe('')
  expect(made).toBeGreaterThan(0)
}, 6_000_000)
