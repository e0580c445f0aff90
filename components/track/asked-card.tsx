import { Note } from '@/components/ui/note'
import type { Translator } from '@/lib/i18n/translate'

/** What waits for the worker's yes or no: whether the report may be passed on. */
export function AskedCard({ t, asked }: { t: Translator; asked: readonly { readonly id: string }[] }) {
  return asked.map(({ id }) => (
    <Note key={id} tone="care" pictogram="hall">
      <p>{t('track.ask_card')}</p>
      <p>
        <a className="btn" href={`/${t.locale}/track/case/asked/${id}`}>
          {t('track.ask_read')}
        </a>
      </p>
    </Note>
  ))
}
