import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { LoanFields } from '@/components/ledger/loan-fields'
import { sayLoan } from '@/components/ledger/loan-words'
import { Note } from '@/components/ui/note'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { loanFieldsOf } from '@/lib/schemas/ledger/loan-form'
import { heldValues } from '../../../held-form'
import { openLoan } from '../../open-ledger'
import { heldName } from '../../ledger-action'
import { LEDGER_REFUSALS } from '../../refusals'
import { editLoanAction } from '../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/loans/[loanId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function EditLoanPage({ params }: Props) {
  const { locale: language, number, loanId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/loans/${loanId}`
  const { ledger, loan, proposed } = await openLoan(t.locale, number, loanId)
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.edit_loan_heading')} about={sayLoan(t, loan)}>
      {loan.amountAsTyped === null ? null : (
        <Note tone="still">{t('ledger.as_typed', { words: loan.amountAsTyped })}</Note>
      )}
      <LedgerForm
        t={t}
        action={editLoanAction.bind(null, t.locale, number, loanId)}
        requestId={newId()}
        version={loan.version}
        values={loanFieldsOf(loan, proposed)}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('common.save')}
      >
        <LoanFields t={t} proposed={proposed} />
      </LedgerForm>
    </LedgerFrame>
  )
}
