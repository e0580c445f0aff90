import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { LegalRuleFields, legalRuleValues } from '@/components/forums/legal-rule-fields'
import { LegalRuleHistory } from '@/components/forums/legal-rule-history'
import { ruleName } from '@/components/forums/legal-rule-table'
import { claimList } from '@/components/forums/forum-words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readLegalRules } from '@/lib/usecases/forums/change-legal-rule'
import { heldValues } from '../../../cases/[number]/held-form'
import { changeLegalRuleAction } from './actions'

type Props = PageProps<'/[locale]/settings/legal-rules/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('forums.rules_title') }
}

export default async function LegalRulePage({ params }: Props) {
  const { locale: asked, id } = await params
  const locale = toLocale(asked)
  const rules = `/${locale}/settings/legal-rules`
  const grant = await requireGrant('legal_rule.manage', { locale, returnTo: `${rules}/${encodeURIComponent(id)}` })
  const versions = (await readLegalRules(grant)).filter(({ rule }) => rule.id === id).toReversed()
  const latest = versions[0]
  if (!latest) notHere(locale)
  const held = await heldValues({ name: 'legal-rule', number: id })
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: rules, name: t('forums.rules_title') },
        ]}
        here={id}
      />
      <PageTitle title={ruleName(t, latest.rule)} about={claimList(t, latest.rule.claims)} />
      <Note tone="still">{t('forums.rule_kept')}</Note>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        locale={locale}
        action={changeLegalRuleAction.bind(null, locale, id)}
        values={held ?? legalRuleValues(latest.rule)}
      >
        <input type="hidden" name="latest" value={latest.rule.version} />
        <LegalRuleFields t={t} kind={latest.rule.kind} />
        <p className="acts">
          <SubmitButton>{t('forums.rule_save')}</SubmitButton>
        </p>
      </ActionForm>
      <LegalRuleHistory t={t} versions={versions} />
    </>
  )
}
