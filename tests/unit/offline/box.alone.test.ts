import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { publicOutboxKey, readOutboxBox } from '@/lib/data/outbox'
import { newToken, sealToServer } from '@/lib/phone/offline/box'
import { isToken } from '@/lib/platform/token'

beforeAll(() => {
  Object.assign(process.env, {
    APP_DATABASE_URL: 'postgresql://nobody@localhost/none',
    AUTH_SECRET: 'x'.repeat(32),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  })
})

const REPORT = { story: 'Họ giữ hộ chiếu của tôi 🛂', fees: [1, 2] }

describe('a report sealed on a phone', () => {
  test('is opened by the server and by nothing else', async () => {
    const key = publicOutboxKey()
    const box = await sealToServer(key, REPORT)
    expect(box).not.toContain('chi')
    expect(readOutboxBox(key.id, box)).toEqual({ value: REPORT })
    expect(publicOutboxKey()).toEqual(key)
  })

  test('is never the same twice', async () => {
    const key = publicOutboxKey()
    expect(await sealToServer(key, REPORT)).not.toBe(await sealToServer(key, REPORT))
  })

  test('does not open when a bit of it was changed, when cut, or for another key', async () => {
    const key = publicOutboxKey()
    const sealed = Buffer.from(await sealToServer(key, REPORT), 'base64url')
    for (const at of [0, 1, 30, 66, 70, 90, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(readOutboxBox(key.id, changed.toString('base64url')), `byte ${at}`).toBe('unreadable')
    }
    for (const length of [0, 1, 65, 93, sealed.length - 1])
      expect(readOutboxBox(key.id, sealed.subarray(0, length).toString('base64url'))).toBe('unreadable')
    expect(readOutboxBox('0123456789abcdef', sealed.toString('base64url'))).toBe('key_unknown')
  })

  test('opens with a former key as long as the operator keeps it', async () => {
    const former = process.env['ENCRYPTION_KEY'] ?? ''
    const key = publicOutboxKey()
    const box = await sealToServer(key, REPORT)
    const readingWith = async (formerKeys: string) => {
      vi.resetModules()
      vi.stubEnv('ENCRYPTION_KEY', randomBytes(32).toString('base64'))
      vi.stubEnv('FORMER_ENCRYPTION_KEYS', formerKeys)
      const server = await import('@/lib/data/outbox')
      expect(server.publicOutboxKey().id).not.toBe(key.id)
      return server.readOutboxBox(key.id, box)
    }
    const another = randomBytes(32).toString('base64')
    try {
      expect(await readingWith(`${another}, ${former}`)).toEqual({ value: REPORT })
      expect(await readingWith(another)).toBe('key_unknown')
      expect(await readingWith('')).toBe('key_unknown')
      await expect(readingWith('short')).rejects.toThrow('FORMER_ENCRYPTION_KEYS')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  test('bears a token in the form of the server’s own', () => {
    expect(isToken(newToken())).toBe(true)
    expect(newToken()).not.toBe(newToken())
  })
})
