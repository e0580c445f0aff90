import { Note } from '@/components/ui/note'
import type { Translator } from '@/lib/i18n/translate'

/** Something is offered and waits for a yes or a no: said once, above everything else, with the way to it. */
export function OfferNote({ t, offers }: { t: Translator; offers: readonly { readonly id: string }[] }) {
  const [first] = offers
  if (!first) return null
  return (
    <Note>
      <p>{t('track.agreement_note')}</p>
      {offers.map(({ id }) => (
        <p key={id}>
          <a className="btn" href={`/${t.locale}/track/case/agreement/${id}`}>
            {t('track.agreement_link')}
          </a>
        </p>
      ))}
    </Note>
  )
}
