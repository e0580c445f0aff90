import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { FileHolder } from '@/lib/data/file-owner'
import { findPackSource } from '@/lib/data/referral-pack-source'
import { within } from '@/lib/data/within'
import { scanAgreedFiles } from '@/lib/usecases/referrals/scan-agreed-files'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { openCaseFile, openOwnFile } from '@/lib/usecases/files/open-file'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { previewCaseFile } from '@/lib/usecases/files/show-file'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aStore, sendFile, sendPieces } from '../support/draft-files'
import { aPhoto } from '../support/files'
import { aCase, one, type OwnCase } from '../support/own-case'
import { aCaseToPassOn, prepare } from '../support/referrals'
import { sealOf } from '../support/seal'
import { as, staffAs, staffOf } from '../support/raw-sql'

const scanner = vi.hoisted(() => ({ says: 'clean' as 'clean' | 'found' | 'away' | 'absent', asked: 0 }))
vi.mock('@/lib/usecases/files/scan-file', () => ({
  hasScanner: () => scanner.says !== 'absent',
  scanFile: async () => {
    scanner.asked += 1
    return scanner.says
  },
}))

aStore()
let officer: StaffActor
let own: OwnCase
let number: string

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

beforeEach(async () => {
  scanner.says = 'clean'
  own = await aCase()
  number = await one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id)
  scanner.asked = 0
})

const holder = (): FileHolder => ({ kind: 'case', grant: own.write })
const open = (id: string) => openCaseFile(staffGrant(officer, 'case.read'), number, id)
const preview = (id: string) => previewCaseFile(staffGrant(officer, 'case.read'), number, id, 'small')
const marks = async (id: string) =>
  (
    await ownerPool().query(
      'SELECT scanned_at IS NOT NULL AS scanned, found_at IS NOT NULL AS found FROM evidence WHERE id = $1',
      [id],
    )
  ).rows[0]

describe('a file that comes while the scanner', () => {
  test('finds nothing is opened without asking again', async () => {
    const id = await sendFile(holder(), await aPhoto())
    expect([await marks(id), scanner.asked]).toEqual([{ scanned: true, found: false }, 1])
    expect((await open(id)).ok).toBe(true)
    expect(scanner.asked).toBe(1)
  })

  test('finds something is not kept, and the worker is told why', async () => {
    scanner.says = 'found'
    const id = await sendPieces(holder(), await aPhoto())
    expect(await finishFile(holder(), id)).toMatchObject({ value: { state: 'refused', refusal: 'harmful' } })
    expect((await ownerPool().query('SELECT 1 FROM evidence WHERE case_id = $1', [own.id])).rowCount).toBe(0)
  })

  test('is away is kept, stays closed to the office, and is opened once somebody looked', async () => {
    scanner.says = 'away'
    const id = await sendFile(holder(), await aPhoto())
    expect(await open(id)).toEqual({ ok: false, error: { code: 'not_scanned' } })
    expect(await preview(id)).toEqual({ ok: false, error: { code: 'not_scanned' } })
    expect((await openOwnFile(own.read, id)).ok).toBe(true)
    scanner.says = 'clean'
    expect((await open(id)).ok).toBe(true)
    expect(await marks(id)).toEqual({ scanned: true, found: false })
    scanner.says = 'away'
    expect((await open(id)).ok).toBe(true)
  })

  test('is away and finds something later stays closed for good, and both are told', async () => {
    scanner.says = 'away'
    const id = await sendFile(holder(), await aPhoto())
    scanner.says = 'found'
    expect(await open(id)).toEqual({ ok: false, error: { code: 'harmful' } })
    scanner.says = 'clean'
    expect(await open(id)).toEqual({ ok: false, error: { code: 'harmful' } })
    expect(await preview(id)).toEqual({ ok: false, error: { code: 'harmful' } })
    expect(await listFilesOf(holder())).toMatchObject([{ id, state: 'refused', refusal: 'harmful' }])
    const trail = await ownerPool().query(
      `SELECT 1 FROM audit_event WHERE action = 'evidence.found_harmful' AND case_id = $1`,
      [own.id],
    )
    expect(trail.rowCount).toBe(1)
  })

  test('is not there at all is opened as it was cleaned', async () => {
    scanner.says = 'absent'
    const id = await sendFile(holder(), await aPhoto())
    expect((await open(id)).ok).toBe(true)
    expect(await marks(id)).toEqual({ scanned: false, found: false })
  })
})

describe('a file that goes with a referral', () => {
  const items = (ids: readonly string[]) => ids.map((id) => `evidence:${id}`)
  const going = async (found: { id: string }, ids: readonly string[]) =>
    within(staffGrant(officer, 'case.change_state'), async (on) => {
      const source = await findPackSource(on, await sealOf(on, found.id), items(ids), scanner.says !== 'absent')
      return source.files.map(({ id }) => id)
    })

  test('is shown to the scanner first, and what it found or cannot look at does not go', async () => {
    const found = await aCaseToPassOn(officer)
    const sender: FileHolder = {
      kind: 'case',
      grant: grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.write'),
    }
    const clean = await sendFile(sender, await aPhoto())
    scanner.says = 'away'
    const unseen = await sendFile(sender, await aPhoto())
    const later = await sendFile(sender, await aPhoto())
    const referralId = await prepare(officer, found, 'JP_HOUTERASU', items([clean, unseen]))
    const ask = () => scanAgreedFiles(staffGrant(officer, 'case.change_state'), found.number, referralId)
    await ask()
    expect(await going(found, [clean, unseen])).toEqual([clean])
    scanner.says = 'clean'
    await ask()
    expect(await going(found, [clean, unseen, later])).toEqual([clean, unseen])
    expect([await marks(unseen), await marks(later)]).toEqual([
      { scanned: true, found: false },
      { scanned: false, found: false },
    ])
    scanner.says = 'absent'
    expect(await going(found, [clean, later])).toEqual([clean, later])
    await ownerPool().query('UPDATE evidence SET found_at = now(), scanned_at = now() WHERE id = $1', [later])
    expect(await going(found, [clean, later])).toEqual([clean])
  })
})

test('what a scanner said is written for a file of the own office, once, and is not taken back', async () => {
  scanner.says = 'absent'
  const id = await sendFile(holder(), await aPhoto())
  const note = async (who: Parameters<typeof as>[0], found: boolean) =>
    (await as<{ done: boolean }>(who, 'SELECT app.note_scan($1, $2) AS done', id, found)).rows[0]?.done
  expect(await note(staffOf(await anOffice('far')), false)).toBe(false)
  expect(await note(staffAs(officer), true)).toBe(true)
  await ownerPool().query('UPDATE evidence SET found_at = now(), scanned_at = now() WHERE id = $1', [id])
  expect(await note(staffAs(officer), false)).toBe(false)
})
