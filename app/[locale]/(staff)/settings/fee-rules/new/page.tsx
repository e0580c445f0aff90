import type { Metadata } from 'next'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { PreviewForm } from '@/components/settings/preview-form'
import { STEP_FIELD, STEPS } from '@/components/settings/preview-state'
import { RuleFormFields } from '@/components/settings/rule-form-fields'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { heldValues } from '../../../cases/[number]/held-form'
import { addRuleAction } from './actions'

type Props = PageProps<'/[locale]/settings/fee-rules/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.rule_new') }
}

export default async function NewRulePage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const rules = `/${locale}/settings/fee-rules`
  await requireGrant('fee_rule.manage', { locale, returnTo: `${rules}/new` })
  const t = translatorFor(locale)
  const held = await heldValues({ name: 'fee-rule', number: 'new' })
  const values = held ?? { destination: 'JP', status: 'active', confidence: 'medium', readOn: dayInJapan(now()) }
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: rules, name: t('settings.rules_title') },
        ]}
        here={t('settings.rule_new')}
      />
      <PageTitle title={t('settings.rule_new_heading')} about={t('settings.rule_form_about')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <PreviewForm locale={locale} action={addRuleAction.bind(null, locale)} values={values}>
        <input type="hidden" name="latest" value="0" />
        <TextField name="id" label={t('settings.rule_id')} hint={t('settings.rule_id_hint')} spellCheck={false} />
        <RuleFormFields t={t} />
        <p className="acts">
          <SubmitButton name={STEP_FIELD} value={STEPS.check}>
            {t('settings.rule_check')}
          </SubmitButton>
        </p>
      </PreviewForm>
      <p>
        <a href={rules}>{t('settings.rules_back')}</a>
      </p>
    </>
  )
}
