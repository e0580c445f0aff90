import 'server-only'
import { fileOfItem, goesAlong } from '@/lib/domain/referral/data-items'
import type { PackSource, SourceMoney } from '@/lib/domain/referral/pack/pack-source'
import { readAssessmentColumns } from '@/lib/domain/fees/ledger/stored-assessment'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { listSharedFiles } from './evidence'
import { findStaffNames } from './staff'
import type { Scoped } from './within'

type On = Scoped<'case.change_state'>

/**
 * What of a case goes into a pack: only what the agreed items name is read and opened. Days are those of Japan where an instant is
 * meant, and as told where a person told them. Of the files those go that a scanner may not keep back.
 */
export async function findPackSource(
  on: On,
  seal: CaseSeal,
  agreed: readonly string[],
  hasScanner: boolean,
): Promise<PackSource> {
  const has = (...items: readonly string[]) => items.some((item) => agreed.includes(item))
  return {
    facts: has('facts') ? await findFacts(on, seal.caseId) : null,
    job: has('job') ? await findJob(on, seal.caseId) : null,
    story: has('story') ? await listStory(on, seal) : [],
    fees: has('fees', 'verdicts') ? await listFees(on, seal) : [],
    verdict: has('verdicts') ? ((await findVerdict(on, seal.caseId))?.verdict ?? null) : null,
    loans: has('loans') ? await listLoans(on, seal) : [],
    pay: has('pay') ? await listPay(on, seal.caseId) : [],
    parties: has('parties') ? await listParties(on, seal) : [],
    signs: has('signs') ? await listSigns(on, seal.caseId) : [],
    ...(await findPerson(on, seal, { name: has('name'), contact: has('contact') })),
    consents: has('consents') ? await listGivenConsents(on, seal.caseId) : [],
    files: await listFiles(on, seal, agreed, hasScanner),
  }
}

async function findFacts(on: On, caseId: string): Promise<PackSource['facts']> {
  const row = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      origin: true,
      destination: true,
      scheme: true,
      grievanceCodes: true,
      dangerCodes: true,
      severity: true,
      receivedAt: true,
      language: true,
      departureOn: true,
    },
  })
  const { grievanceCodes: grievances, dangerCodes: dangers, receivedAt, ...rest } = row
  return { ...rest, grievances, dangers, receivedOn: dayOf(receivedAt) }
}

async function findJob(on: On, caseId: string): Promise<PackSource['job']> {
  const row = await on.db.placement.findUnique({ where: { caseId } })
  if (!row) return null
  const { contractMonths, contractSignedOn, workStartedOn, workEndedOn } = row
  const toldTotal = money(row.toldTotalMinor, row.toldTotalCurrency)
  return { contractMonths, contractSignedOn, workStartedOn, workEndedOn, toldTotal }
}

async function listStory(on: On, seal: CaseSeal): Promise<PackSource['story']> {
  const where = { caseId: seal.caseId }
  const rows = await on.db.statement.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const versions = await on.db.textTranslation.findMany({
    where: { ...where, kind: 'statement' },
    orderBy: { version: 'asc' },
  })
  const nameOf = await findStaffNames(
    on,
    versions.map((one) => one.translatedById),
  )
  return rows.map((row) => {
    const latest = versions.findLast(({ subjectId }) => subjectId === row.id)
    return {
      text: seal.unseal('statement.sealed_text', row.id, row.sealedText),
      language: row.language,
      saidOn: dayOf(row.createdAt),
      translation: latest
        ? {
            text: seal.unseal('text_translation.sealed_text', latest.id, latest.sealedText),
            language: latest.language,
            by: nameOf(latest.translatedById)?.displayName ?? '?',
          }
        : null,
    }
  })
}

