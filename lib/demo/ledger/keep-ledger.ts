import { randomUUID } from 'node:crypto'
import { addLedgerLine } from '@/lib/usecases/ledger/add-ledger-line'
import { overrideRate } from '@/lib/usecases/ledger/override-rate'
import { rateSupport } from '@/lib/usecases/ledger/rate-support'
import { readLedger } from '@/lib/usecases/ledger/read-ledger'
import { saveLoan } from '@/lib/usecases/ledger/save-loan'
import { savePlacement } from '@/lib/usecases/ledger/save-placement'
import { saveWageFacts } from '@/lib/usecases/ledger/save-wage-facts'
import { splitLedgerLine } from '@/lib/usecases/ledger/split-ledger-line'
import type { SupportLevel } from '@/lib/domain/fees/ledger/support-levels'
import type { DemoReport } from '../demo-report'
import type { DemoCase } from '../life/demo-case'
import { at } from '../moment'
import { expectOk, permitted } from '../permitted'
import type { Random } from '../random'
import { ledgerTasks, type LedgerTask } from './ledger-tasks'

const MINUTE_MS = 60_000

const SUPPORT_REASONS: Readonly<Record<SupportLevel, string>> = {
  receipt: 'The worker showed a photo of the receipt; sum and month agree.',
  bank_record: 'The transfer stands in the bank book the worker showed.',
  contract: 'The sum stands in the contract; a receipt covers a part of it.',
  witness: 'A colleague was there when it was paid and says the same.',
  word_with_detail: 'No paper. The worker tells place, person and month without hesitation.',
  peers_pattern: 'No paper. Others who came through the same organisation tell a similar sum.',
  word_only: 'No paper, and the worker is not sure of the month.',
}
const REASONS = {
  split: 'The worker remembered what the parts were when asked again.',
  street_rate: 'The family bought dollars on the street; the official rate was not to be had.',
  placement: 'From the contract and the residence record the worker showed.',
  wages: 'From the last pay slip.',
} as const

/** Lets the officer of a case work on its ledger through the use cases that the pages call, a minute for each thing from `moment` on. */
export async function keepLedger(
  { number, officer }: DemoCase,
  report: DemoReport,
  moment: Date,
  random: Random,
): Promise<void> {
  const ledger = await at(moment, () => readLedger(permitted(officer, 'case.read'), number))
  if (!ledger) throw new Error(`the demonstration cannot read the payments of ${number}`)
  const granted = permitted(officer, 'case.write_fees')
  const form = () => ({ number, requestId: randomUUID() })
  const perform = (task: LedgerTask) => {
    switch (task.kind) {
      case 'split':
        return splitLedgerLine(granted, { ...form(), ...named(task), reason: REASONS.split, parts: task.parts })
      case 'street_rate':
        return overrideRate(granted, {
          ...form(),
          ...named(task),
          reason: REASONS.street_rate,
          unitsPerUsd: task.unitsPerUsd,
        })
      case 'support':
        return rateSupport(granted, {
          ...form(),
          ...named(task),
          reason: SUPPORT_REASONS[task.level],
          level: task.level,
        })
      case 'add':
        return addLedgerLine(granted, { ...form(), line: task.line, amountAsTyped: null })
      case 'loan':
        return saveLoan(granted, { ...form(), loanId: null, version: 0, reason: '', loan: task.loan })
      case 'placement':
        return savePlacement(granted, {
          ...form(),
          version: task.version,
          reason: REASONS.placement,
          placement: task.placement,
        })
      case 'wages':
        return saveWageFacts(granted, { ...form(), version: task.version, reason: REASONS.wages, wages: task.wages })
      default:
        throw new Error(`unhandled task ${String(task satisfies never)}`)
    }
  }
  for (const [index, task] of ledgerTasks(ledger, report, random).entries()) {
    const when = new Date(moment.getTime() + (index + 1) * MINUTE_MS)
    expectOk(await at(when, () => perform(task)), `keep the ledger (${task.kind})`)
  }
}

function named({ line }: Extract<LedgerTask, { kind: 'split' | 'street_rate' | 'support' }>) {
  return { lineId: line.id, version: line.version }
}
