import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { processApart } from '@/lib/files/apart/process-apart'
import { DamagedFile } from '@/lib/files/clean-file'
import { lookThrough } from '@/lib/files/look-through'
import { limitWasmMemory } from '@/lib/files/wasm-limit'
import { aPdf } from '../../support/files'

const real = {
  file: path.resolve('lib/files/apart/program.ts'),
  nodeArguments: ['--conditions=react-server', '--import', 'tsx'],
}

/** How many of the pixels are dark. */
async function ink(picture: Buffer): Promise<number> {
  const { data } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 100).length
}

describe('a page of a PDF', () => {
  test('is drawn in the process apart, with its words, on white', async () => {
    const drawn = await processApart(real, await aPdf(), { page: 1, edge: 400 })
    if (!drawn.ok) throw new Error(drawn.error.code)
    expect(drawn.value).toMatchObject({ format: 'webp', pages: 1 })
    expect(await sharp(drawn.value.bytes).metadata()).toMatchObject({ format: 'webp', width: 400, height: 400 })
    const dark = await ink(drawn.value.bytes)
    expect(dark).toBeGreaterThan(100)
    expect(dark).toBeLessThan(80_000)
  }, 60_000)

  test.each([0, 2, 999])('number %i of a file with one is damaged', async (page) => {
    expect(await lookThrough(await aPdf(), { page, edge: 100 })).toMatchObject({ error: { code: 'damaged' } })
  })

  test('is never larger than asked for, however large its sheet', async () => {
    const pdf = await aPdf((one) => one.getPage(0).setSize(200_000, 20))
    const drawn = await lookThrough(pdf, { page: 1, edge: 300 })
    if (drawn.ok) expect((await sharp(drawn.value.bytes).metadata()).width).toBeLessThanOrEqual(301)
    else expect(drawn.error.code).toBe('damaged')
  })

  test.each([
    ['no PDF', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['half of one', null],
  ])('of %s is damaged, not an error of ours', async (_name, bytes) => {
    const whole = await aPdf()
    const drawn = await lookThrough(bytes ?? whole.subarray(0, whole.length / 3), { page: 1, edge: 100 })
    expect(drawn).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })
})

test('memory of WebAssembly ends at its limit', () => {
  limitWasmMemory()
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 32_768 })
  expect(memory.grow(16)).toBe(1)
  expect(() => memory.grow(8_192)).toThrow(DamagedFile)
  expect(memory.buffer.byteLength).toBe(17 * 65_536)
})
