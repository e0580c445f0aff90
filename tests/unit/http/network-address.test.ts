import { describe, expect, test } from 'vitest'
import { networkOf } from '@/lib/http/network-address'

describe('the network of a request', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:5123', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:12:34:aaaa:bbbb:cccc:dddd', '2001:db8:12:34'],
    ['2001:0DB8:0012:0034::1', '2001:db8:12:34'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['[2001:db8:12:34::1]:443', '2001:db8:12:34'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (header, network) => {
    expect(networkOf(header, 1)).toBe(network)
  })

  test('is what the nearest proxy wrote, not what the browser claimed', () => {
    expect(networkOf('198.51.100.1, 203.0.113.7', 1)).toBe('203.0.113.7')
    expect(networkOf('192.0.2.9, 198.51.100.1, 203.0.113.7', 2)).toBe('198.51.100.1')
  })

  test('without an address is one for all', () => {
    expect(networkOf(null, 1)).toBe(networkOf('', 1))
  })

  test('is not believed without a proxy of ours, nor from fewer proxies than there are', () => {
    expect(networkOf('203.0.113.7', 0)).toBe(networkOf(null, 0))
    expect(networkOf('203.0.113.7', 2)).toBe(networkOf(null, 2))
  })
})
