import { beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { withClock } from '@/lib/platform/clock'
import { readImport } from '@/lib/usecases/imports/read-import'
import { runImport } from '@/lib/usecases/imports/run-import'
import { beginUndo, finishUndo, startImport } from '@/lib/usecases/imports/steps'
import { tendImports } from '@/lib/usecases/imports/tend-imports'
import { linkCases } from '@/lib/usecases/link-cases'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aCsv, started, versionOf } from '../support/imports'

let officer: StaffActor
const grant = () => staffGrant(officer, 'case.import')
const view = (id: string) => readImport(grant(), id, { wrongAfter: 0, casesAfter: 0 })
const numbers = async () =>
  (await ownerPool().query<{ id: string; number: string }>('SELECT id, number FROM cases ORDER BY number')).rows

beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('desk', { isDefaultIntake: true }), 'caseworker')
})

test('an import that always fails holds no other up, and stops after some tries until somebody starts it again', async () => {
  const bad = await started(grant(), aCsv(2))
  const good = await started(grant(), aCsv(5))
  await ownerPool().query(
    `CREATE FUNCTION public.poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.import_id = '${bad}' AND NEW.state <> 'waiting' THEN RAISE EXCEPTION 'poison'; END IF; RETURN NEW; END $$`,
  )
  await ownerPool().query(
    'CREATE TRIGGER poison BEFORE UPDATE ON report_import_row FOR EACH ROW EXECUTE FUNCTION public.poison()',
  )
  for (let round = 1; round <= 5; round += 1) {
    await withClock(
      () => new Date(Date.now() + round * 5 * 60_000),
      () => tendImports(),
    )
    if (round === 1) expect(await view(good)).toMatchObject({ one: { state: 'done' } })
    if (round === 4) expect(await view(bad)).toMatchObject({ one: { state: 'running', stopReason: null } })
  }
  expect(await view(bad)).toMatchObject({ one: { state: 'stopped', stopReason: 'failed' } })
  await ownerPool().query('DROP TRIGGER poison ON report_import_row')
  const version = await versionOf(grant(), bad)
  expect(await startImport(grant(), bad, { version, leaveOut: false })).toMatchObject({ ok: true })
  await runImport(bad)
  expect(await view(bad)).toMatchObject({ one: { state: 'done', stopReason: null } })
})

test('undoing leaves what another case depends on; a clock that ran out is nobody’s work', async () => {
  const id = await started(grant(), aCsv(4))
  await runImport(id)
  const [linked, other, clocked] = await numbers()
  if (!linked || !other || !clocked) throw new Error('no cases')
  await ownerPool().query(
    `INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail) VALUES (gen_random_uuid(), $1, 'system', 'deadline.escalated', $2, '{}')`,
    [officer.officeId, clocked.id],
  )
  expect((await view(id))?.undoable).toBe(4)
  const linking = { number: other.number, version: 1, otherNumber: linked.number, kind: 'related', reason: 'One firm.' }
  expect(
    await linkCases(staffGrant(officer, 'case.change_state'), {
      ...linking,
      requestId: '0198f000-0000-7000-8000-000000000001',
    } as never),
  ).toMatchObject({ ok: true })
  expect((await view(id))?.undoable).toBe(2)
  expect((await beginUndo(grant(), id, await versionOf(grant(), id))).ok).toBe(true)
  expect(await finishUndo(grant(), id)).toBe(2)
  expect((await numbers()).map((one) => one.id)).toEqual([linked.id, other.id])
})
