import { Note } from '@/components/ui/note'
import type { Forum } from '@/lib/domain/forums/forums-for'
import type { Translator } from '@/lib/i18n/translate'
import { claimList, durationWords, evidenceList, forumName } from './forum-words'
import { LegalSource } from './legal-source'

/** The bodies that can order or help a remedy, those that decide first; what each wants, how long it takes, what it costs. */
export function ForumList({ t, forums }: { t: Translator; forums: readonly Forum[] }) {
  return (
    <ul className="plain stack">
      {forums.map((forum) => (
        <li className="block" key={forum.rule.id}>
          <h3>{forumName(t, forum.rule.body)}</h3>
          <p>
            {t(`forums.effect_${forum.rule.effect}`)} {t('forums.for_claims', { claims: claimList(t, forum.claims) })}
          </p>
          {forum.isDangerous ? <Note tone="stop">{t('forums.dangerous')}</Note> : null}
          <dl className="list">
            <dt>{t('forums.takes')}</dt>
            <dd>{durationWords(t, forum.rule)}</dd>
            <dt>{t('forums.costs')}</dt>
            <dd>{t(`forums.cost_${forum.rule.cost}`)}</dd>
            <dt>{t('forums.evidence_there')}</dt>
            <dd>
              {forum.evidenceThere.length === 0 ? t('forums.evidence_none') : evidenceList(t, forum.evidenceThere)}
            </dd>
            {forum.evidenceMissing.length === 0 ? null : (
              <>
                <dt>{t('forums.evidence_missing')}</dt>
                <dd>{evidenceList(t, forum.evidenceMissing)}</dd>
              </>
            )}
            {forum.needsName ? (
              <>
                <dt>{t('forums.name')}</dt>
                <dd>{t('forums.needs_name')}</dd>
              </>
            ) : null}
          </dl>
          <LegalSource t={t} rule={forum.rule} />
        </li>
      ))}
    </ul>
  )
}
