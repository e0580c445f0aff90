import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from '@/proxy'

const headersOf = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`)).headers

test('scripts of any site may read the public interface', () => {
  for (const path of ['/api/v1/public', '/api/v1/public/publications/grievances.json']) {
    expect(headersOf(path).get('access-control-allow-origin')).toBe('*')
    expect(headersOf(path).get('cross-origin-resource-policy')).toBe('cross-origin')
  }
})

test('and nothing else', () => {
  for (const path of [
    '/en/data',
    '/api/v1/publicity',
    '/api/v1/files',
    '/en/cases',
    '/api/v1/statistics/releases.csv',
  ]) {
    expect(headersOf(path).get('access-control-allow-origin')).toBeNull()
    expect(headersOf(path).get('cross-origin-resource-policy')).toBe('same-origin')
  }
})

test('a page of numbers is kept by nobody on the way', () => {
  expect(headersOf('/en/data/grievances').get('cache-control')).toBe('private, no-store')
})
