import { describe, expect, test } from 'vitest'
import { rangeAnswer, shownAnswer } from '@/lib/http/shown-answer'
import { isFileAddress } from '@/lib/http/security-headers'

const BYTES = Buffer.from('0123456789')

test('a picture is shown by our page and by nothing else', async () => {
  const { headers } = shownAnswer(BYTES, 'image/webp')
  expect(headers.get('content-type')).toBe('image/webp')
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('private, no-store')
})

describe('ranges of sound', () => {
  test.each([
    ['bytes=0-', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=5-2', 416, 'bytes */10', ''],
    ['bytes=-0', 416, 'bytes */10', ''],
    ['bytes=0-1,3-4', 200, null, '0123456789'],
    ['bytes=-', 200, null, '0123456789'],
    ['pages=1-2', 200, null, '0123456789'],
    [null, 200, null, '0123456789'],
  ])('%s is answered with %i', async (range, status, said, body) => {
    const answer = rangeAnswer(BYTES, 'audio/webm', range)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-range')).toBe(said)
    expect(await answer.text()).toBe(body)
    if (status !== 416) expect(answer.headers.get('content-length')).toBe(String(body.length))
  })
})

test('the doormat knows what is shown of a file as well', () => {
  const file = `/en/cases/K7M4-Q9XD/files/${crypto.randomUUID()}`
  expect([file, `${file}/preview`, `${file}/sound`].every(isFileAddress)).toBe(true)
  expect([`${file}/other`, `${file}/preview/x`].some(isFileAddress)).toBe(false)
  const id = '019aa5d2-0000-7000-8000-000000000001'
  const packs = [
    `/en/referrals/${id}/files/${id}`,
    `/vi/referrals/${id}/pack/all`,
    `/ja/cases/FP-1/referrals/${id}/pack/${id}`,
  ]
  expect(packs.filter((address) => !isFileAddress(address))).toEqual([])
  expect([`/en/referrals/${id}`, `/en/cases/FP-1/referrals/${id}`].some(isFileAddress)).toBe(false)
})
