import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { AskFields } from '@/components/statistics/microdata/ask-form'
import { MICRODATA_REFUSALS } from '@/components/statistics/microdata/refusals'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { quarterBefore, lastWholeQuarter } from '@/lib/domain/statistics/organisations/quarters'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { listRequests } from '@/lib/usecases/statistics/microdata/requests'
import { heldValues } from '../../cases/[number]/held-form'
import { askMicrodataAction } from './actions'

type Props = PageProps<'/[locale]/statistics/microdata'>

const QUARTERS_OFFERED = 40

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.microdata_title') }
}

/** Files of records for researchers: what was asked for, and a new request. */
export default async function MicrodataPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/statistics/microdata`
  const grant = await requireGrant('microdata.manage', { locale, returnTo: here })
  const requests = await listRequests(grant)
  const t = translatorFor(locale)
  const quarters = [lastWholeQuarter(now())]
  while (quarters.length < QUARTERS_OFFERED) quarters.push(quarterBefore(quarters.at(-1) ?? ''))
  const last = quarters[0] ?? ''
  const held = await heldValues({ name: 'microdata', number: 'new' })
  const start = { columns: [], fromQuarter: quarters[3] ?? last, toQuarter: last, k: '5', l: '2', mostLeftOut: '5' }
  return (
    <>
      <BackLink href={`/${locale}/statistics`}>{t('statistics.title')}</BackLink>
      <PageTitle title={t('statistics.microdata_title')} about={t('statistics.microdata_lead')} />
      <Note tone="still">{t('statistics.microdata_warning')}</Note>
      {requests.length === 0 ? <EmptyState title={t('statistics.microdata_none')} /> : null}
      <ul className="stack">
        {requests.map(({ id, institution, fromQuarter, toQuarter, state, askedByName, askedAt }) => (
          <li key={id}>
            <a href={`${here}/${id}`}>
              {institution}: {fromQuarter} – {toQuarter}
            </a>
            <br />
            <small>
              {t(`statistics.microdata_state_${state}`)} · {askedByName}, {formatInstant(askedAt, locale)}
            </small>
          </li>
        ))}
      </ul>
      <h2>{t('statistics.microdata_ask')}</h2>
      <ActionForm
        locale={locale}
        action={askMicrodataAction.bind(null, locale)}
        values={{ ...start, ...held }}
        refusals={MICRODATA_REFUSALS}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <AskFields t={t} quarters={quarters} />
      </ActionForm>
    </>
  )
}
