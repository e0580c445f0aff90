import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { grantOpen } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { withClock } from '@/lib/platform/clock'
import { addWholeFile } from '@/lib/usecases/files/add-whole-file'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { mayBeginFile } from '@/lib/usecases/files/count-file'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { listFilesOf, readFileOf } from '@/lib/usecases/files/read-files'
import { receiveChunk } from '@/lib/usecases/files/receive-chunk'
import { removeFile } from '@/lib/usecases/files/remove-file'
import { deleteReportDraft } from '@/lib/usecases/delete-report-draft'
import { anOffice } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, announced, pieceOf, sendFile, sendPieces } from '../support/draft-files'
import { PHONE, aLargePhoto, aPhoto, aScriptedPdf } from '../support/files'

const store = aStore()

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})
beforeEach(() => {
  store.isFull = false
})

describe('a file on its way', () => {
  test('comes in pieces of any order, each as often as the line needs, and is finished twice with one answer', async () => {
    const holder = await aDraftHolder()
    const photo = await aLargePhoto()
    const id = await sendPieces(holder, photo)
    const again = await receiveChunk(holder, { id, index: 0, bytes: pieceOf(photo, 0) })
    expect(again).toMatchObject({
      ok: true,
      value: Array.from({ length: Math.ceil(photo.length / 262_144) }, (_, i) => i),
    })
    const [first, second] = await Promise.all([finishFile(holder, id), finishFile(holder, id)])
    const third = await finishFile(holder, id)
    expect(first).toMatchObject({
      ok: true,
      value: { state: 'ready', format: 'jpeg', name: 'IMG_20250304 của tôi.jpg' },
    })
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(await store.objects()).toHaveLength(1)
    await removeFile(holder, id)
  })

  test('is sealed before it touches the disk, its name before it touches the database', async () => {
    const holder = await aDraftHolder()
    const photo = await aPhoto()
    const id = await sendPieces(holder, photo)
    for (const key of await store.objects()) {
      const bytes = Buffer.from((await store.get(key)) ?? [])
      expect(bytes.includes(photo.subarray(0, 32))).toBe(false)
      expect(bytes.toString('latin1')).not.toContain(PHONE)
    }
    const { rows } = await ownerPool().query('SELECT upload::text AS row FROM upload WHERE id = $1', [id])
    expect(rows[0].row).not.toContain(Buffer.from('IMG_2025').toString('hex'))
    expect(rows[0].row).not.toContain('IMG_2025')
    await removeFile(holder, id)
  })

  test('is asked for the pieces that are missing, of the right length', async () => {
    const holder = await aDraftHolder()
    const photo = await aLargePhoto()
    const begun = await beginFile(holder, announced({ bytes: photo.length }))
    if (!begun.ok) throw new Error(begun.error.code)
    const { id } = begun.value
    expect(await receiveChunk(holder, { id, index: 1, bytes: pieceOf(photo, 1).subarray(1) })).toMatchObject({
      error: { code: 'wrong_length' },
    })
    expect(await receiveChunk(holder, { id, index: 99, bytes: pieceOf(photo, 1) })).toMatchObject({
      error: { code: 'wrong_length' },
    })
    await receiveChunk(holder, { id, index: 1, bytes: pieceOf(photo, 1) })
    expect(await finishFile(holder, id)).toMatchObject({ error: { code: 'wrong_length', received: [1] } })
    expect(await readFileOf(holder, id)).toMatchObject({ state: 'receiving', received: [1] })
    await removeFile(holder, id)
  })

  test('has pieces asked for again that the store has lost', async () => {
    const holder = await aDraftHolder()
    const photo = await aPhoto()
    const id = await sendPieces(holder, photo)
    await store.delete(await store.objects())
    expect(await finishFile(holder, id)).toMatchObject({ error: { code: 'wrong_length', received: [] } })
    await receiveChunk(holder, { id, index: 0, bytes: photo })
    expect(await finishFile(holder, id)).toMatchObject({ ok: true, value: { state: 'ready' } })
    await removeFile(holder, id)
    expect(await store.objects()).toEqual([])
  })

  test('is refused with a reason that stays, and leaves nothing in the store', async () => {
    const holder = await aDraftHolder()
    const id = await sendPieces(holder, await aScriptedPdf(), { purpose: 'contract' })
    const refused = { ok: true, value: { state: 'refused', refusal: 'active_content' } }
    expect(await finishFile(holder, id)).toMatchObject(refused)
    expect(await finishFile(holder, id)).toMatchObject(refused)
    expect(await store.objects()).toEqual([])
  })

  test('too large or one too many is said before a byte is sent; refused ones count by themselves', async () => {
    const holder = await aDraftHolder()
    expect(await beginFile(holder, announced({ bytes: 25 * 1024 * 1024 + 1 }))).toMatchObject({
      error: { code: 'too_large' },
    })
    await addWholeFile(holder, { ...announced(), content: Buffer.from('<svg/>') })
    for (let index = 0; index < 20; index += 1) expect((await beginFile(holder, announced())).ok).toBe(true)
    expect(await beginFile(holder, announced())).toMatchObject({ error: { code: 'too_many' } })
    const other = await aDraftHolder()
    const refused = { ...announced(), content: Buffer.from('<svg/>') }
    for (let index = 0; index < 20; index += 1)
      expect(await addWholeFile(other, refused)).toMatchObject({ value: { state: 'refused' } })
    expect(await addWholeFile(other, refused)).toMatchObject({ error: { code: 'too_many' } })
  })

  test('is not taken when the files of all drafts fill their room; what arrived counts, not what was announced', async () => {
    const [mine, other] = [await aDraftHolder(), await aDraftHolder()]
    const photo = await aPhoto()
    const begun = await beginFile(mine, announced({ bytes: photo.length }))
    if (!begun.ok) throw new Error(begun.error.code)
    for (let index = 0; index < 3; index += 1) await sendFile(other, photo)
    await beginFile(other, announced({ bytes: 25 * 1024 * 1024 }))
    const before = await ownerPool().query(`SELECT app.draft_file_bytes()::float8 AS bytes`)
    expect(before.rows[0].bytes).toBeLessThan(1024 * 1024)
    const fill = (bytes: number) =>
      ownerPool().query(`UPDATE upload SET size_bytes = $1 WHERE state = 'ready'`, [Math.floor(bytes / 3)])
    await fill(5 * 1024 ** 3)
    expect(await beginFile(mine, announced())).toMatchObject({ error: { code: 'no_space' } })
    expect(await receiveChunk(mine, { id: begun.value.id, index: 0, bytes: photo })).toMatchObject({
      error: { code: 'no_space' },
    })
    await fill(5 * 1024 ** 3 - 4 * 262_144)
    expect(await receiveChunk(mine, { id: begun.value.id, index: 0, bytes: photo })).toMatchObject({ ok: true })
    await deleteReportDraft(mine.grant, mine.token)
    await deleteReportDraft(other.grant, other.token)
  })

  test('is counted by the network it comes from, by its hash only', async () => {
    const door = grantOpen({ kind: 'door' }, 'door.look_up')
    const large = 25 * 1024 * 1024
    let files = 0
    while (files < 500 && (await mayBeginFile(door, '203.0.113.1', 1))) files += 1
    expect(files).toBe(200)
    files = 0
    while (files < 500 && (await mayBeginFile(door, '203.0.113.2', large))) files += 1
    expect(files).toBe(80)
    const hourLater = new Date(Date.now() + 20 * 60_000)
    expect(
      await withClock(
        () => hourLater,
        () => mayBeginFile(door, '203.0.113.1', 1),
      ),
    ).toBe(true)
    const dayLater = new Date(Date.now() + 24 * 3_600_000)
    expect(
      await withClock(
        () => dayLater,
        () => mayBeginFile(door, '203.0.113.2', large),
      ),
    ).toBe(true)
    const { rows } = await ownerPool().query(`SELECT row_to_json(t)::text AS text FROM throttle t`)
    expect(rows.map(({ text }) => text).join()).not.toContain('203.0.113')
  })

  test('a full disk loses nothing: the same piece goes through when there is room', async () => {
    const holder = await aDraftHolder()
    const photo = await aPhoto()
    const begun = await beginFile(holder, announced({ bytes: photo.length }))
    if (!begun.ok) throw new Error(begun.error.code)
    const { id } = begun.value
    store.isFull = true
    expect(await receiveChunk(holder, { id, index: 0, bytes: photo })).toMatchObject({ error: { code: 'no_space' } })
    store.isFull = false
    expect(await receiveChunk(holder, { id, index: 0, bytes: photo })).toMatchObject({ ok: true, value: [0] })
    store.isFull = true
    expect(await finishFile(holder, id)).toMatchObject({ error: { code: 'no_space' } })
    expect(await readFileOf(holder, id)).toMatchObject({ state: 'receiving', received: [0] })
    expect(await addWholeFile(holder, { ...announced(), content: photo })).toMatchObject({
      error: { code: 'no_space' },
    })
    expect(await listFilesOf(holder)).toHaveLength(1)
    store.isFull = false
    expect(await finishFile(holder, id)).toMatchObject({ ok: true, value: { state: 'ready' } })
    await removeFile(holder, id)
  })

  test('of one draft is nobody else’s', async () => {
    const [mine, other] = [await aDraftHolder(), await aDraftHolder()]
    const id = await sendFile(mine, await aPhoto())
    expect(await readFileOf(other, id)).toBeNull()
    expect(await receiveChunk(other, { id, index: 0, bytes: await aPhoto() })).toMatchObject({
      error: { code: 'not_here' },
    })
    await removeFile(other, id)
    expect(await readFileOf(mine, id)).toMatchObject({ state: 'ready' })
    expect(await listFilesOf(other)).toEqual([])
    await removeFile(mine, id)
  })
})
