'use client'

import { useErrorWords } from './error-words'

/**
 * Said calmly: it is our mistake, nothing is lost, here is a number for us. Never the error itself. `isRenewed`: the page is of a
 * former version, and only the page as it is now can go on.
 */
export function Failure({
  digest,
  isRenewed,
  retry,
}: {
  digest: string | undefined
  isRenewed: boolean
  retry: () => void
}) {
  const words = useErrorWords()
  return (
    <div className="page">
      <title>{words.title}</title>
      <main id="main">
        <div className="tight" role="alert">
          <h1>{isRenewed ? words.renewed.heading : words.heading}</h1>
          <p className="lead">{isRenewed ? words.renewed.lead : words.lead}</p>
        </div>
        {digest === undefined ? null : <p className="num">{words.number.replace('{number}', digest)}</p>}
        <div className="acts">
          <button type="button" className="btn" onClick={() => (isRenewed ? location.reload() : retry())}>
            {isRenewed ? words.renewed.open : words.tryAgain}
          </button>
          <a className="btn bare" href={words.firstPageHref}>
            {words.firstPage}
          </a>
        </div>
      </main>
    </div>
  )
}
