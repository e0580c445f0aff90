import { phoneFiles } from '@/lib/platform/phone-files'

/** The one script of worker pages (lib/phone). A module, so it waits until the page is there; the page is whole without it. */
export function PhoneScript({ nonce }: { nonce: string | undefined }) {
  const main = phoneFiles()['main']
  return main === undefined ? null : (
    <script type="module" defer src={main.src} nonce={nonce} data-own="" suppressHydrationWarning />
  )
}
