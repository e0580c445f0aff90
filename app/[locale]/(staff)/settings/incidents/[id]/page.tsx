import type { Metadata } from 'next'
import { BreachKnown } from '@/components/privacy/breach-facts'
import { DutyList } from '@/components/privacy/duty-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { grantStaff } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import { roleMay } from '@/lib/access/policy'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/ids'
import { readBreach } from '@/lib/usecases/privacy/breaches'
import { ClosingForm, ReviewForm } from './closing-forms'
import { DutyForm } from './duty-form'
import { JudgeForm } from './judge-form'
import { TouchedCases } from './touched-cases'

type Props = PageProps<'/[locale]/settings/incidents/[id]'>

const DONE = ['reported', 'judged', 'duty', 'cases', 'told', 'closing', 'reviewed'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('privacy.incident') }
}

/** One incident: what is known, what is due, who was told, and how it ends. */
export default async function IncidentPage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const register = `/${locale}/settings/incidents`
  const grant = await requireGrant('breach.report', { locale, returnTo: `${register}/${id}` })
  const found = isId(id) ? await readBreach(grant, id) : null
  if (!found) notHere(locale)
  const t = translatorFor(locale)
  const { done } = await searchParams
  const at = now()
  const isOpen = found.state !== 'closing' && found.state !== 'closed'
  const mayManage = roleMay(grant.actor.role, 'breach.manage')
  const doneNow = DONE.find((word) => word === done)
  return (
    <>
      {doneNow === undefined ? null : (
        <Note tone="ok" announced>
          {t(`privacy.incident_done_${doneNow}`)}
        </Note>
      )}
      <Breadcrumbs
        trail={[{ href: register, name: t('privacy.incidents_title') }]}
        here={formatDayOf(found.knownAt, locale)}
      />
      <PageTitle
        title={t('privacy.incident_of', { day: formatDayOf(found.knownAt, locale) })}
        about={t(`privacy.state_${found.state}`)}
        acts={
          <LinkButton look="alt" href={`/api/v1/privacy/incidents/${id}`}>
            {t('privacy.incident_export')}
          </LinkButton>
        }
      />
      <BreachKnown t={t} found={found} />
      <h2>{t('privacy.duties')}</h2>
      <DutyList t={t} duties={found.duties} at={at} />
      {mayManage && isOpen ? <DutyForm t={t} found={found} /> : null}
      <TouchedCases t={t} found={found} telling={grantStaff(grant.actor, 'breach.tell')} />
      {mayManage && isOpen ? <JudgeForm t={t} found={found} /> : null}
      {mayManage && isOpen ? <ClosingForm t={t} found={found} /> : null}
      {found.state === 'closing' && found.closingById !== grant.actor.id ? <ReviewForm t={t} found={found} /> : null}
      {found.state === 'closing' && found.closingById === grant.actor.id ? (
        <Note tone="still">{t('privacy.own_review')}</Note>
      ) : null}
    </>
  )
}
