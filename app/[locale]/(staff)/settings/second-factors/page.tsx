import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { requireStepUp } from '@/lib/access/step-up'
import { listColleagueFactors, type ColleagueFactors } from '@/lib/data/colleague-factors'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { resetFactorAction } from './actions'

type Props = PageProps<'/[locale]/settings/second-factors'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.factors_title') }
}

/** Who of the colleagues lost the second factor: it is taken away here, and set up anew at the next sign-in. */
export default async function SecondFactorsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { done } = await searchParams
  const here = `/${locale}/settings/second-factors`
  const grant = await requireGrant('staff.reset_factor', { locale, returnTo: here })
  await requireStepUp(grant, { locale, returnTo: here })
  const colleagues = await within(grant, listColleagueFactors)
  const t = translatorFor(locale)
  const choices = colleagues
    .filter(({ hasApp, passkeys }) => hasApp || passkeys > 0)
    .map((colleague) => ({ value: colleague.id, text: colleague.displayName, help: factorWords(t, colleague) }))
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('account.factors_title')}
      />
      <PageTitle title={t('account.factors_title')} about={t('account.factors_about')} />
      {done === undefined ? null : (
        <Note tone="ok" announced>
          {t('account.done_reset')}
        </Note>
      )}
      {choices.length === 0 ? (
        <p>{t('account.factors_none')}</p>
      ) : (
        <ActionForm locale={locale} action={resetFactorAction.bind(null, locale)}>
          <ChoiceGroup
            name="colleagueId"
            kind="radio"
            slim
            legend={t('account.factors_who')}
            hint={t('account.factors_hint')}
            sections={[{ choices }]}
          />
          <p className="acts">
            <SubmitButton>{t('account.factors_send')}</SubmitButton>
          </p>
        </ActionForm>
      )}
    </>
  )
}

function factorWords(t: Translator, { role, hasApp, passkeys, codes }: ColleagueFactors): string {
  return [
    t(`codes.staff_role.${role}`),
    ...(hasApp ? [t('account.factor_app')] : []),
    ...(passkeys > 0 ? [t('account.factor_passkeys', { count: passkeys })] : []),
    t('account.factor_codes', { count: codes }),
  ].join(' · ')
}
