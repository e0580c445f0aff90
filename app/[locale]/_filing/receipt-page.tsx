import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ReceiptPromises } from '@/components/report/receipt-promises'
import { ReceiptView } from '@/components/report/receipt-view'
import { SaidOnce } from '@/components/report/said-once'
import { Pictogram } from '@/components/ui/pictogram'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import type { FilingActions } from './filing-actions'
import type { FilingMode } from './filing-mode'
import { openFiling, restPath } from './open-filing'

/** Number and code, shown until they are kept and never after. */
export async function ReceiptPage({
  mode,
  actions,
  locale,
  search,
}: {
  mode: FilingMode
  actions: FilingActions
  locale: Locale
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const t = await requestWords(locale)
  const filing = await openFiling(mode, locale)
  if (filing.state === 'resting') redirect(restPath(mode, locale))
  if (filing.state === 'open') redirect(`${mode.base(locale)}/check`)
  if (filing.state !== 'sent') redirect(mode.afterReceipt(locale, null))
  const { number, code, severity, receivedAt, isKept, isCounted } = filing.receipt
  return (
    <mode.Frame
      isWide
      aside={
        <>
          <ReceiptPromises t={t} severity={severity} receivedAt={new Date(receivedAt)} isKept={isKept} />
          {mode.kind === 'report' && isCounted === true ? (
            <p>
              <a href={`/${locale}/track`}>{t('report.receipt_about')}</a>
            </p>
          ) : null}
        </>
      }
    >
      <SaidOnce t={t} search={search} />
      <ReceiptView
        t={t}
        lead={t(mode.receiptWords.lead)}
        number={number}
        code={code}
        fileHref={`${mode.base(locale)}/receipt/file`}
        pictureHref={`${mode.base(locale)}/receipt/picture`}
        kept={
          <ActionForm locale={locale} action={actions.keepTicketAction.bind(null, { locale })}>
            <div className="acts">
              <SubmitButton look="alt">
                {t(mode.receiptWords.kept)} <Pictogram name="next" size="text" />
              </SubmitButton>
            </div>
          </ActionForm>
        }
      />
    </mode.Frame>
  )
}
