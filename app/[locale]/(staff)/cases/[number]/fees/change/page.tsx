import type { Metadata } from 'next'
import { ChangeView } from '@/components/ledger/change-view'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { listRuleReasons } from '@/lib/data/fee-rule-reasons'
import { listRuleVersions } from '@/lib/data/fee-rules'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { seeChangeAction } from '../actions'
import { openLedger } from '../open-ledger'
import { LEDGER_REFUSALS } from '../refusals'

type Props = PageProps<'/[locale]/cases/[number]/fees/change'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function ChangePage({ params }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { ledger, grant } = await openLedger(t.locale, number, '/change')
  const change = ledger.unseenChange
  if (change === null) {
    return (
      <LedgerFrame t={t} head={ledger.head} heading={t('ledger.change_none')}>
        <p>{t('ledger.change_none_lead')}</p>
      </LedgerFrame>
    )
  }
  const { rules, reasons } = await within(grant, async (on) => ({
    rules: await listRuleVersions(on),
    reasons: await listRuleReasons(on, change.rulesNew),
  }))
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.change_heading')}>
      <ChangeView t={t} ledger={ledger} change={change} rules={rules} reasons={reasons} />
      <LedgerForm
        t={t}
        action={seeChangeAction.bind(null, t.locale, number)}
        requestId={newId()}
        held={null}
        refusals={LEDGER_REFUSALS}
        reason="never"
        button={t('ledger.change_seen')}
      >
        <input type="hidden" name="assessedAt" value={change.after.assessedAt.toISOString()} />
      </LedgerForm>
    </LedgerFrame>
  )
}
