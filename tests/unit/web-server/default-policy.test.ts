import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { defaultPolicyScript, withPlainTypes } from '@/lib/http/script-policy'
import { contentSecurityPolicy } from '@/lib/http/security-headers'

const POLICY = contentSecurityPolicy('abc', false)

/** The rules that a browser would be given, in a page of ours. */
function rulesIn(script: string): { readonly [rule: string]: ((text: string) => string | null) | undefined } {
  let made: Record<string, (text: string) => string | null> = {}
  const trustedTypes = { createPolicy: (_: string, rules: typeof made) => (made = rules) }
  const page = {
    trustedTypes,
    self: { trustedTypes },
    URL,
    document: { baseURI: 'https://us.example/en/cases' },
    location: { origin: 'https://us.example' },
  }
  runInNewContext(script.replace(/^<script nonce="abc">|<\/script>$/gu, ''), page)
  return made
}

test('a staff page requires Trusted Types and makes its one policy with its nonce; a page made plain names two others', () => {
  expect(POLICY).toContain("require-trusted-types-for 'script'; trusted-types default")
  expect(defaultPolicyScript(POLICY)).toMatch(/^<script nonce="abc">/u)
  expect(withPlainTypes(POLICY)).toContain("require-trusted-types-for 'script'; trusted-types pages worker")
  expect(withPlainTypes(POLICY)).not.toContain('default;')
  expect(defaultPolicyScript(withPlainTypes(POLICY))).toBeNull()
  expect(defaultPolicyScript(contentSecurityPolicy('abc', true)), 'development').toBeNull()
  expect(defaultPolicyScript("default-src 'none'"), 'data').toBeNull()
})

test('only files of our own build become scripts; no text becomes HTML or code', () => {
  const rules = rulesIn(defaultPolicyScript(POLICY) ?? '')
  expect(Object.keys(rules)).toEqual(['createScriptURL'])
  const address = (text: string) => rules['createScriptURL']?.(text) ?? null
  expect(address('/_next/static/chunks/a.js')).toBe('/_next/static/chunks/a.js')
  expect(address('https://us.example/_next/static/chunks/a.js')).not.toBeNull()
  for (const other of [
    'https://them.example/_next/static/a.js',
    '//them.example/_next/static/a.js',
    '/_next/static/../../en/cases/x/files/y',
    '/_next/static/%2e%2e/%2e%2e/api',
    '/api/v1/files',
    'data:text/javascript,alert(1)',
    'blob:https://us.example/_next/static/a',
    'javascript:alert(1)',
  ])
    expect(address(other), other).toBeNull()
})
