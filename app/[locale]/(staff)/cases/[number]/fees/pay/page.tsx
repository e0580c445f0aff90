import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { WageFields } from '@/components/ledger/wage-fields'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { wageFieldsOf } from '@/lib/schemas/ledger/wages-form'
import { heldValues } from '../../held-form'
import { openLedger } from '../open-ledger'
import { heldName } from '../ledger-action'
import { LEDGER_REFUSALS } from '../refusals'
import { saveWagesAction } from '../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/pay'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function PayPage({ params }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { ledger } = await openLedger(t.locale, number, '/pay')
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.pay_question')}>
      <p className="narrow">{t('ledger.pay_lead')}</p>
      <LedgerForm
        t={t}
        action={saveWagesAction.bind(null, t.locale, number)}
        requestId={newId()}
        version={ledger.wagesVersion}
        values={wageFieldsOf(ledger.wages, 'JPY')}
        held={await heldValues({ name: heldName('/pay'), number })}
        refusals={LEDGER_REFUSALS}
        reason="where_known"
        button={t('common.save')}
      >
        <WageFields t={t} wages={ledger.wages} />
      </LedgerForm>
    </LedgerFrame>
  )
}
