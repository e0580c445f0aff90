import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { PeriodTable, PlanTable } from '@/components/privacy/retention-tables'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatCount, formatDay, formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readRetention } from '@/lib/usecases/retention/plan-retention'
import { heldValues } from '../../cases/[number]/held-form'
import { confirmRetentionAction, stopRetentionAction } from './actions'

type Props = PageProps<'/[locale]/settings/retention'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('privacy.retention_title') }
}

/** What is kept how long, what the next run would take away, and the word of an administrator that it may. */
export default async function RetentionPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/retention`
  const grant = await requireGrant('retention.manage', { locale, returnTo: here })
  const { today, until, lines, isConfirmed, confirmations } = await readRetention(grant)
  const { done } = await searchParams
  const t = translatorFor(locale)
  const items = lines.reduce((sum, { now }) => sum + now, 0)
  const [last] = confirmations
  return (
    <>
      <BackLink href={`/${locale}/settings`}>{t('settings.heading')}</BackLink>
      <PageTitle title={t('privacy.retention_title')} about={t('privacy.retention_lead')} />
      {done === 'confirmed' || done === 'stopped' ? (
        <Note tone="ok" announced>
          {t(`privacy.done_${done}`)}
        </Note>
      ) : null}
      {isConfirmed && last !== undefined ? (
        <Note tone="still">
          {t('privacy.confirmed_by', { name: last.confirmedByName, at: formatInstant(last.confirmedAt, locale) })}
        </Note>
      ) : (
        <Note tone={done === undefined ? 'care' : 'still'}>{t('privacy.not_confirmed')}</Note>
      )}
      <h2>{t('privacy.plan_heading')}</h2>
      <p>{t('privacy.plan_about', { today: formatDay(today, locale), until: formatDay(until, locale) })}</p>
      {lines.length === 0 ? <p className="mute">{t('privacy.plan_empty')}</p> : <PlanTable t={t} lines={lines} />}
      {isConfirmed ? (
        <form action={stopRetentionAction.bind(null, locale)} className="acts">
          <button className="btn alt">{t('privacy.stop')}</button>
        </form>
      ) : (
        <ActionForm
          locale={locale}
          action={confirmRetentionAction.bind(null, locale)}
          values={(await heldValues({ name: 'retention', number: 'new' })) ?? {}}
          refusals={{ changed_meanwhile: 'privacy.changed_meanwhile' }}
          className="stack narrow noprint"
        >
          <input type="hidden" name="requestId" value={newId()} />
          <input type="hidden" name="items" value={items} />
          <TickBox name="seen" text={t('privacy.seen', { count: items, number: formatCount(items, locale) })} />
          <div className="acts">
            <SubmitButton>{t('privacy.confirm')}</SubmitButton>
          </div>
        </ActionForm>
      )}
      <h2>{t('privacy.periods_heading')}</h2>
      <PeriodTable t={t} />
    </>
  )
}
