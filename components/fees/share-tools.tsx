type ShareWords = { readonly send: string; readonly copy: string; readonly copied: string; readonly print: string }

/** Sends, copies or prints (lib/phone/tools.ts); hidden without scripts, where the link itself does. */
export function ShareTools({ address, title, words }: { address: string; title: string; words: ShareWords }) {
  return (
    <div className="row">
      <button type="button" className="btn alt" hidden data-phone="share" data-text={address} data-title={title}>
        {words.send}
      </button>
      <button type="button" className="btn alt" hidden data-phone="copy" data-text={address} data-done={words.copied}>
        {words.copy}
      </button>
      <button type="button" className="btn bare" hidden data-phone="print">
        {words.print}
      </button>
      <span role="status" />
    </div>
  )
}
