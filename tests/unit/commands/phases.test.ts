import { expect, test } from 'vitest'
import { tenths } from '@/lib/commands/phases'

test('progress is shown at most ten times for each thing that is counted', () => {
  const lines: string[] = []
  const show = tenths((line) => lines.push(line))
  for (let done = 1; done <= 100; done += 1) show(done, 100, 'reports')
  show(1, 50, 'cases')
  show(50, 50, 'cases')
  expect(lines).toHaveLength(13)
  expect([lines[0], lines[10], lines[11], lines[12]]).toEqual([
    '1 of 100 reports',
    '100 of 100 reports',
    '1 of 50 cases',
    '50 of 50 cases',
  ])
})
