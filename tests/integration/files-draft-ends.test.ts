import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { withClock } from '@/lib/platform/clock'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { listFilesOf, readFileOf } from '@/lib/usecases/files/read-files'
import { receiveChunk } from '@/lib/usecases/files/receive-chunk'
import { removeFile } from '@/lib/usecases/files/remove-file'
import { sweepFiles } from '@/lib/usecases/files/sweep-files'
import { deleteReportDraft } from '@/lib/usecases/delete-report-draft'
import { sweep } from '@/lib/usecases/sweep'
import { fileStore } from '@/lib/storage/store'
import { newStorageKey } from '@/lib/storage/keys'
import { anOffice } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, announced, pieceOf, sendFile, sendPieces } from '../support/draft-files'
import { aLargePhoto, aPhoto } from '../support/files'

const store = aStore()

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})
beforeEach(() => {
  store.isFull = false
})

describe('while the draft rests', () => {
  const leaveAlone = (minutes: number) =>
    ownerPool().query('UPDATE draft SET last_seen_at = now() - make_interval(mins => $1)', [minutes])

  test('nothing is listed, named or taken away; what was begun goes on and stays asleep', async () => {
    const holder = await aDraftHolder()
    const photo = await aPhoto()
    const kept = await sendFile(holder, photo)
    const begun = await beginFile(holder, announced({ bytes: photo.length, name: 'my employer.jpg' }))
    if (!begun.ok) throw new Error(begun.error.code)
    await leaveAlone(11)
    expect(await listFilesOf(holder)).toBeNull()
    expect(await readFileOf(holder, kept)).toMatchObject({ state: 'ready', name: null })
    expect(await removeFile(holder, kept)).toMatchObject({ error: { code: 'not_here' } })
    expect(await receiveChunk(holder, { id: begun.value.id, index: 0, bytes: photo })).toMatchObject({ ok: true })
    expect(await finishFile(holder, begun.value.id)).toMatchObject({ value: { state: 'ready', name: null } })
    expect(await listFilesOf(holder)).toBeNull()
    await ownerPool().query('UPDATE draft SET last_seen_at = now()')
    expect(await listFilesOf(holder)).toHaveLength(2)
    expect((await removeFile(holder, kept)).ok).toBe(true)
    await removeFile(holder, begun.value.id)
  })

  test('a piece that arrives is a sign of life, so that a long file does not put its report to rest', async () => {
    const holder = await aDraftHolder()
    const photo = await aLargePhoto()
    const begun = await beginFile(holder, announced({ bytes: photo.length }))
    if (!begun.ok) throw new Error(begun.error.code)
    const { id } = begun.value
    for (const index of [0, 1]) {
      await leaveAlone(9)
      await receiveChunk(holder, { id, index, bytes: pieceOf(photo, index) })
      const { rows } = await ownerPool().query(
        `SELECT max(last_seen_at) > now() - interval '1 minute' AS fresh FROM draft`,
      )
      expect(rows).toEqual([{ fresh: true }])
    }
    await removeFile(holder, id)
  })
})

describe('what nobody needs any more', () => {
  test('goes with the draft that is deleted', async () => {
    const holder = await aDraftHolder()
    await sendFile(holder, await aPhoto())
    await sendPieces(holder, await aPhoto())
    await deleteReportDraft(holder.grant, holder.token)
    expect(await listFilesOf(holder)).toBeNull()
    expect(await store.objects()).toEqual([])
  })

  test('goes with the draft whose day is over', async () => {
    const holder = await aDraftHolder()
    await sendFile(holder, await aPhoto())
    await ownerPool().query(`UPDATE draft SET expires_at = now() - interval '1 minute'`)
    await sweep()
    expect(await store.objects()).toEqual([])
    expect((await ownerPool().query('SELECT id FROM upload')).rows).toEqual([])
  })

  test('is found in the store when a crash left it, and only that', async () => {
    const holder = await aDraftHolder()
    const ready = await sendFile(holder, await aPhoto())
    const receiving = await sendPieces(holder, await aPhoto())
    const before = await store.objects()
    await fileStore().put(`${newStorageKey()}/file`, Buffer.from('left behind'))
    await fileStore().put(`${newStorageKey()}/0`, Buffer.from('left behind'))
    store.stray('.DS_Store')
    store.stray('x.tmp')
    expect(await sweepFiles()).toBe(0)
    const later = new Date(Date.now() + 2 * 3_600_000)
    expect(await withClock(() => later, sweepFiles)).toBe(2)
    expect((await store.objects()).toSorted()).toEqual(before.toSorted())
    await removeFile(holder, ready)
    await removeFile(holder, receiving)
  })
})
