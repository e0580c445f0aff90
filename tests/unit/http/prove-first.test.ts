import { describe, expect, test } from 'vitest'
import { proveFirst } from '@/lib/http/prove-first'

const asked = (headers: Readonly<Record<string, string>>) =>
  proveFirst(new Request('http://localhost:3000/api/v1/statistics/releases.csv', { headers }))
const ledTo = (referer?: string) =>
  asked({ accept: 'text/html,*/*', ...(referer === undefined ? {} : { referer }) }).headers.get('location')

describe('who did not prove lately who it is', () => {
  test('comes back to the page with the link, in its language', () => {
    expect(ledTo('http://localhost:3000/vi/statistics?q=1')).toBe('/vi/sign-in/again?next=%2Fvi%2Fstatistics%3Fq%3D1')
  })

  test('is led to no address that is none of our pages', () => {
    const home = '/en/sign-in/again?next=%2Fen%2Fsettings%2Faccount'
    for (const referer of [
      undefined,
      'no address',
      'http://localhost:3000/',
      'http://localhost:3000//evil.example/x',
      'http://localhost:3000/api/v1/statistics/releases.csv',
      'http://localhost:3000/en/sign-in/again?next=/en/cases',
    ])
      expect(ledTo(referer)).toBe(home)
  })

  test('a program is told', async () => {
    const answer = asked({ accept: 'application/json' })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'prove_again' })
  })
})
