import { FactList } from '@/components/ui/facts'
import type { Pack, PackField } from '@/lib/domain/referral/pack/pack'
import type { PrintWords } from '@/lib/domain/referral/pack/print-pack'

/** The agreed parts on the page of the office that was given them, as the pack holds them. */
export function SharedPack({ pack, words }: { pack: Pack; words: PrintWords }) {
  return pack.items.map(({ item, labels, rows }) => (
    <section className="block" key={item}>
      <h2>{labels[words.language]}</h2>
      {rows.length === 0 ? <p className="mute">{words.say('nothing_known')}</p> : null}
      {rows.map((row, index) => (
        <FactList
          key={index}
          facts={row.map((field) => ({
            name: field.labels[words.language],
            value: <Value field={field} words={words} />,
          }))}
        />
      ))}
    </section>
  ))
}

function Value({ field: { value }, words }: { field: PackField; words: PrintWords }) {
  switch (value.type) {
    case 'code':
      return value.labels[words.language]
    case 'money':
      return words.money(value.minor, value.currency, value.digits)
    case 'date':
      return words.day(value.on)
    case 'number':
      return value.value
    case 'file':
      return value.name
    case 'text':
      return (
        <>
          <span className="said" lang={value.language === 'und' ? undefined : value.language}>
            {value.text}
          </span>
          {value.translation === null ? null : (
            <>
              <br />
              <small>
                {words.say('translation', {
                  language: words.languageName(value.translation.language),
                  name: value.translation.by,
                })}
              </small>
              <br />
              <span className="said" lang={value.translation.language}>
                {value.translation.text}
              </span>
            </>
          )}
        </>
      )
  }
}
