import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { sayLoan } from '@/components/ledger/loan-words'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../../held-form'
import { openLoan } from '../../../open-ledger'
import { heldName } from '../../../ledger-action'
import { LEDGER_REFUSALS } from '../../../refusals'
import { restoreLoanAction } from '../../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/loans/[loanId]/back'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function RestoreLoanPage({ params }: Props) {
  const { locale: language, number, loanId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/loans/${loanId}/back`
  const { ledger, loan } = await openLoan(t.locale, number, loanId, '/back')
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.back_loan_heading')} about={sayLoan(t, loan)}>
      <LedgerForm
        t={t}
        action={restoreLoanAction.bind(null, t.locale, number, loanId)}
        requestId={newId()}
        version={loan.version}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('ledger.back_button')}
      />
    </LedgerFrame>
  )
}
