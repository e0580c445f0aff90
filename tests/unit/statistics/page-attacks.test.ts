import { expect, test } from 'vitest'
import { attackByPage } from '@/tests/support/attack-by-page'

/** As disclosure-attacks.test.ts, for somebody who reads the page of an organisation, too: ATTACK_SEED=1000 ATTACK_RUNS=500. */
const FIRST = process.env['ATTACK_SEED']
const RUNS = Number(process.env['ATTACK_RUNS'] ?? 20)
const SEEDS =
  FIRST === undefined ? [1, 2, 3, 4, 5, 6, 7, 8, 1000] : Array.from({ length: RUNS }, (_, at) => Number(FIRST) + at)

test('a page of an organisation with all tables, and the page before, settles no number of one to four', async () => {
  const found: string[] = []
  let told = 0
  for (const seed of SEEDS) {
    const outcome = await attackByPage(seed)
    told += outcome.told
    if (outcome.known.length + outcome.wrong.length > 0)
      found.push(`seed ${String(seed)}`, ...outcome.wrong, ...outcome.known, ...outcome.story)
  }
  if (FIRST !== undefined) process.stdout.write(`${String(told)} pages in ${String(SEEDS.length)} runs\n`)
  expect(found.join('\n')).toBe('')
  expect(told).toBeGreaterThan(0)
}, 6_000_000)
