import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { BreachFactFields } from '@/components/privacy/breach-fields'
import { DutyList, dutyText } from '@/components/privacy/duty-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FactList } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { grantStaff } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import { roleMay } from '@/lib/access/policy'
import type { StoredBreach } from '@/lib/domain/privacy/breach-file'
import { notifyReasons } from '@/lib/domain/privacy/breach'
import { formatCount, formatDayOf, formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/ids'
import { readBreach } from '@/lib/usecases/privacy/breaches'
import { readTouchedCases } from '@/lib/usecases/privacy/touched-cases'
import { heldValues } from '../../../cases/[number]/held-form'
import {
  addCasesAction,
  askClosingAction,
  doneDutyAction,
  judgeBreachAction,
  reviewBreachAction,
  tellWorkersAction,
} from '../actions'

type Props = PageProps<'/[locale]/settings/incidents/[id]'>

const DONE = ['reported', 'judged', 'duty', 'cases', 'told', 'closing', 'reviewed'] as const
const REFUSALS = {
  changed_meanwhile: 'privacy.changed_by_another',
  over: 'privacy.over',
  still_due: 'privacy.still_due',
  done_before: 'privacy.done_before',
  numbers_unknown: 'privacy.numbers_unknown',
  own: 'privacy.own_review',
} as const

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
  const telling = grantStaff(grant.actor, 'breach.tell')
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
      <KnownFacts t={t} found={found} />
      <h2>{t('privacy.duties')}</h2>
      <DutyList t={t} duties={found.duties} at={at} />
      {mayManage && isOpen && found.duties.some(({ doneAt }) => doneAt === null) ? (
        <details className="noprint">
          <summary>{t('privacy.duty_tick')}</summary>
          <ActionForm
            locale={locale}
            action={doneDutyAction.bind(null, locale, id)}
            values={(await heldValues({ name: 'incident-duty', number: id })) ?? {}}
            refusals={REFUSALS}
            className="stack narrow noprint"
          >
            <SelectField
              name="duty"
              label={t('privacy.duty')}
              options={found.duties
                .filter(({ doneAt }) => doneAt === null)
                .map((duty) => ({ value: duty.id, text: dutyText(t, duty) }))}
            />
            <ChoiceGroup
              name="outcome"
              kind="radio"
              legend={t('privacy.outcome')}
              slim
              sections={[
                {
                  choices: (['done', 'not_needed'] as const).map((value) => ({
                    value,
                    text: t(`privacy.outcome_${value}`),
                  })),
                },
              ]}
            />
            <TextAreaField name="note" rows={3} label={t('privacy.note')} hint={t('privacy.note_hint')} />
            <div className="acts">
              <SubmitButton>{t('privacy.duty_tick')}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
      <h2>{t('privacy.touched')}</h2>
      <p>{t('privacy.touched_about', { count: found.cases, told: found.casesTold })}</p>
      {telling === null ? (
        <p className="mute">{t('privacy.touched_supervisor')}</p>
      ) : (
        <>
          <p>{(await readTouchedCases(telling, id)).map(({ number }) => number).join(' · ')}</p>
          {found.cases > found.casesTold && found.state !== 'closed' ? (
            <form action={tellWorkersAction.bind(null, locale, id)} className="acts">
              <button className="btn">{t('privacy.tell')}</button>
            </form>
          ) : null}
          {found.state === 'closed' ? null : (
            <ActionForm
              locale={locale}
              action={addCasesAction.bind(null, locale, id)}
              values={(await heldValues({ name: 'incident-cases', number: id })) ?? {}}
              refusals={REFUSALS}
              className="stack narrow noprint"
            >
              <TextAreaField name="numbers" rows={3} label={t('privacy.numbers')} hint={t('privacy.numbers_hint')} />
              <div className="acts">
                <SubmitButton look="alt">{t('privacy.numbers_add')}</SubmitButton>
              </div>
            </ActionForm>
          )}
        </>
      )}
      {mayManage && isOpen ? (
        <>
          <h2 className="noprint">{t('privacy.judge')}</h2>
          <ActionForm
            locale={locale}
            action={judgeBreachAction.bind(null, locale, id)}
            values={
              (await heldValues({ name: 'incident-judged', number: id })) ?? {
                data: [...found.data],
                origins: [...found.origins],
                people: found.people === null ? '' : String(found.people),
                isIntended: found.isIntended ? 'yes' : '',
                isFraudRisk: found.isFraudRisk ? 'yes' : '',
                ...(found.state === 'reported' ? {} : { decision: found.state }),
              }
            }
            refusals={REFUSALS}
            className="stack narrow noprint"
          >
            <input type="hidden" name="version" value={found.version} />
            <BreachFactFields t={t} />
            <ChoiceGroup
              name="decision"
              kind="radio"
              legend={t('privacy.decision')}
              hint={t('privacy.decision_hint')}
              sections={[
                {
                  choices: (['notifiable', 'not_notifiable'] as const).map((value) => ({
                    value,
                    text: t(`privacy.decision_${value}`),
                  })),
                },
              ]}
            />
            <TextAreaField name="why" rows={3} label={t('privacy.why')} />
            <div className="acts">
              <SubmitButton>{t('privacy.judge_button')}</SubmitButton>
            </div>
          </ActionForm>
          {found.state === 'reported' || found.duties.some(({ doneAt }) => doneAt === null) ? null : (
            <>
              <h2 className="noprint">{t('privacy.closing')}</h2>
              <ActionForm
                locale={locale}
                action={askClosingAction.bind(null, locale, id)}
                values={(await heldValues({ name: 'incident-closing', number: id })) ?? {}}
                refusals={REFUSALS}
                className="stack narrow noprint"
              >
                <input type="hidden" name="version" value={found.version} />
                <TextAreaField name="measures" rows={4} label={t('privacy.closing_measures')} />
                <div className="acts">
                  <SubmitButton>{t('privacy.closing_ask')}</SubmitButton>
                </div>
              </ActionForm>
            </>
          )}
        </>
      ) : null}
      {found.state === 'closing' && found.closingById !== grant.actor.id ? (
        <>
          <h2 className="noprint">{t('privacy.review')}</h2>
          <ActionForm
            locale={locale}
            action={reviewBreachAction.bind(null, locale, id)}
            values={(await heldValues({ name: 'incident-review', number: id })) ?? {}}
            refusals={REFUSALS}
            className="stack narrow noprint"
          >
            <input type="hidden" name="version" value={found.version} />
            <ChoiceGroup
              name="decision"
              kind="radio"
              legend={t('privacy.review_decision')}
              sections={[
                {
                  choices: (['agree', 'give_back'] as const).map((value) => ({
                    value,
                    text: t(`privacy.review_${value}`),
                  })),
                },
              ]}
            />
            <TextAreaField name="words" rows={3} label={t('privacy.why')} />
            <div className="acts">
              <SubmitButton>{t('privacy.review_button')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      ) : null}
      {found.state === 'closing' && found.closingById === grant.actor.id ? (
        <Note tone="still">{t('privacy.own_review')}</Note>
      ) : null}
    </>
  )
}

function KnownFacts({ t, found }: { t: Translator; found: StoredBreach }) {
  const reasons = notifyReasons(found)
  const said = (name: string, value: string | null) => (value === null || value === '' ? [] : [{ name, value }])
  const signed = (name: string | null, at: Date | null) =>
    name === null || at === null ? null : t('privacy.signed', { name, at: formatInstant(at, t.locale) })
  return (
    <FactList
      facts={[
        { name: t('privacy.known_on'), value: formatInstant(found.knownAt, t.locale) },
        { name: t('privacy.what'), value: <span className="said">{found.what}</span> },
        { name: t('privacy.data'), value: found.data.map((kind) => t(`privacy.data_${kind}`)).join(' · ') },
        {
          name: t('privacy.people'),
          value: found.people === null ? t('privacy.not_known') : formatCount(found.people, t.locale),
        },
        ...said(
          t('privacy.origins'),
          found.origins.map((code) => t(`codes.origin.${code}` as 'codes.origin.VN')).join(' · '),
        ),
        ...said(t('privacy.reasons'), reasons.map((reason) => t(`privacy.reason_${reason}`)).join(' · ')),
        ...said(t('privacy.measures'), found.measures),
        ...said(t('privacy.reported'), signed(found.reportedByName, found.reportedAt)),
        ...said(t('privacy.judged'), signed(found.judgedByName, found.judgedAt)),
        ...said(t('privacy.why'), found.judgement),
        ...said(t('privacy.closing'), signed(found.closingByName, found.closingAt)),
        ...said(t('privacy.review'), found.review),
        ...said(t('privacy.state_closed'), signed(found.closedByName, found.closedAt)),
      ]}
    />
  )
}