async function listFees(on: On, seal: CaseSeal): Promise<PackSource['fees']> {
  const rows = await on.db.feeLine.findMany({
    where: { caseId: seal.caseId, removedAt: null, splitAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const latest = await findVerdict(on, seal.caseId)
  const lines = latest === null ? [] : readAssessmentColumns(latest).assessment.lines
  return rows.map((row) => ({
    id: row.id,
    category: row.category,
    payeeRole: row.payeeRole,
    payeeName: row.sealedPayeeName && seal.unseal('fee_line.sealed_payee_name', row.id, row.sealedPayeeName),
    amount: money(row.amountMinor, row.currency),
    amountMax: money(row.amountMaxMinor, row.currency),
    precision: row.precision,
    paidOn: row.paidOn,
    method: row.method,
    receipt: row.receipt,
    refunded: money(row.refundedMinor, row.currency),
    verdict: lines.find(({ lineId }) => lineId === row.id)?.verdict ?? null,
  }))
}

function findVerdict(on: On, caseId: string) {
  return on.db.feeAssessment.findFirst({ where: { caseId }, orderBy: [{ assessedAt: 'desc' }, { id: 'desc' }] })
}

async function listLoans(on: On, seal: CaseSeal): Promise<PackSource['loans']> {
  const rows = await on.db.loan.findMany({
    where: { caseId: seal.caseId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    lenderKind: row.lenderKind,
    lenderName: row.sealedLenderName && seal.unseal('loan.sealed_lender_name', row.id, row.sealedLenderName),
    principal: money(row.principalMinor, row.currency),
    outstanding: money(row.outstandingMinor, row.currency),
    collateral: row.collateral,
    borrowedOn: row.borrowedOn,
  }))
}

async function listPay(on: On, caseId: string): Promise<PackSource['pay']> {
  const rows = await on.db.wageFact.findMany({ where: { caseId, removedAt: null }, orderBy: [{ createdAt: 'asc' }] })
  return rows.map(({ kind, amountMinor, currency, forMonth }) => ({
    kind,
    amount: money(amountMinor, currency),
    forMonth,
  }))
}

async function listParties(on: On, seal: CaseSeal): Promise<PackSource['parties']> {
  const rows = await on.db.caseParty.findMany({
    where: { caseId: seal.caseId },
    include: { party: { select: { name: true } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    role: row.role,
    name: row.sealedNameAsGiven && seal.unseal('case_party.sealed_name_as_given', row.id, row.sealedNameAsGiven),
    registeredName: row.party?.name ?? null,
  }))
}

async function listSigns(on: On, caseId: string): Promise<readonly string[]> {
  const where = { caseId, judgement: 'present' }
  const rows = await on.db.indicatorFinding.findMany({
    where,
    select: { indicator: true },
    orderBy: { indicator: 'asc' },
  })
  return rows.map(({ indicator }) => indicator)
}

async function findPerson(on: On, seal: CaseSeal, wanted: { readonly name: boolean; readonly contact: boolean }) {
  const nothing = { name: null, contact: null }
  if (!wanted.name && !wanted.contact) return nothing
  const row = await on.db.casePerson.findFirst({ where: { caseId: seal.caseId, kind: 'worker' } })
  if (!row) return nothing
  const open = (column: string, sealed: Uint8Array | null) =>
    sealed && seal.unseal(`case_person.${column}`, row.id, sealed)
  return {
    name: wanted.name ? open('sealed_name', row.sealedName) : null,
    contact: wanted.contact
      ? {
          channel: row.contactChannel,
          value: open('sealed_contact', row.sealedContact),
          safeTimes: open('sealed_safe_times', row.sealedSafeTimes),
          language: row.language,
        }
      : null,
  }
}

async function listGivenConsents(on: On, caseId: string): Promise<PackSource['consents']> {
  const rows = await on.db.consent.findMany({ where: { caseId, withdrawnAt: null }, orderBy: { givenAt: 'asc' } })
  return rows.map(({ kind, givenAt, expiresAt, method }) => ({
    kind,
    givenOn: dayOf(givenAt),
    until: expiresAt && dayOf(expiresAt),
    method,
  }))
}

async function listFiles(
  on: On,
  seal: CaseSeal,
  agreed: readonly string[],
  hasScanner: boolean,
): Promise<PackSource['files']> {
  const ids = agreed.flatMap((item) => fileOfItem(item) ?? [])
  if (ids.length === 0) return []
  return (await listSharedFiles(on, seal, ids))
    .filter(({ scan }) => goesAlong(scan, hasScanner))
    .map(({ id, name, kind, format, bytes, sha256 }) => ({ id, name, kind, format, bytes, sha256 }))
}

function money(minor: bigint | null, currency: string | null): SourceMoney {
  return minor === null || currency === null ? null : { minor, currency }
}

/** The Japan-time day of an instant, YYYY-MM-DD. */
function dayOf(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}
