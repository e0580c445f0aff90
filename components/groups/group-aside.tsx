import { codeWord } from '@/components/case/words'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Props = {
  readonly t: Translator
  readonly parties: readonly { readonly role: string; readonly name: string | null; readonly cases: number }[]
  readonly acts: readonly {
    readonly id: string
    readonly kind: string
    readonly by: { readonly displayName: string } | null
    readonly actedAt: Date
  }[]
  readonly here: string
}

/** What the cases of a group have in common, and what was done for all of them. */
export function GroupAside({ t, parties, acts, here }: Props) {
  return (
    <aside className="stack" aria-label={t('cases.aside')}>
      {parties.length === 0 ? null : (
        <section className="block">
          <h2>{t('cases.group_parties')}</h2>
          <ul className="todo">
            {parties.map((party, index) => (
              <li key={index}>
                <span>
                  <b>{party.name ?? codeWord(t, 'party_role', party.role)}</b>
                  <small>
                    {codeWord(t, 'party_role', party.role)} · {t('cases.group_party_in', { count: party.cases })}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {acts.length === 0 ? null : (
        <section className="block">
          <h2>{t('cases.group_acts')}</h2>
          <ul className="todo">
            {acts.map((act) => (
              <li key={act.id}>
                <span>
                  <a href={`${here}/acts/${act.id}`}>
                    {t(act.kind === 'message' ? 'cases.group_act_message' : 'cases.group_act_note')}
                  </a>
                  <small>
                    {[act.by?.displayName, formatInstant(act.actedAt, t.locale)].filter(Boolean).join(' · ')}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
