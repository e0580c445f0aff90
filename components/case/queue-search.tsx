import type { Translator } from '@/lib/i18n/translate'

/**
 * Searches numbers, names, codes and sealed words. A form that is posted: what somebody types never stands in an address, nor in
 * a log. `rest` is the address that the search is added to.
 */
export function QueueSearch({
  t,
  action,
  rest,
  text,
}: {
  t: Translator
  action: (data: FormData) => Promise<void>
  rest: string
  text: string
}) {
  return (
    <form className="filters find" action={action} role="search">
      <input type="hidden" name="rest" value={rest} />
      <label className="wide">
        {t('cases.search_label')}
        <input
          type="search"
          name="words"
          id="q"
          defaultValue={text}
          maxLength={100}
          autoComplete="off"
          aria-describedby="q-hint"
        />
      </label>
      <button className="btn alt">{t('cases.search_button')}</button>
      <p className="hint" id="q-hint">
        {t('cases.search_whole_words')}
      </p>
    </form>
  )
}
