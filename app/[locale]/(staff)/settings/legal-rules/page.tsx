import type { Metadata } from 'next'
import { LegalRuleTable } from '@/components/forums/legal-rule-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readLegalRules } from '@/lib/usecases/forums/change-legal-rule'

type Props = PageProps<'/[locale]/settings/legal-rules'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('forums.rules_title') }
}

export default async function LegalRulesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/legal-rules`
  const grant = await requireGrant('legal_rule.manage', { locale, returnTo: here })
  const versions = await readLegalRules(grant)
  const t = translatorFor(locale)
  const { saved } = await searchParams
  const latest = versions.filter(
    ({ rule }) => !versions.some((other) => other.rule.id === rule.id && other.rule.version > rule.version),
  )
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('forums.rules_title')}
      />
      <PageTitle title={t('forums.rules_title')} about={t('forums.rules_about')} />
      {latest.some(({ rule }) => rule.id === saved) ? (
        <Note tone="ok" announced>
          {t('forums.rule_saved')}
        </Note>
      ) : null}
      <LegalRuleTable t={t} base={here} rules={latest.map(({ rule }) => rule)} />
    </>
  )
}
