import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { countPages, hearCaseFile, previewCaseFile } from '@/lib/usecases/files/show-file'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aStore, sendFile } from '../support/draft-files'
import { aPdf, aPhoto, aVoice } from '../support/files'
import { aCase, one, type OwnCase } from '../support/own-case'

aStore()
let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

async function aFile(bytes: Buffer): Promise<{ own: OwnCase; number: string; id: string }> {
  const own = await aCase()
  const id = await sendFile({ kind: 'case', grant: own.write }, bytes)
  return { own, id, number: await one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id) }
}
const looks = async (id: string) =>
  (
    await ownerPool().query(
      `SELECT 1 FROM audit_event WHERE action = 'evidence.previewed' AND detail->>'evidenceId' = $1`,
      [id],
    )
  ).rowCount

describe('a picture', () => {
  test('is drawn anew, small, as WebP without a word beside it', async () => {
    const { number, id } = await aFile(await aPhoto())
    const drawn = await previewCaseFile(staffGrant(officer, 'case.read'), number, id, 'small')
    if (!drawn.ok) throw new Error(drawn.error.code)
    const { format, width, height, exif, xmp, icc } = await sharp(drawn.value).metadata()
    expect(format).toBe('webp')
    expect(Math.max(width ?? 0, height ?? 0)).toBeLessThanOrEqual(320)
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined])
  })

  test('looked at several times is one event', async () => {
    const { number, id } = await aFile(await aPhoto())
    const look = () => previewCaseFile(staffGrant(officer, 'case.read'), number, id, 'small')
    await look()
    await look()
    expect(await looks(id)).toBe(1)
  })

  test('is not there for another office, and a voice is no picture', async () => {
    const { number, id } = await aFile(await aPhoto())
    const strange = await previewCaseFile(staffGrant(stranger, 'case.read'), number, id, 'small')
    expect(strange).toMatchObject({ error: { code: 'not_here' } })
    expect(await looks(id)).toBe(0)
    expect(await hearCaseFile(staffGrant(officer, 'case.read'), number, id)).toMatchObject({
      error: { code: 'not_here' },
    })
  })
})

test('a voice is heard by the office, and is no picture', async () => {
  const { number, id } = await aFile(aVoice())
  const heard = await hearCaseFile(staffGrant(officer, 'case.read'), number, id)
  expect(heard).toMatchObject({ ok: true, value: { format: 'webm_audio' } })
  expect(await previewCaseFile(staffGrant(officer, 'case.read'), number, id, 'small')).toMatchObject({
    error: { code: 'not_here' },
  })
})

test('a page of a PDF is drawn as a picture, for its own office', async () => {
  const { number, id } = await aFile(await aPdf((pdf) => void pdf.addPage([100, 400])))
  const page = async (actor: StaffActor, wanted: number) =>
    previewCaseFile(staffGrant(actor, 'case.read'), number, id, 'small', wanted)
  const second = await page(officer, 2)
  if (!second.ok) throw new Error(second.error.code)
  expect(await sharp(second.value).metadata()).toMatchObject({ format: 'webp', width: 80, height: 320 })
  expect(await page(officer, 3)).toMatchObject({ error: { code: 'damaged' } })
  expect(await page(stranger, 1)).toMatchObject({ error: { code: 'not_here' } })
  expect(await looks(id)).toBe(1)
})

test('the pages of a PDF are counted, of nothing else', async () => {
  const pdf = await aFile(await aPdf())
  expect(await countPages(staffGrant(officer, 'case.read'), pdf.number, pdf.id)).toBe(1)
  const photo = await aFile(await aPhoto())
  expect(await countPages(staffGrant(officer, 'case.read'), photo.number, photo.id)).toBeNull()
})
