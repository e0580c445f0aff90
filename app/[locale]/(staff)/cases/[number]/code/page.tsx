import type { Metadata } from 'next'
import { CodeChecks } from '@/components/case/code-checks'
import { IdentityQuestions, knownFacts } from '@/components/case/identity-check'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { CodeAlarm } from '@/components/case/code-tasks'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { listCodeChecks } from '@/lib/data/code-replacements'
import { findIdentityFacts } from '@/lib/data/identity-facts'
import { findStaffNames } from '@/lib/data/staff'
import {
  ASKED_RESULTS,
  CHECK_LASTS_HOURS,
  CHECKS_A_DAY,
  FACTS_NEEDED,
  IDENTITY_FACTS,
  TELLING_FACTS,
} from '@/lib/domain/identity-check'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { factField } from '@/lib/schemas/case/follow-up'
import { usableCheck } from '@/lib/usecases/replace-code'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { checkIdentityAction, confirmCheckAction, lookAtAlarmAction, makeCodeAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/code'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.code_title', { number }) }
}

/** Somebody says that the case is theirs and that the code is lost: the facts to ask, what came of it, and the new code. */
export default async function CodePage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { grant, more } = await openAct('case.replace_code', { locale, number, act: 'code' }, async (on, found) => {
    const checks = await listCodeChecks(on, found.id)
    const nameOf = await findStaffNames(
      on,
      checks.flatMap(({ staffId, confirmedById }) => [staffId, confirmedById]),
    )
    return {
      facts: await findIdentityFacts(on, found),
      checks: checks.map((check) => ({ ...check, by: nameOf(check.staffId)?.displayName ?? null })),
    }
  })
  const t = translatorFor(locale)
  const { checked } = await searchParams
  const usable = usableCheck(more.checks, grant.actor.id, now())
  const latest = more.checks[0]
  const waits =
    latest?.staffId === grant.actor.id && latest.outcome === 'passed' && latest.replacedAt === null && !usable
  // Not for who checked: it is about them.
  const isAlarmed =
    grant.actor.role === 'supervisor' &&
    more.checks.some((one) => one.alarmedAt !== null && one.lookedAt === null && one.staffId !== grant.actor.id)
  const known = more.facts === null ? [] : knownFacts(t, more.facts)
  const isTooLittle = known.filter((fact) => TELLING_FACTS.includes(fact)).length < FACTS_NEEDED
  const notAsked = Object.fromEntries(IDENTITY_FACTS.map((fact) => [factField(fact), ASKED_RESULTS[0]]))
  return (
    <>
      {/* Not the frame of other acts: it would tell what is to be asked. */}
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${locale}/cases`, name: t('cases.room_cases') },
            { href: `/${locale}/cases/${number}`, name: number },
          ]}
          here={t('cases.code_heading')}
        />
        <h1>{t('cases.code_heading')}</h1>
      </div>
      {isAlarmed ? <CodeAlarm t={t} action={lookAtAlarmAction.bind(null, locale, number)} /> : null}
      {checked === 'refused' ? (
        <Note tone="care" announced>
          {t('cases.code_refused')}
        </Note>
      ) : null}
      {waits && latest.confirmedAt === null ? <Note announced>{t('cases.code_needs_second')}</Note> : null}
      {usable === undefined ? null : (
        <section className="block">
          <Note tone="ok" announced={checked === 'passed'}>
            {t('cases.code_passed', { hours: CHECK_LASTS_HOURS })}
          </Note>
          <p>{t('cases.code_make_help')}</p>
          <ActionForm
            locale={locale}
            action={makeCodeAction.bind(null, locale, number)}
            refusals={{ no_check: 'cases.code_no_check', case_gone: 'errors.not_found' }}
          >
            <div className="acts">
              <SubmitButton>{t('cases.code_make')}</SubmitButton>
            </div>
          </ActionForm>
        </section>
      )}
      {usable !== undefined || more.facts === null ? null : isTooLittle ? (
        <Note tone="care">{t('cases.code_too_little')}</Note>
      ) : (
        <ActionForm
          locale={locale}
          action={checkIdentityAction.bind(null, locale, number)}
          values={(await heldValues({ name: 'code', number })) ?? notAsked}
          refusals={{ too_many_checks: 'cases.code_full', case_gone: 'errors.not_found' }}
          className="stack narrow"
        >
          <p>{t('cases.code_lead', { count: FACTS_NEEDED })}</p>
          <input type="hidden" name="requestId" value={newId()} />
          <IdentityQuestions t={t} facts={more.facts} />
          <p className="mute">{t('cases.code_limit', { count: CHECKS_A_DAY })}</p>
          <div className="acts">
            <SubmitButton>{t('cases.code_check_button')}</SubmitButton>
          </div>
        </ActionForm>
      )}
      <CodeChecks
        t={t}
        checks={more.checks}
        confirmable={(check) =>
          grant.actor.role === 'supervisor' && check.staffId !== grant.actor.id
            ? confirmCheckAction.bind(null, locale, number, check.id)
            : null
        }
      />
      <BackLink href={`/${locale}/cases/${number}`}>{t('cases.back_to_case')}</BackLink>
    </>
  )
}
