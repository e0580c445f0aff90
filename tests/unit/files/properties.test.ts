import fc from 'fast-check'
import { expect, test } from 'vitest'
import { processFile } from '@/lib/files/process-file'
import { CHUNK_BYTES, chunkCount, chunkLength, missingChunks } from '@/lib/domain/files/limits'
import { FILE_REFUSALS } from '@/lib/domain/files/refusals'
import { aDocx, aFilm, aPdf, aPhoto, aVoice, aWav, box, PHONE, PLACE } from '../../support/files'
import { FUZZ_TIMEOUT_MS, RUNS } from '../fuzz/arbitraries'

const wish = { purpose: 'document_other', keepDate: true } as const

test(
  'no film keeps a place, whatever tracks it has and whatever boxes stand in it',
  async () => {
    const kinds = fc.uniqueArray(fc.constantFrom('vide', 'soun', 'meta', 'camm', 'text', 'tmcd'), { minLength: 1 })
    const brand = fc.constantFrom('isom', 'mp42', 'qt  ', '3gp5', 'M4A ')
    const strange = fc
      .stringMatching(/^[a-z0-9]{4}$/)
      .filter((type) => !['moov', 'mdat', 'ftyp', 'moof', 'mfra', 'sidx', 'styp', 'ssix'].includes(type))
    await fc.assert(
      fc.asyncProperty(kinds, brand, strange, async (tracks, major, type) => {
        const film = Buffer.concat([aFilm({ brand: major, kinds: tracks }), box(type, PLACE, PHONE)])
        const result = await processFile(film, wish)
        if (!result.ok) return
        const text = result.value.bytes.toString('latin1')
        expect(text).not.toContain(PLACE)
        expect(text).not.toContain(PHONE)
        expect(result.value.bytes).toHaveLength(film.length)
      }),
      { numRuns: RUNS },
    )
  },
  FUZZ_TIMEOUT_MS,
)

test(
  'a file with a few wrong bytes is cleaned or refused, and never breaks the reader',
  async () => {
    const originals = [await aPhoto(), await aPdf(), aDocx(), aFilm(), aVoice(), aWav()]
    const wrong = fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.nat(255) }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), wrong, async (original, changes) => {
        const bytes = Buffer.from(original)
        for (const { at, to } of changes) bytes[Math.floor(at * bytes.length)] = to
        const result = await processFile(bytes, wish)
        expect([null, ...FILE_REFUSALS]).toContain(result.ok ? null : result.error.code)
      }),
      { numRuns: RUNS },
    )
  },
  2 * FUZZ_TIMEOUT_MS,
)

test('the pieces of a file are its bytes, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 * 1024 * 1024 }), (bytes) => {
      const count = chunkCount(bytes)
      const lengths = Array.from({ length: count }, (_, index) => chunkLength(bytes, index) ?? 0)
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(bytes)
      expect(lengths.every((length) => length > 0 && length <= CHUNK_BYTES)).toBe(true)
      expect([chunkLength(bytes, count), chunkLength(bytes, -1), chunkLength(bytes, 0.5)]).toEqual([null, null, null])
      expect(missingChunks(bytes, [0, 0])).toHaveLength(count - 1)
    }),
  )
})

test('a film that is to be fetched from elsewhere is refused', async () => {
  const film = aFilm({ kinds: ['vide'] })
  const reference = box(
    'dinf',
    box('dref', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box('url ', '\0\0\0\0', 'http://example.org/\0')),
  )
  const here = film.indexOf('minf', 0, 'latin1') - 4
  const grown = Buffer.concat([film.subarray(0, here + 8), reference, film.subarray(here + 8)])
  for (const type of ['minf', 'mdia', 'trak', 'moov']) {
    const at = grown.indexOf(type, 0, 'latin1') - 4
    grown.writeUInt32BE(grown.readUInt32BE(at) + reference.length, at)
  }
  expect(await processFile(grown, wish)).toMatchObject({ error: { code: 'active_content' } })
})
