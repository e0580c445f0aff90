'use client'

import { useErrorWords } from './error-words'

/** Said calmly: it is our mistake, nothing is lost, here is a number for us. Never the error itself. */
export function Failure({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const words = useErrorWords()
  return (
    <div className="page">
      <title>{words.title}</title>
      <main id="main">
        <div className="tight" role="alert">
          <h1>{words.heading}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {digest === undefined ? null : <p className="num">{words.number.replace('{number}', digest)}</p>}
        <div className="acts">
          <button type="button" className="btn" onClick={() => retry()}>
            {words.tryAgain}
          </button>
          <a className="btn bare" href={words.firstPageHref}>
            {words.firstPage}
          </a>
        </div>
      </main>
    </div>
  )
}
