import { expect, it } from 'vitest'
import { readName } from '@/lib/domain/parties/matching/read-name'
import { typedScore } from '@/lib/domain/parties/matching/typed-score'

const read = (text: string) => ({ text, readings: readName(text) })
const score = (typed: string, name: string) => typedScore(read(typed), read(name))

it.each([
  ['PT Pagi Senja Ca', 'PT Pagi Senja Camar', 'PT Pagi Pagi Camar'],
  ['株式会社谷川竹建', '株式会社谷川竹建設', '株式会社谷山竹建設'],
  ['cty Sao Bi', 'Công ty CP Sao Biển', 'Công ty CP Sao Mai'],
])('%s goes on as %s, not as %s', (typed, name, other) => {
  expect(score(typed, name)).toBeGreaterThan(0.6)
  expect(score(typed, other)).toBe(0)
})

it('is higher the less there is left to type', () => {
  expect(score('Sao Bi', 'Sao Biển')).toBeGreaterThan(score('Sao Bi', 'Sao Biển Xanh Quốc Hưng'))
})
