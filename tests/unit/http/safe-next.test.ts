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
})
