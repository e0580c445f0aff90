import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { runAs } from '@/lib/commands/database/postgres-user'
import { runFormAction } from '@/lib/http/run-form-action'
import { translatorFor } from '@/lib/i18n/translate'
import { StoreFull } from '@/lib/storage/file-store'
import { folderStore } from '@/lib/storage/folder-store'
import { fileObject, newStorageKey } from '@/lib/storage/keys'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { receiveChunk } from '@/lib/usecases/files/receive-chunk'
import { submitReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, reporterGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, announced, aStore, sendFile } from '../support/draft-files'
import { aPhoto } from '../support/files'
import { one } from '../support/own-case'
import { workersView } from '../support/workers-view'

// @alone: it fills disks. Small ones of memory, where whoever runs this may mount them; without, the database says it is full.

const folders: string[] = []
const mounted: string[] = []
const asked = (...args: string[]) => spawnSync(args[0] ?? '', args.slice(1)).status === 0

/** A disk of so many megabytes, or null where none can be had. */
function aSmallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-disk-'))
  folders.push(folder)
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  if (!asked('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) return null
  mounted.push(folder)
  return folder
}

const superuser = () => {
  const url = new URL(inject('databaseServer').superuserUrl)
  url.pathname = new URL(ownerUrl).pathname
  return new Client({ connectionString: url.toString() })
}

const store = aStore()
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})
afterAll(() => {
  for (const folder of mounted) asked('umount', '-l', folder)
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }))
})

const aStory = (index: number) =>
  Array.from({ length: 900 }, (_, word) => `chuyện${(word * 7919 + index * 104_729) % 99_991}`).join(' ')

function send(token: string, story: string) {
  return submitReport(reporterGrant(token), { answers: aReport({ story }), locale: 'vi', channel: 'web', token })
}

describe('a file store that is full', () => {
  const disk = aSmallDisk(8)

  test.runIf(disk !== null)('refuses before it takes anything, and leaves nothing half', async () => {
    const small = folderStore(path.join(disk ?? '', 'files'))
    await expect(small.put(fileObject(newStorageKey()), Buffer.alloc(1000))).rejects.toBeInstanceOf(StoreFull)
    await expect(small.check()).rejects.toBeInstanceOf(StoreFull)
    const left = []
    for await (const { key } of small.list('')) left.push(key)
    expect(left).toEqual([])
  })

  test('says so of a piece before it is acknowledged; the report goes on, and the piece when there is room', async () => {
    const holder = await aDraftHolder()
    const photo = await aPhoto()
    const begun = await beginFile(holder, announced({ bytes: photo.length }))
    if (!begun.ok) throw new Error(begun.error.code)
    const piece = { id: begun.value.id, index: 0, bytes: photo }
    store.isFull = true
    expect(await receiveChunk(holder, piece)).toEqual({ ok: false, error: { code: 'no_space' } })
    store.isFull = false
    expect(await receiveChunk(holder, piece)).toEqual({ ok: true, value: [0] })
  })
})

describe('a database whose disk is full', () => {
  const disk = aSmallDisk(2)

  /** Has the disk filled up; says how to make room again. */
  async function fill(): Promise<() => Promise<void>> {
    if (disk === null) {
      await ownerPool()
        .query(`CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER statement_full BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION public.full_disk()`)
      return async () => void (await ownerPool().query('DROP TRIGGER statement_full ON statement'))
    }
    const { uid, gid } = runAs()
    if (uid !== undefined && gid !== undefined) chownSync(disk, uid, gid)
    const client = superuser()
    await client.connect()
    const name = `small_${process.pid}`
    await client.query(`CREATE TABLESPACE ${name} LOCATION '${disk}'`)
    await client.query(`ALTER TABLE statement SET TABLESPACE ${name}`)
    await client.end()
    return async () => void asked('mount', '-o', 'remount,size=64m', disk)
  }

  test('takes no report that it cannot keep: who was shown a receipt finds it, who was not has everything still', async () => {
    const makeRoom = await fill()
    const shown: { code: string; story: string }[] = []
    let refused: { token: string; story: string } | undefined
    for (let index = 0; index < 3000 && !refused; index += 1) {
      const holder = await aDraftHolder()
      const story = aStory(index)
      const sent = await send(holder.token, story).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Error)
        return null
      })
      if (sent?.ok) shown.push({ code: sent.value.code, story })
      else refused = { token: holder.token, story }
    }
    expect(refused).toBeDefined()
    if (disk !== null) expect(shown.length).toBeGreaterThan(5)
    expect(await one<number>('SELECT count(*)::int AS value FROM cases')).toBe(shown.length)
    for (const { code, story } of shown.slice(-3)) expect((await workersView(code))?.words).toEqual([story])

    // The page of before, with words and with everything that was typed.
    const typed = new FormData()
    typed.set('story', refused?.story ?? '')
    const answered = await runFormAction(
      async () => {
        await send(refused?.token ?? '', refused?.story ?? '')
        return { status: 'idle' }
      },
      typed,
      translatorFor('vi'),
      undefined,
    )
    expect(answered).toMatchObject({ status: 'failed', values: { story: refused?.story } })
    expect(JSON.stringify(answered)).not.toMatch(/extend|disk|tablespace/i)

    await makeRoom()
    const again = await send(refused?.token ?? '', refused?.story ?? '')
    expect(again.ok).toBe(true)
    if (again.ok) expect((await workersView(again.value.code))?.words).toEqual([refused?.story])
    expect(await one<number>('SELECT count(*)::int AS value FROM cases')).toBe(shown.length + 1)
  }, 240_000)

  test('has lost no file of a report that was refused', async () => {
    const holder = await aDraftHolder()
    await sendFile(holder, await aPhoto())
    const sent = await send(holder.token, 'ngắn')
    expect(sent.ok && (await workersView(sent.value.code))?.files).toHaveLength(1)
  })
})
