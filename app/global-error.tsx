'use client'

import './styles/tokens.css'
import './styles/worker.css'
import { useEffect, useState } from 'react'
import { errorWordsFor } from '@/lib/i18n/error-words'
import { toLocale } from '@/lib/i18n/locales'

type Words = { readonly heading: string; readonly lead: string; readonly number: string }

/** When even the frame of a page fails. Its words are fetched, because no frame has brought them. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const [locale, setLocale] = useState<string>()
  const [words, setWords] = useState<Words>()
  useEffect(() => {
    const found = toLocale(location.pathname.split('/')[1] ?? '')
    void errorWordsFor(found).then((say) => {
      setLocale(found)
      setWords({
        heading: say('errors.failed_heading') ?? '',
        lead: say('errors.failed_lead') ?? '',
        number: say('errors.failed_number', { number: error.digest ?? '–' }) ?? '',
      })
    })
  }, [error])
  return (
    <html lang={locale}>
      <body>
        <title>Passage</title>
        <div className="page">
          {words === undefined ? null : (
            <main id="main" role="alert">
              <h1>{words.heading}</h1>
              <p className="lead">{words.lead}</p>
              <p className="num">{words.number}</p>
            </main>
          )}
        </div>
      </body>
    </html>
  )
}
