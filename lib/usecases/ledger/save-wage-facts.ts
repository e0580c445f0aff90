import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { beforeOf } from '@/lib/data/ledger-revisions'
import { insertWages, listWages, removeWages, type TypedWage } from '@/lib/data/wage-facts'
import type { LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import type { LedgerError, ReasonMissing, WageInput, WagesEdit } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger } from './change-ledger'

export type SaveWagesError = LedgerError<ReasonMissing>

/** Writes down all that is known of the pay: what is no longer said is set aside with the reason, what is new is added. */
export function saveWageFacts(grant: Grant<'case.write_fees'>, form: WagesEdit): Promise<Result<void, SaveWagesError>> {
  return changeLedger<ReasonMissing>(grant, form, 'wages.changed', async ({ on, caseId, caseSeal, at }) => {
    const { wages: before, version } = await listWages(on, caseId, caseSeal.unseal)
    if (version !== form.version) return err({ code: 'changed_meanwhile' })
    const gone = before.filter((wage) => !form.wages.some((kept) => isSame(kept, wage)))
    const added = form.wages.filter((wage) => !before.some((kept) => isSame(kept, wage)))
    if (gone.length > 0 && form.reason.trim() === '') return err({ code: 'reason_missing' })
    await removeWages(
      on,
      gone.map(({ id }) => id),
      at,
    )
    const ids = await insertWages(on, caseSeal, withWordsOf(gone, added), at)
    return ok({
      revisions: [
        ...gone.map(({ id, amount, ...wage }) => ({
          subject: 'wage_fact' as const,
          subjectId: id,
          change: added.some(({ kind }) => kind === wage.kind) ? ('changed' as const) : ('removed' as const),
          before: beforeOf({ ...wage, ...amount }),
          reason: form.reason,
        })),
        ...added.flatMap(({ amount, ...wage }, index) => {
          const subjectId = ids[index]
          if (subjectId === undefined || gone.some(({ kind }) => kind === wage.kind)) return []
          const before = beforeOf({ ...wage, ...amount })
          return [{ subject: 'wage_fact' as const, subjectId, change: 'added' as const, before, reason: null }]
        }),
      ],
      detail: { added: added.length, removed: gone.length },
    })
  })
}

// A fact that is read otherwise takes the place of one of its kind, with the words it was told in.
function withWordsOf(gone: readonly LedgerWage[], added: readonly WageInput[]): TypedWage[] {
  const left = [...gone]
  return added.map((wage) => {
    const index = left.findIndex(({ kind }) => kind === wage.kind)
    const [before] = index === -1 ? [] : left.splice(index, 1)
    return { ...wage, amountAsTyped: before?.amountAsTyped ?? null }
  })
}

function isSame(a: WageInput, b: WageInput): boolean {
  return (
    a.kind === b.kind &&
    a.amount.amountMinor === b.amount.amountMinor &&
    a.amount.currency === b.amount.currency &&
    a.forMonth === b.forMonth &&
    a.hours === b.hours
  )
}
