import type { Metadata } from 'next'
import { RuleHistory } from '@/components/settings/rule-history'
import { limitText, ruleFacts } from '@/components/settings/rule-words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FactList } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readRuleHistory } from '@/lib/usecases/fee-rules/read-fee-rules'

type Props = PageProps<'/[locale]/settings/fee-rules/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.rule_title') }
}

export default async function FeeRulePage({ params }: Props) {
  const { locale: asked, id } = await params
  const locale = toLocale(asked)
  const rules = `/${locale}/settings/fee-rules`
  const grant = await requireGrant('fee_rule.manage', { locale, returnTo: `${rules}/${encodeURIComponent(id)}` })
  const versions = await readRuleHistory(grant, id)
  const [latest] = versions
  if (!latest) notHere(locale)
  const t = translatorFor(locale)
  const live = versions.filter(({ isLive }) => isLive)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: rules, name: t('settings.rules_title') },
        ]}
        here={id}
      />
      <PageTitle title={limitText(t, (live[0] ?? latest).rule)} about={(live[0] ?? latest).rule.source.title} />
      <Note tone="still">{t('settings.rule_kept')}</Note>
      {live.map(({ rule }) => (
        <section className="block" key={rule.version} aria-labelledby={`version-${rule.version}`}>
          <h2 id={`version-${rule.version}`}>{t('settings.rule_version_live', { version: rule.version })}</h2>
          <FactList facts={ruleFacts(t, rule)} />
          {rule.source.url === null ? null : (
            <p>
              <a href={rule.source.url} rel="noreferrer">
                {t('settings.rule_open_source')}
              </a>
            </p>
          )}
          <p className="acts">
            <LinkButton href={`${rules}/${id}/new-version?base=${rule.version}`} look="alt">
              {t('settings.rule_change', { version: rule.version })}
            </LinkButton>
          </p>
        </section>
      ))}
      <RuleHistory t={t} versions={versions} />
    </>
  )
}
