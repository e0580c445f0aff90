import { describe, expect, it } from 'vitest'
import { safeNext } from '@/lib/http/safe-next'

describe('where to go after signing in', () => {
  it.each(['/en/cases', '/vi/cases/K7M4-Q9XD', '/en/cases?view=mine&after=2026-11-20T05%3A10%3A00.000Z'])(
    'goes to a page of ours: %s',
    (next) => {
      expect(safeNext(next)).toBe(next)
    },
  )

  it.each([
    'https://evil.example/en/cases',
    '//evil.example/en/cases',
    '/\\evil.example',
    '/en//evil.example',
    '/en/../evil',
    '/en/cases/%2E%2e/sign-out',
    '/en/cases\n',
    '/en',
    '/en/',
    '/xx/cases',
    '/api/auth/signout',
    '/en/sign-in?next=/en/cases',
    '/en/sign-out',
    'javascript:alert(1)',
    '',
    undefined,
    ['/en/cases'],
  ])('goes nowhere else: %s', (next) => {
    expect(safeNext(next)).toBeNull()
  })

  it('answers at once however an address of 2,000 characters is built', () => {
    const started = performance.now()
    for (const next of [`/en/${'a'.repeat(1_994)}!`, `/en${'/a'.repeat(997)}!`, `/en/cases?${'a'.repeat(1_989)}!`])
      expect(safeNext(next)).toBeNull()
    expect(performance.now() - started).toBeLessThan(100)
  })
})
