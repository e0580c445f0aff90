import { expect, it } from 'vitest'
import { bodiesAnswering, REFERRAL_BODIES } from '@/lib/domain/referral/bodies'

it('a Vietnamese reader gets the number that answers in Vietnamese', () => {
  const hotline = bodiesAnswering('vi').find(({ body }) => body.code === 'labour_hotline')
  expect(hotline?.lines.map((line) => line.number)).toEqual(['0120-531-406'])
})

it('no body is offered in a language without a number for it', () => {
  expect(bodiesAnswering('vi').map(({ body }) => body.code)).not.toContain('labour_daytime')
  for (const { lines } of bodiesAnswering('km')) expect(lines.length).toBeGreaterThan(0)
})

it('every entry says how it is known and when that was looked up', () => {
  for (const body of REFERRAL_BODIES) {
    expect(body.source, body.code).not.toBe('')
    expect(body.checkedOn, body.code).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const line of body.lines) expect(line.number, body.code).toMatch(/^0[\d-]{8,12}$/)
  }
})
