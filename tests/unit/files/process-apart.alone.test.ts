import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { processApart } from '@/lib/files/apart/process-apart'
import { aDocx, aPhoto, aVoice, PLACE } from '../../support/files'

const directory = mkdtempSync(path.join(tmpdir(), 'apart-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const real = {
  file: path.resolve('lib/files/apart/program.ts'),
  nodeArguments: ['--conditions=react-server', '--import', 'tsx'],
}
const wish = { purpose: 'document_other', keepDate: false } as const

/** A program that begins, and then does this. */
function program(name: string, code: string): { file: string; milliseconds: number } {
  const file = path.join(directory, `${name}.mjs`)
  writeFileSync(file, `import { writeSync } from 'node:fs'\nconst begin = () => writeSync(3, 'R')\n${code}\n`)
  return { file, milliseconds: 1500 }
}

/** The longest that the event loop stood still meanwhile, in milliseconds. */
async function longestPause(work: Promise<unknown>): Promise<number> {
  let last = performance.now()
  let longest = 0
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 10)
  await work
  clearInterval(beat)
  return longest
}

test('a file is looked through in another process, and comes back clean', async () => {
  const photo = await processApart(real, await aPhoto(), { purpose: 'photo', keepDate: true })
  expect(photo).toMatchObject({ ok: true, value: { format: 'jpeg', takenOn: '2025-03-04' } })
  if (photo.ok) expect(photo.value.bytes.toString('latin1')).not.toContain(PLACE)
  expect(await processApart(real, aVoice(), { ...wish, purpose: 'voice_story' })).toMatchObject({
    value: { format: 'webm_audio', durationSeconds: 3 },
  })
  expect(await processApart(real, aDocx({ 'word/vbaProject.bin': 'x' }), wish)).toMatchObject({
    error: { code: 'active_content' },
  })
}, 60_000)

test('what goes on for ever is damaged after its time, and nobody else waits', async () => {
  const endless = program('endless', 'begin(); for (;;);')
  const work = processApart(endless, Buffer.alloc(20_000_000), wish)
  expect(await longestPause(work)).toBeLessThan(800)
  expect(await work).toMatchObject({ error: { code: 'damaged', brokeOff: true } })
})

test('what fills its memory or breaks is damaged, and we go on', async () => {
  const hungry = program('hungry', 'begin(); const all = []; for (;;) all.push(all.length + 0.5)')
  expect(await processApart({ ...hungry, milliseconds: 20_000 }, Buffer.from('x'), wish)).toMatchObject({
    error: { code: 'damaged' },
  })
  const broken = program('broken', 'begin(); process.abort()')
  expect(await processApart(broken, Buffer.from('x'), wish)).toMatchObject({ error: { code: 'damaged' } })
  const long = program('long', 'begin(); for (;;) writeSync(3, Buffer.alloc(65536))')
  expect(await processApart(long, Buffer.from('x'), wish)).toMatchObject({ error: { code: 'damaged' } })
})

test('a program that never began says nothing of the file', async () => {
  const missing = { file: path.join(directory, 'missing.mjs') }
  await expect(processApart(missing, Buffer.from('x'), wish)).rejects.toMatchObject({ code: 'not_begun' })
  const silent = { ...program('silent', 'for (;;);'), beginMilliseconds: 500 }
  await expect(processApart(silent, Buffer.from('x'), wish)).rejects.toMatchObject({ code: 'not_begun' })
})

test('it is given none of our settings', async () => {
  process.env['ENCRYPTION_KEY'] = 'secret'
  const telling = program(
    'telling',
    `const facts = JSON.stringify({ facts: { format: process.env.ENCRYPTION_KEY ?? 'nothing' } })
    const length = Buffer.alloc(4); length.writeUInt32LE(facts.length)
    begin(); writeSync(3, Buffer.concat([length, Buffer.from(facts)]))`,
  )
  expect(await processApart(telling, Buffer.from('x'), wish)).toMatchObject({ value: { format: 'nothing' } })
})
