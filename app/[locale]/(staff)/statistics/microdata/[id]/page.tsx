import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Agreement } from '@/components/statistics/microdata/ask-form'
import { DecideMicrodata } from '@/components/statistics/microdata/decide-fields'
import { MICRODATA_REFUSALS } from '@/components/statistics/microdata/refusals'
import { MicrodataReportFacts } from '@/components/statistics/microdata/report'
import { RequestFacts } from '@/components/statistics/microdata/request-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { readRequest } from '@/lib/usecases/statistics/microdata/requests'
import { heldValues } from '../../../cases/[number]/held-form'
import { decideMicrodataAction, withdrawMicrodataAction } from '../actions'

type Props = PageProps<'/[locale]/statistics/microdata/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.microdata_title') }
}

/** One request for records: what was asked, who decided, what the file is, and who took it. */
export default async function MicrodataRequestPage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const all = `/${locale}/statistics/microdata`
  const grant = await requireGrant('microdata.manage', { locale, returnTo: `${all}/${id}` })
  const request = isId(id) ? await readRequest(grant, id) : null
  if (!request) notHere(locale)
  const t = translatorFor(locale)
  const { state, report, availableUntil, downloads, version } = request
  const isOwn = request.askedById === grant.actor.id
  const isTheirs = isOwn || request.decidedById === grant.actor.id
  const file = `/api/v1/statistics/microdata/${id}`
  return (
    <>
      {(await searchParams)['done'] === undefined ? null : (
        <Note tone="ok" announced>
          {t('statistics.microdata_done')}
        </Note>
      )}
      <Breadcrumbs trail={[{ href: all, name: t('statistics.microdata_title') }]} here={request.institution} />
      <PageTitle title={request.institution} about={t(`statistics.microdata_state_${state}`)} />
      {request.failure === null ? null : (
        <Note tone="care">{t(`statistics.microdata_failure_${request.failure}`)}</Note>
      )}
      <RequestFacts t={t} request={request} />
      {report === null ? null : <MicrodataReportFacts t={t} report={report} />}
      {state === 'ready' && availableUntil !== null ? (
        <section className="stack">
          <p>{t('statistics.microdata_until', { at: formatInstant(availableUntil, locale) })}</p>
          {isTheirs ? (
            <div className="acts">
              <LinkButton href={`${file}/file`}>{t('statistics.microdata_download')}</LinkButton>
              <LinkButton href={`${file}/metadata`} look="alt">
                {t('statistics.microdata_metadata')}
              </LinkButton>
            </div>
          ) : (
            <p>{t('statistics.microdata_not_theirs')}</p>
          )}
        </section>
      ) : null}
      {downloads.length === 0 ? null : (
        <section className="tight">
          <h2>{t('statistics.microdata_taken')}</h2>
          <ul>
            {downloads.map(({ staffName, part, downloadedAt }) => (
              <li key={`${downloadedAt.toISOString()} ${part}`}>
                {t('statistics.microdata_taken_line', { name: staffName, at: formatInstant(downloadedAt, locale) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {state === 'asked' && isOwn ? <Note tone="still">{t('statistics.microdata_own')}</Note> : null}
      {state === 'asked' && !isOwn ? (
        <ActionForm
          locale={locale}
          action={decideMicrodataAction.bind(null, locale, id)}
          values={(await heldValues({ name: 'microdata-decision', number: id })) ?? {}}
          refusals={MICRODATA_REFUSALS}
          className="stack narrow"
        >
          <input type="hidden" name="version" value={version} />
          <DecideMicrodata t={t} />
        </ActionForm>
      ) : null}
      <Agreement t={t} />
      {['asked', 'approved', 'ready'].includes(state) ? (
        <details>
          <summary>{t('statistics.microdata_withdraw')}</summary>
          <p>{t('statistics.microdata_withdraw_about')}</p>
          <ActionForm
            locale={locale}
            action={withdrawMicrodataAction.bind(null, locale, id)}
            values={(await heldValues({ name: 'microdata-withdrawal', number: id })) ?? {}}
            refusals={MICRODATA_REFUSALS}
            className="stack narrow"
          >
            <input type="hidden" name="version" value={version} />
            <TextAreaField name="why" label={t('statistics.microdata_note')} rows={2} />
            <div className="acts">
              <SubmitButton>{t('statistics.microdata_withdraw')}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </>
  )
}
