import { fileOfItem, type DataItem } from '../data-items'
import type { FieldMaker } from './fields'
import type { PackField } from './pack'
import type { PackSource, SourceFee } from './pack-source'

type Rows = readonly (readonly PackField[])[]

/** A name, an address: in no language that we know. */
const UNKNOWN_LANGUAGE = 'und'

/** What one agreed item says of a case. `agreed` are all of them: names of parties go nowhere without the item for them. */
export function itemRows(make: FieldMaker, source: PackSource, item: string, agreed: readonly string[]): Rows {
  const file = fileOfItem(item)
  if (file !== null) return source.files.filter(({ id }) => id === file).map((one) => fileRow(make, one))
  const rows = (ROWS as Partial<Record<string, ItemRows>>)[item]
  return rows === undefined ? [] : rows(make, source, agreed).filter((row) => row.length > 0)
}

type ItemRows = (make: FieldMaker, source: PackSource, agreed: readonly string[]) => Rows

const ROWS: { readonly [item in DataItem]: ItemRows } = {
  facts: (make, { facts }) =>
    facts === null
      ? []
      : [
          [
            ...facts.grievances.flatMap((code) => make.code('matter', 'grievance', code)),
            ...facts.dangers.flatMap((code) => make.code('danger', 'danger', code)),
            ...make.code('severity', 'severity', facts.severity),
            ...make.code('origin', 'origin', facts.origin),
            ...make.code('scheme', 'scheme', facts.scheme),
            ...make.date('received', facts.receivedOn),
            ...make.date('departure', facts.departureOn),
            ...make.staffCode('speaks', 'language', facts.language),
          ],
        ],
  job: (make, { job }) =>
    job === null
      ? []
      : [
          [
            ...make.count('contract_months', job.contractMonths),
            ...make.date('contract_signed', job.contractSignedOn),
            ...make.date('work_started', job.workStartedOn),
            ...make.date('work_ended', job.workEndedOn),
            ...make.money('told_total', job.toldTotal),
          ],
        ],
  story: (make, { story }) => story.map((said) => [...make.date('said', said.saidOn), ...make.words('words', said)]),
  fees: (make, { fees }, agreed) => fees.map((fee) => feeRow(make, fee, agreed.includes('parties'))),
  verdicts: (make, { verdict, fees }) => [
    make.code('verdict_all', 'verdict', verdict),
    ...fees
      .filter((fee) => fee.verdict !== null)
      .map((fee) => [
        ...make.code('category', 'fee_category', fee.category),
        ...make.code('verdict', 'verdict', fee.verdict),
      ]),
  ],
  loans: (make, { loans }, agreed) =>
    loans.map((loan) => [
      ...make.code('lender', 'lender_kind', loan.lenderKind),
      ...(agreed.includes('parties') ? make.words('lender_name', plain(loan.lenderName)) : []),
      ...make.money('borrowed', loan.principal),
      ...make.money('owed', loan.outstanding),
      ...make.date('borrowed_on', loan.borrowedOn),
      ...make.code('collateral', 'collateral', loan.collateral),
    ]),
  pay: (make, { pay }) =>
    pay.map(({ kind, amount, forMonth }) => [
      ...make.code('pay_kind', 'wage_fact', kind),
      ...make.money('amount', amount),
      ...make.date('month', forMonth),
    ]),
  parties: (make, { parties }) =>
    parties.map(({ role, name, registeredName }) => [
      ...make.code('role', 'party_role', role),
      ...make.words('name_as_given', plain(name)),
      ...make.words('registered_name', plain(registeredName)),
    ]),
  signs: (make, { signs }) => signs.map((code) => make.code('sign', 'indicator', code)),
  name: (make, { name }) => [make.words('worker_name', plain(name))],
  contact: (make, { contact }) =>
    contact === null
      ? []
      : [
          [
            ...make.code('channel', 'contact_channel', contact.channel),
            ...make.words('contact', plain(contact.value)),
            ...make.words('safe_times', plain(contact.safeTimes)),
            ...make.staffCode('speaks', 'language', contact.language),
          ],
        ],
  consents: (make, { consents }) =>
    consents.map(({ kind, givenOn, until, method }) => [
      ...make.code('consent', 'consent_kind', kind),
      ...make.date('given', givenOn),
      ...make.date('until', until),
      ...make.staffCode('method', 'consent_method', method),
    ]),
}

function feeRow(make: FieldMaker, fee: SourceFee, withNames: boolean): readonly PackField[] {
  return [
    ...make.code('category', 'fee_category', fee.category),
    ...make.code('payee', 'party_role', fee.payeeRole),
    ...(withNames ? make.words('payee_name', plain(fee.payeeName)) : []),
    ...make.money('amount', fee.amount),
    ...make.money('amount_max', fee.amountMax),
    ...make.code('precision', 'precision', fee.precision),
    ...make.date('paid', fee.paidOn),
    ...make.code('paid_how', 'payment_method', fee.method),
    ...make.code('receipt', 'receipt', fee.receipt),
    ...make.money('refunded', fee.refunded),
  ]
}

function fileRow(make: FieldMaker, { kind, ...file }: PackSource['files'][number]): readonly PackField[] {
  const { name, format, bytes, sha256 } = file
  return [...make.code('file_kind', 'file_purpose', kind), ...make.file('file', { name, format, bytes, sha256 })]
}

function plain(text: string | null) {
  return text === null ? null : { text, language: UNKNOWN_LANGUAGE, translation: null }
}
