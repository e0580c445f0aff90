import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { keyProblem, keyTexts } from '@/lib/platform/key-settings'
import { keyRingOf } from '@/lib/sealing/key-ring'
import { openKept, sealKept } from '@/lib/sealing/kept-keys'
import { KmsFailed, wrapWithKms } from '@/lib/sealing/kms'

const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const newKey = () => randomBytes(32).toString('base64')
const [A, B, C] = [newKey(), newKey(), newKey()]
const idOf = (key: string) => keyRingOf({ ENCRYPTION_KEY: key }).current.id

function aFile(content: string, mode = 0o600): string {
  const file = path.join(folder, randomBytes(4).toString('hex'))
  writeFileSync(file, content)
  chmodSync(file, mode)
  return file
}

describe('a key in a file', () => {
  test('is read like one in the environment', () => {
    expect(keyTexts({ ENCRYPTION_KEY_FILE: aFile(`${A}\n`, 0o400) }).current).toBe(A)
    const former = aFile(`${B}\n${C}\n`)
    expect(keyTexts({ ENCRYPTION_KEY: A, FORMER_ENCRYPTION_KEYS_FILE: former }).former).toEqual([B, C])
  })

  test.each([
    [
      'others may read it',
      () => ({ ENCRYPTION_KEY_FILE: aFile(A, 0o640) }),
      'ENCRYPTION_KEY_FILE names a file that others may read',
    ],
    [
      'it is not there',
      () => ({ ENCRYPTION_KEY_FILE: path.join(folder, 'none') }),
      'ENCRYPTION_KEY_FILE names a file that cannot be read',
    ],
    ['it is empty', () => ({ ENCRYPTION_KEY_FILE: aFile('\n') }), 'ENCRYPTION_KEY_FILE names an empty file'],
    [
      'it is cut',
      () => ({ ENCRYPTION_KEY_FILE: aFile(A.slice(4)) }),
      'ENCRYPTION_KEY_FILE holds a key that is neither 32 bytes',
    ],
    ['it is set twice', () => ({ ENCRYPTION_KEY: A, ENCRYPTION_KEY_FILE: aFile(A) }), 'ENCRYPTION_KEY is set twice'],
    ['there are two', () => ({ ENCRYPTION_KEY: `${A},${B}` }), 'ENCRYPTION_KEY holds more than one key'],
    ['there is none', () => ({}), 'ENCRYPTION_KEY is missing'],
    [
      'a former one is cut',
      () => ({ ENCRYPTION_KEY: A, FORMER_ENCRYPTION_KEYS: `${B}, short` }),
      'FORMER_ENCRYPTION_KEYS holds',
    ],
  ])('is refused when %s, without a word of it', (_, settings, words) => {
    const problem = keyProblem(settings())
    expect(problem).toContain(words)
    for (const key of [A, A.slice(4), 'short']) expect(problem).not.toContain(key)
  })
})

describe('the ring', () => {
  test('seals with the current key, opens with all, and keeps to the oldest', () => {
    const ring = keyRingOf({ ENCRYPTION_KEY: B, NEXT_ENCRYPTION_KEY: C, FORMER_ENCRYPTION_KEYS: A })
    expect(ring.current.id).toBe(idOf(B))
    expect(ring.known.map(({ id }) => id).toSorted()).toEqual([A, B, C].map(idOf).toSorted())
    expect(ring.oldest.id).toBe(idOf(A))
    expect(keyRingOf({ ENCRYPTION_KEY: A, NEXT_ENCRYPTION_KEY: B }).oldest.id).toBe(idOf(A))
  })

  test('has what the database keeps, which only a known key opens', () => {
    const KEPT_KEYS = sealKept(
      { masters: [keyRingOf({ ENCRYPTION_KEY: A }).current], blind: [] },
      keyRingOf({ ENCRYPTION_KEY: B }).current,
    )
    expect(KEPT_KEYS).not.toContain(A)
    expect(keyRingOf({ ENCRYPTION_KEY: B, KEPT_KEYS }).oldest.id).toBe(idOf(A))
    // A process that is behind: the new key is known, the kept one is its own.
    expect(keyRingOf({ ENCRYPTION_KEY: A, NEXT_ENCRYPTION_KEY: B, KEPT_KEYS }).oldest.id).toBe(idOf(A))
    expect(keyRingOf({ ENCRYPTION_KEY: C, FORMER_ENCRYPTION_KEYS: B, KEPT_KEYS }).former.map(({ id }) => id)).toEqual(
      [B, A].map(idOf),
    )
    expect(() => keyRingOf({ ENCRYPTION_KEY: C, KEPT_KEYS })).toThrow('does not open')
    expect(openKept(undefined, [])).toEqual({ masters: [], blind: [] })
  })
})

/** A service that seals with XOR under a key that only it has: small, and real enough to be wrong about. */
const PROGRAM = `
const [mode] = process.argv.slice(2)
let text = ''
process.stdin.on('data', (chunk) => (text += chunk)).on('end', () => {
  const { operation, keyId, plaintext, ciphertext } = JSON.parse(text)
  const turned = (base64) => Buffer.from(base64, 'base64').map((byte) => byte ^ 0x5a).toString('base64')
  console.error('looking at ' + text)
  if (mode === 'refuse' || keyId !== 'desk') process.exit(3)
  if (mode === 'babble') return console.log('hello ' + text)
  if (mode === 'short') return console.log(JSON.stringify({ plaintext: 'AAAA' }))
  console.log(JSON.stringify(operation === 'wrap' ? { ciphertext: turned(plaintext) } : { plaintext: turned(ciphertext) }))
})`

describe('a key of a key management service', () => {
  const program = aFile(PROGRAM)
  const command = (mode = '') => `"${process.execPath}" "${program}" ${mode}`

  test('is wrapped once and opened at the start', () => {
    const ENCRYPTION_KEY = wrapWithKms(command(), 'desk', Buffer.from(A, 'base64'))
    expect(ENCRYPTION_KEY).toMatch(/^kms:desk:/)
    expect(ENCRYPTION_KEY).not.toContain(A)
    expect(keyProblem({ ENCRYPTION_KEY })).toBeNull()
    expect(keyRingOf({ ENCRYPTION_KEY, KMS_COMMAND: command() }).current.id).toBe(idOf(A))
    expect(
      keyRingOf({ ENCRYPTION_KEY: B, FORMER_ENCRYPTION_KEYS: ENCRYPTION_KEY, KMS_COMMAND: command() }).oldest.id,
    ).toBe(idOf(A))
  })

  test.each(['refuse', 'babble', 'short'])('is not made up when the service answers otherwise (%s)', (mode) => {
    const ENCRYPTION_KEY = wrapWithKms(command(), 'desk', Buffer.from(A, 'base64'))
    const start = () => keyRingOf({ ENCRYPTION_KEY, KMS_COMMAND: command(mode) })
    expect(start).toThrow(KmsFailed)
    expect(start).not.toThrow(A)
  })

  test('needs the command', () => {
    expect(() => keyRingOf({ ENCRYPTION_KEY: `kms:desk:${A}` })).toThrow('KMS_COMMAND is missing')
  })
})
