import type { Metadata } from 'next'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { PreviewForm } from '@/components/settings/preview-form'
import { STEP_FIELD, STEPS } from '@/components/settings/preview-state'
import { RuleFormFields } from '@/components/settings/rule-form-fields'
import { ruleFormValues } from '@/components/settings/rule-form-values'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readRuleHistory } from '@/lib/usecases/fee-rules/read-fee-rules'
import { heldValues } from '../../../../cases/[number]/held-form'
import { addVersionAction } from './actions'

type Props = PageProps<'/[locale]/settings/fee-rules/[id]/new-version'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.rule_version_title') }
}

export default async function NewVersionPage({ params, searchParams }: Props) {
  const { locale: asked, id } = await params
  const { base } = await searchParams
  const locale = toLocale(asked)
  const rules = `/${locale}/settings/fee-rules`
  const here = `${rules}/${encodeURIComponent(id)}/new-version`
  const grant = await requireGrant('fee_rule.manage', { locale, returnTo: here })
  const versions = await readRuleHistory(grant, id)
  const live = versions.filter(({ isLive }) => isLive)
  const found = live.find(({ rule }) => String(rule.version) === base) ?? live[0]
  const latest = versions[0]
  if (!found || !latest) notHere(locale)
  const held = await heldValues({ name: 'fee-rule', number: id })
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: rules, name: t('settings.rules_title') },
          { href: `${rules}/${id}`, name: id },
        ]}
        here={t('settings.rule_version_title')}
      />
      <PageTitle
        title={t('settings.rule_version_heading', { version: found.rule.version })}
        about={t('settings.rule_form_about')}
      />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <PreviewForm
        locale={locale}
        action={addVersionAction.bind(null, locale, id)}
        values={held ?? ruleFormValues(found.rule)}
      >
        <input type="hidden" name="base" value={found.rule.version} />
        <input type="hidden" name="latest" value={latest.rule.version} />
        <ChoiceGroup
          name="kind"
          kind="radio"
          legend={t('settings.rule_kind')}
          sections={[
            {
              choices: (['correction', 'amendment'] as const).map((kind) => ({
                value: kind,
                text: t(`settings.rule_kind_${kind}`),
                help: t(`settings.rule_kind_${kind}_help`),
              })),
            },
          ]}
        />
        <RuleFormFields t={t} />
        <p className="acts">
          <SubmitButton name={STEP_FIELD} value={STEPS.check}>
            {t('settings.rule_check')}
          </SubmitButton>
        </p>
      </PreviewForm>
      <p>
        <a href={`${rules}/${id}`}>{t('settings.rule_back')}</a>
      </p>
    </>
  )
}
