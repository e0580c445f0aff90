import { expect, it } from 'vitest'
import { contentSecurityPolicy } from '@/lib/http/security-headers'

it('the policy of a page runs only scripts with its nonce and allows nothing inline', () => {
  const policy = contentSecurityPolicy('abc', false)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("default-src 'none'")
})
