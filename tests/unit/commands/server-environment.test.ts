import { expect, test } from 'vitest'
import { serverEnvironment } from '@/lib/commands/next-server'

const settings = (authSecret: string, port: number, distDir: string) => ({
  appDatabaseUrl: `postgresql://app@db${port}.example.org/x`,
  authSecret,
  encryptionKey: `key of ${port}`,
  port,
  publicUrl: `https://${port}.example.org`,
  logLevel: 'info',
  distDir,
})
const keyOf = (...given: Parameters<typeof settings>) =>
  serverEnvironment(settings(...given))['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']

test('what actions carry is encrypted with one key in every process and every version, and with another in every installation', () => {
  const secret = 'a secret of thirty-two characters'
  expect(Buffer.from(keyOf(secret, 3000, '.next') ?? '', 'base64')).toHaveLength(32)
  expect(keyOf(secret, 3001, '.next-other')).toBe(keyOf(secret, 3000, '.next'))
  expect(keyOf(`${secret}!`, 3000, '.next')).not.toBe(keyOf(secret, 3000, '.next'))
})
