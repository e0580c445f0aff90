/** Copy, picture and print, which only scripts can do (lib/phone/tools.ts); without them the page itself, the file and paper remain. */
export function ReceiptTools({
  text,
  fileName,
  words,
}: {
  text: string
  /** Without an ending. */
  fileName: string
  words: { copy: string; copied: string; picture: string; print: string }
}) {
  return (
    <>
      <button type="button" className="btn alt" hidden data-phone="picture" data-text={text} data-name={fileName}>
        {words.picture}
      </button>
      <button type="button" className="btn alt" hidden data-phone="copy" data-text={text} data-done={words.copied}>
        {words.copy}
      </button>
      <button type="button" className="btn alt" hidden data-phone="print">
        {words.print}
      </button>
      <span role="status" className="mute" />
    </>
  )
}
